package org.cloudtransfer.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.cloudtransfer.simulator.http.Fault;
import org.cloudtransfer.simulator.http.Faults;

/**
 * Lies in wait for the moment of a {@link Kill}. The program knows nothing of it: requests are held
 * by the simulator while the process is killed, the journal is watched from outside.
 *
 * @param journal the file that the victim writes
 */
record Trap(Victim victim, Faults faults, Path journal) {
  static final String WRITES = "POST|PUT|DELETE";
  static final String NO_LOGIN = "(?!.*/auth/tokens).*";

  /** While a request that is not over yet outlives its client. */
  private static final Duration LATE = Duration.ofMillis(900);

  /** Before the victim is started. */
  void set(Kill kill) {
    if (kill instanceof Kill.AtRequest at) {
      faults.add(at(at));
    } else if (kill instanceof Kill.AfterFirstWrite after) {
      faults.add(Fault.on(WRITES, NO_LOGIN).run(() -> victim.killAfter(after.time())));
    } else if (kill instanceof Kill.AtJournalLine at) {
      Thread watch = new Thread(() -> watch(at.lines()), "journal watch");
      watch.setDaemon(true);
      watch.start();
    } else if (kill instanceof Kill.AfterStart after) {
      victim.killAfter(after.time());
    }
  }

  private Fault at(Kill.AtRequest at) {
    Fault fault =
        (at.write() ? Fault.on(WRITES, NO_LOGIN) : Fault.on(".*", ".*")).skip(at.number());
    return switch (at.moment()) {
      case BEFORE_EFFECT -> fault.run(victim::kill).drop();
      case EFFECT_FOLLOWS -> fault.run(this::killAndLinger);
      case AFTER_EFFECT -> fault.run(victim::kill).afterEffect();
      case AFTER_ANSWER -> fault.run(victim::kill).afterAnswer();
    };
  }

  private void killAndLinger() {
    victim.kill();
    try {
      Thread.sleep(LATE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Spins: between two lines there may be less than a millisecond. */
  private void watch(int wanted) {
    long size = 0;
    do {
      long now = journal.toFile().length();
      if (now != size) {
        size = now;
        if (lines(journal) >= wanted) {
          victim.kill();
          return;
        }
      }
      Thread.onSpinWait();
    } while (victim.isAlive());
  }

  /** How many lines a journal has; none if there is no journal. */
  static int lines(Path journal) {
    try {
      int lines = 0;
      for (byte b : Files.exists(journal) ? Files.readAllBytes(journal) : new byte[0]) {
        lines += b == '\n' ? 1 : 0;
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
