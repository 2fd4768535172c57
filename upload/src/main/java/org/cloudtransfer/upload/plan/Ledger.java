package org.cloudtransfer.upload.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.resource.RowKey;

/** What this run and earlier ones have done, for deciding what is left to do. */
public interface Ledger {

  /** Whether we created or set the row. */
  boolean done(RowKey row);

  /** The target's ID of a row that we created; empty if we did not, or if it has none. */
  Optional<String> id(RowKey row);

  /** Whether an object of the target, by its ID there, is one that we created. */
  boolean made(String id);

  /** Whether an earlier run began on the row and never learnt what came of it. */
  boolean inDoubt(RowKey row);

  /**
   * The words with which the target refused a row as invalid (HTTP 400) when it was sent on its
   * own, and will again; empty if it did not.
   */
  Optional<String> refusal(RowKey row);

  /** What the service added unasked to what we created for the row; in no order. */
  List<JsonNode> born(RowKey row);

  /**
   * The IDs that a scope of the target (a project's groups) held before the first run touched it;
   * empty if no run has.
   */
  Optional<Set<String>> baseline(String scope);

  /** The ledger of a run that has done nothing yet. */
  Ledger BLANK =
      new Ledger() {
        @Override
        public boolean done(RowKey row) {
          return false;
        }

        @Override
        public Optional<String> id(RowKey row) {
          return Optional.empty();
        }

        @Override
        public boolean made(String id) {
          return false;
        }

        @Override
        public boolean inDoubt(RowKey row) {
          return false;
        }

        @Override
        public Optional<String> refusal(RowKey row) {
          return Optional.empty();
        }

        @Override
        public List<JsonNode> born(RowKey row) {
          return List.of();
        }

        @Override
        public Optional<Set<String>> baseline(String scope) {
          return Optional.empty();
        }
      };
}
