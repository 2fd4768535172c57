package org.cloudtransfer.upload.cloud;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lets as many calls of each service through at once as the service takes well. */
final class Paced implements Transport {
  private static final Predicate<String> WORD = Pattern.compile("[a-z-]+").asMatchPredicate();

  private final Transport next;
  private final int most;
  private final LongSupplier nanos;
  private final Map<String, Gate> gates = new ConcurrentHashMap<>();

  /**
   * @param most calls under way in one service, at most
   * @param nanos a clock that only runs forward
   */
  Paced(Transport next, int most, LongSupplier nanos) {
    this.next = next;
    this.most = most;
    this.nanos = nanos;
  }

  @Override
  public Answer send(Call call) {
    Gate gate = gate(call);
    int began = gate.enter(call);
    long start = nanos.getAsLong();
    try {
      Answer answer = next.send(call);
      gate.leave(began, call, answer, (nanos.getAsLong() - start) / 1e6);
      return answer;
    } catch (RuntimeException | Error e) {
      gate.leaveUnanswered(began);
      throw e;
    }
  }

  Gate gate(Call call) {
    return gates.computeIfAbsent(service(call), s -> new Gate(new Pace(most)));
  }

  /** Services are told apart by port or, behind one proxy, by the first segment of the path. */
  private static String service(Call call) {
    String[] segments = call.uri().getPath().split("/", 3);
    return call.uri().getAuthority() + "/" + (segments.length > 1 ? segments[1] : "");
  }

  private static String kind(Call call) {
    return Arrays.stream(call.uri().getPath().split("/"))
        .filter(WORD)
        .collect(Collectors.joining("/", call.method() + " ", ""));
  }

  /** Where calls of one service wait for their turn. */
  static final class Gate {
    private final Pace pace;
    private int underWay;

    Gate(Pace pace) {
      this.pace = pace;
    }

    synchronized int enter(Call call) {
      try {
        while (underWay >= pace.limit()) {
          wait();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new NoReplyException(call + " was interrupted", false, e);
      }
      underWay++;
      return pace.generation();
    }

    synchronized void leave(int began, Call call, Answer answer, double millis) {
      if (answer.status() == 429 || answer.status() == 503 || answer.status() == 504) {
        pace.busy(began);
      } else if (answer.status() < 300) {
        pace.answered(kind(call), millis);
      }
      left();
    }

    synchronized void leaveUnanswered(int began) {
      pace.busy(began);
      left();
    }

    private void left() {
      underWay--;
      notifyAll();
    }
  }
}
