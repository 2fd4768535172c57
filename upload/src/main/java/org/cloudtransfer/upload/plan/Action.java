package org.cloudtransfer.upload.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Fault;
import org.cloudtransfer.upload.cloud.Request;

/**
 * One writing request and all that is peculiar to it. Implementations are values: executing one
 * twice is the executor's decision, not theirs.
 */
public interface Action {

  /** What the request does to the target. */
  enum Verb {
    CREATE,
    UPDATE,
    DELETE,
    /** Takes back what an earlier request did. */
    UNDO;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  ResourceKind kind();

  Verb verb();

  /** The rows that it settles; for a removal the row on whose account something is removed. */
  List<RowKey> rows();

  /** Actions of one lane go one after the other, in the order of the plan. */
  String lane();

  Request request();

  /** What is there before, for an undo; a missing node if nothing is. */
  default JsonNode before() {
    return MissingNode.getInstance();
  }

  /** Whether a successful answer tells what it has to; if not, it is as good as none. */
  default boolean isToldBy(JsonNode body) {
    return true;
  }

  /** What a successful answer tells. */
  Effect effect(JsonNode body);

  /**
   * Whether a successful answer shows all of it as the service reads it back after writing, so that
   * verifying need not ask again.
   */
  default boolean shownBy(JsonNode body) {
    return false;
  }

  /**
   * Looks whether the action has taken effect, when its answer does not tell: the connection broke,
   * or somebody was quicker.
   *
   * @return empty if it has not
   */
  Optional<Effect> settle(Cloud cloud);

  /** Whether sending it twice makes two things; else a repetition conflicts or changes nothing. */
  default boolean doubles() {
    return false;
  }

  /** What is expected to come of it; stands in for the real effect when nothing is sent. */
  default Effect forecast() {
    return Effect.NONE;
  }

  /** The same in smaller parts, to find out which one the target refuses; empty for one row. */
  default List<Action> split() {
    return List.of();
  }

  /** What is worth knowing of a row although all goes well; empty if nothing. */
  default String note(RowKey row) {
    return "";
  }

  /** The outcome of a row that the target refused. */
  default Outcome refused(RowKey row, Fault fault) {
    return Outcome.failed(row, "the target refused: " + fault, remedy(fault));
  }

  /** What to do about a refusal; empty if there is no telling. */
  default String remedy(Fault fault) {
    return "";
  }
}
