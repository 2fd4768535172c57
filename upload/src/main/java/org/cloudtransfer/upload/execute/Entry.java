package org.cloudtransfer.upload.execute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A line of the journal. Rows are written as their table followed by their key's parts. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.Head.class, name = "journal"),
  @JsonSubTypes.Type(value = Entry.Run.class, name = "run"),
  @JsonSubTypes.Type(value = Entry.Baseline.class, name = "baseline"),
  @JsonSubTypes.Type(value = Entry.Intent.class, name = "intent"),
  @JsonSubTypes.Type(value = Entry.Done.class, name = "done"),
  @JsonSubTypes.Type(value = Entry.Refused.class, name = "refused")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Entry {

  /** The first line: what this journal is about. */
  record Head(int format, String seal, String target, String tool, String at) implements Entry {}

  /**
   * A run began.
   *
   * @param pid of its process; null in journals of early versions
   * @param host that it runs on; null in journals of early versions
   */
  record Run(String at, Long pid, String host) implements Entry {}

  /** The IDs that a scope held before we first wrote to it. */
  record Baseline(String scope, List<String> ids) implements Entry {}

  /**
   * A request is about to leave.
   *
   * @param n numbers the intents
   * @param before what is there, for an undo; null if nothing is
   * @param doubles whether it makes two things if it is sent twice
   * @param undoes for a rollback, the numbers of the intents it takes back, one for each row; else
   *     null
   */
  record Intent(
      long n,
      String at,
      String kind,
      String verb,
      List<List<String>> rows,
      JsonNode before,
      boolean doubles,
      Sent sent,
      List<Long> undoes)
      implements Entry {}

  /** The request, without its body. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sent(
      String method, String service, List<String> path, List<String> query, String microversion) {}

  /** The request took effect. */
  record Done(long n, String at, List<Made> made) implements Entry {}

  /**
   * What came into being for a row.
   *
   * @param id null if it has none of its own
   * @param born null if nothing was added unasked
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Made(List<String> row, String id, List<JsonNode> born) {}

  /** The request was refused and changed nothing. */
  record Refused(long n, String at, String fault) implements Entry {}
}
