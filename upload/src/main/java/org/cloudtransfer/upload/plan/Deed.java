package org.cloudtransfer.upload.plan;

import com.fasterxml.jackson.databind.JsonNode;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Request;

/**
 * Something that an upload did to the target, as its journal tells.
 *
 * @param number of the intent; 0 for what was adopted
 * @param id the target's ID of what was made; null if it has none
 * @param request what was sent, without its body; null for what was adopted
 * @param before what was there before; a missing node if nothing was
 */
public record Deed(
    long number, Action.Verb verb, RowKey row, String id, Request request, JsonNode before) {}
