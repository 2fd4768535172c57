package org.cloudtransfer.upload.verify;

import org.cloudtransfer.resource.RowKey;

/**
 * Something that the target has beyond the archive, in what the archive speaks of.
 *
 * @param row the source's group that it belongs to
 * @param what it is, for people
 * @param tolerated whether it was there before us and an option says that it may stay
 */
public record Surplus(RowKey row, String what, boolean tolerated) {}
