package org.cloudtransfer.upload.execute;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.NoReplyException;
import org.cloudtransfer.upload.cloud.Reply;
import org.cloudtransfer.upload.cloud.Request.Method;
import org.cloudtransfer.upload.plan.Action;
import org.cloudtransfer.upload.plan.Action.Verb;
import org.cloudtransfer.upload.plan.Effect;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Outcome.Result;
import org.cloudtransfer.upload.plan.Step;

/**
 * Carries out the steps of one stage. Lanes run side by side; in a lane one action follows the
 * other. One failure never stops the others; the brake does.
 */
public final class Executor {
  /** How often a request whose outcome was unclear, and that had not taken effect, is sent. */
  private static final int ATTEMPTS = 3;

  /** When to look for what an unclear request may have made. */
  private static final List<Duration> LOOKS =
      List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(4));

  private static final int NO_ANSWER = 599;

  /** The service itself does not get over it: one row may be to blame for many. */
  private static final int STUMBLED = 500;

  private final Cloud cloud;
  private final Journal journal;
  private final Workers workers;
  private final Brake brake;
  private final Consumer<Duration> sleep;
  private final Set<RowKey> shown = ConcurrentHashMap.newKeySet();

  /** Who wants to know how far a run is. */
  @FunctionalInterface
  public interface Watcher {
    /**
     * Rows have come to their end.
     *
     * @param requested how many of them took a request
     * @param outcomes what became of them; nothing of a removal that succeeded
     */
    void ended(long requested, List<Outcome> outcomes);
  }

  public Executor(
      Cloud cloud, Journal journal, Workers workers, Brake brake, Consumer<Duration> sleep) {
    this.cloud = cloud;
    this.journal = journal;
    this.workers = workers;
    this.brake = brake;
    this.sleep = sleep;
  }

  /**
   * Carries out steps.
   *
   * @param watcher told, from any thread, what became of rows as they come to their end
   * @return an outcome for each row of the steps; of a removal only if it failed
   */
  public List<Outcome> run(List<Step> steps, Watcher watcher) {
    List<Outcome> outcomes = new ArrayList<>();
    Map<String, List<Action>> lanes = new LinkedHashMap<>();
    for (Step step : steps) {
      if (step instanceof Step.Settled s) {
        outcomes.add(s.outcome());
      } else if (step instanceof Step.Adopted a) {
        journal.adopted(a.effect());
        outcomes.add(Outcome.unchanged(a.row(), "made by an interrupted run"));
      } else if (step instanceof Step.Baseline b) {
        journal.baseline(b.scope(), b.ids());
      } else if (step instanceof Step.Act act) {
        lanes.computeIfAbsent(act.action().lane(), l -> new ArrayList<>()).add(act.action());
      }
    }
    watcher.ended(0, List.copyOf(outcomes));
    workers.map(lanes.values(), lane -> runLane(lane, watcher)).forEach(outcomes::addAll);
    List<Outcome> twins = twins(steps, outcomes);
    watcher.ended(0, twins);
    outcomes.addAll(twins);
    return outcomes;
  }

  private static List<Outcome> twins(List<Step> steps, List<Outcome> outcomes) {
    Map<RowKey, Outcome> ofRow = new HashMap<>();
    outcomes.forEach(outcome -> ofRow.put(outcome.row(), outcome));
    return steps.stream()
        .filter(Step.Twin.class::isInstance)
        .map(Step.Twin.class::cast)
        .map(twin -> twin.after(ofRow.get(twin.first())))
        .toList();
  }

  /** The rows that the target's own answers showed as written. */
  public Set<RowKey> shown() {
    return Set.copyOf(shown);
  }

  private List<Outcome> runLane(List<Action> lane, Watcher watcher) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Action action : lane) {
      List<Outcome> some = attempt(action);
      outcomes.addAll(some);
      watcher.ended(action.rows().size(), some);
    }
    return outcomes;
  }

  /** The other lanes learn of the end by the brake, and the report is still made. */
  private List<Outcome> attempt(Action action) {
    try {
      return perform(action);
    } catch (RuntimeException | Error e) {
      brake.stop(e);
      return action.rows().stream()
          .map(row -> Outcome.failed(row, "the run ended while it was tried", "Run this again."))
          .toList();
    }
  }

  private List<Outcome> perform(Action action) {
    boolean sent = false;
    boolean stumbles = false;
    for (int attempt = 1; attempt <= ATTEMPTS && brake.reason().isEmpty(); attempt++) {
      long intent = journal.intent(action);
      sent = true;
      Reply reply = send(action);
      if (reply.ok() && action.isToldBy(reply.body()) || isGone(action, reply)) {
        brake.answered();
        if (reply.ok() && action.shownBy(reply.body())) {
          shown.addAll(action.rows());
        }
        journal.done(intent, reply.ok() ? action.effect(reply.body()) : Effect.NONE);
        return made(action, action.rows());
      }
      if (reply.refused()) {
        brake.answered();
        journal.refused(intent, reply.fault());
        return refused(action, reply);
      }
      brake.unclear();
      Sight sight = look(action);
      if (sight.effect().isPresent()) {
        return found(action, intent, sight.effect().get());
      }
      if (!sight.isClear() && action.doubles()) {
        return gaveUp(action);
      }
      stumbles = sight.isClear() && reply.status() == STUMBLED;
    }
    if (stumbles && brake.reason().isEmpty() && !action.split().isEmpty()) {
      return inParts(action);
    }
    return sent ? gaveUp(action) : notTried(action);
  }

  private static boolean isGone(Action action, Reply reply) {
    return reply.status() == 404 && action.request().method() == Method.DELETE;
  }

  /** A lost answer reads like a server error: the outcome is unclear. */
  private Reply send(Action action) {
    try {
      return cloud.send(action.request());
    } catch (NoReplyException e) {
      return new Reply(NO_ANSWER, MissingNode.getInstance());
    }
  }

  /** The target may still be at it: a request outlives its connection. So we look repeatedly. */
  private Sight look(Action action) {
    Sight sight = Sight.NONE;
    for (Duration pause : action.verb() == Verb.CREATE ? LOOKS : List.of(Duration.ZERO)) {
      sleep.accept(pause);
      sight = settle(action);
      if (sight.effect().isPresent()) {
        return sight;
      }
    }
    return sight;
  }

  private Sight settle(Action action) {
    try {
      return new Sight(action.settle(cloud), true);
    } catch (StopException e) {
      return Sight.NONE;
    }
  }

  /**
   * What looking for an effect has shown.
   *
   * @param isClear whether the target could be looked at: if not, nothing found means nothing
   */
  private record Sight(Optional<Effect> effect, boolean isClear) {
    static final Sight NONE = new Sight(Optional.empty(), false);
  }

  /** A bulk that was cut short in the middle has made some of its rows. */
  private List<Outcome> found(Action action, long intent, Effect effect) {
    List<RowKey> there = List.copyOf(effect.ids().keySet());
    if (there.containsAll(action.rows())) {
      journal.done(intent, effect);
      return made(action, action.rows());
    }
    journal.adopted(effect);
    List<Outcome> outcomes = new ArrayList<>(made(action, there));
    action.split().stream()
        .filter(part -> !there.containsAll(part.rows()))
        .forEach(part -> outcomes.addAll(perform(part)));
    return outcomes;
  }

  private List<Outcome> refused(Action action, Reply reply) {
    if (!action.split().isEmpty()) {
      return inParts(action);
    }
    if (reply.status() == 409 && settle(action).effect().isPresent()) {
      return action.rows().stream()
          .map(row -> Outcome.unchanged(row, "the target has its equal"))
          .toList();
    }
    brake.failed(action.rows().size());
    return action.rows().stream().map(row -> action.refused(row, reply.fault())).toList();
  }

  private List<Outcome> inParts(Action action) {
    List<Outcome> outcomes = new ArrayList<>();
    action.split().forEach(part -> outcomes.addAll(perform(part)));
    return outcomes;
  }

  private List<Outcome> gaveUp(Action action) {
    brake.failed(action.rows().size());
    return action.rows().stream()
        .map(row -> Outcome.failed(row, "the target gave no clear answer", advice(action)))
        .toList();
  }

  private static String advice(Action action) {
    boolean rare = String.valueOf(action.request().body()).codePoints().anyMatch(c -> c > 0xFFFF);
    return rare
        ? "It holds a character that a MySQL database in utf8 of three bytes cannot store, as the"
            + " service's log will tell: create it by hand without that."
        : "Check that service, then run this again: it looks before it repeats.";
  }

  private static List<Outcome> notTried(Action action) {
    return action.rows().stream()
        .map(row -> Outcome.failed(row, "not tried: the run was stopped", "Run this again."))
        .toList();
  }

  private static List<Outcome> made(Action action, List<RowKey> rows) {
    return switch (action.verb()) {
      case CREATE -> all(action, rows, Result.CREATED);
      case UPDATE -> all(action, rows, Result.UPDATED);
      case DELETE -> List.of();
      case UNDO -> all(action, rows, Result.UNDONE);
    };
  }

  private static List<Outcome> all(Action action, List<RowKey> rows, Result result) {
    return rows.stream().map(row -> new Outcome(row, result, action.note(row), "")).toList();
  }
}
