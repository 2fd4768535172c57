package org.cloudtransfer.upload.execute;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.plan.Action.Verb;

/**
 * A line of the journal. Rows are written as their table followed by their key's parts. What cannot
 * have been written by this program is refused when it is read: a component that is missing, a verb
 * that nobody knows.
 */
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
  record Head(int format, String seal, String target, String tool, String at) implements Entry {
    public Head {
      requireNonNull(seal);
      requireNonNull(target);
    }
  }

  /**
   * A run began.
   *
   * @param pid of its process; null in journals of early versions
   * @param host that it runs on; null in journals of early versions
   */
  record Run(String at, Long pid, String host) implements Entry {
    public Run {
      requireNonNull(at);
    }
  }

  /** The IDs that a scope held before we first wrote to it. */
  record Baseline(String scope, List<String> ids) implements Entry {
    public Baseline {
      requireNonNull(scope);
      ids = List.copyOf(ids);
    }
  }

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
      implements Entry {
    public Intent {
      Instant.parse(at);
      rows = rows.stream().map(Entry::checked).toList();
      Verb known = Verb.valueOf(verb.toUpperCase(Locale.ROOT));
      require(n > 0);
      requireNonNull(sent);
      require(known != Verb.UNDO || List.copyOf(undoes).size() == rows.size());
    }
  }

  /** The request, without its body. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sent(
      String method, String service, List<String> path, List<String> query, String microversion) {
    public Sent {
      Request.Method.valueOf(method);
      Service.valueOf(service);
      path = List.copyOf(path);
      query = List.copyOf(query);
      require(query.size() % 2 == 0);
    }
  }

  /** The request took effect. */
  record Done(long n, String at, List<Made> made) implements Entry {
    public Done {
      made = List.copyOf(made);
    }
  }

  /**
   * What came into being for a row.
   *
   * @param id null if it has none of its own
   * @param born null if nothing was added unasked
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Made(List<String> row, String id, List<JsonNode> born) {
    public Made {
      row = checked(row);
      born = born == null ? null : List.copyOf(born);
    }
  }

  /** The request was refused and changed nothing. */
  record Refused(long n, String at, String fault) implements Entry {
    public Refused {
      requireNonNull(fault);
    }
  }

  private static List<String> checked(List<String> text) {
    require(!text.isEmpty());
    return List.copyOf(text);
  }

  private static void require(boolean sound) {
    if (!sound) {
      throw new IllegalArgumentException("this program writes no such line");
    }
  }
}
