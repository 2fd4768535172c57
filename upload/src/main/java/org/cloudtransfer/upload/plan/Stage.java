package org.cloudtransfer.upload.plan;

import java.util.List;
import java.util.function.Function;
import org.cloudtransfer.resource.ResourceKind;

/**
 * A part of a run that begins when the one before it has ended.
 *
 * @param title what it does, for people, e.g. {@code security group rules}
 * @param steps decides, purely, from what has been done up to then: rules need the IDs of the
 *     groups that the stage before made
 */
public record Stage(ResourceKind kind, String title, Function<Ledger, List<Step>> steps) {}
