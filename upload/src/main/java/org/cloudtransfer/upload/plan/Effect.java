package org.cloudtransfer.upload.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.resource.RowKey;

/**
 * What a request brought into being.
 *
 * @param ids the target's IDs of rows; rows without one of their own are left out
 * @param born by row, what the service added unasked: the automatic rules of a new group
 */
public record Effect(Map<RowKey, String> ids, Map<RowKey, List<JsonNode>> born) {
  public static final Effect NONE = new Effect(Map.of(), Map.of());

  public Effect {
    ids = Map.copyOf(ids);
    born = Map.copyOf(born);
  }
}
