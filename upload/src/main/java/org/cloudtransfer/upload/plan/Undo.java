package org.cloudtransfer.upload.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Fault;
import org.cloudtransfer.upload.cloud.Request;

/**
 * Takes deeds back in one request. Repeating it changes nothing.
 *
 * @param deeds all of them are undone by it, or none
 */
public record Undo(ResourceKind kind, List<Deed> deeds, String lane, Request request)
    implements Action {
  public Undo {
    deeds = List.copyOf(deeds);
  }

  @Override
  public Verb verb() {
    return Verb.UNDO;
  }

  @Override
  public List<RowKey> rows() {
    return deeds.stream().map(Deed::row).distinct().toList();
  }

  @Override
  public Effect effect(JsonNode body) {
    return Effect.NONE;
  }

  @Override
  public Optional<Effect> settle(Cloud cloud) {
    return Optional.empty();
  }

  /** A rule that is to be put back and is there has been put back. */
  @Override
  public Outcome refused(RowKey row, Fault fault) {
    if (fault.ruleExists()) {
      return new Outcome(row, Outcome.Result.UNDONE, "", "");
    }
    return fault.status() == 409
        ? Outcome.withheld(row, "it is in use: " + fault, "Free it, then run this again.")
        : Outcome.failed(row, "the target refused: " + fault, "");
  }
}
