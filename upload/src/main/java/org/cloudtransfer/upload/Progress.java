package org.cloudtransfer.upload;

import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.upload.plan.Step;

/** A bar on a terminal, nothing anywhere else. */
final class Progress implements AutoCloseable {
  private static final int MILLIS = 500;

  private final ProgressBar bar;

  private Progress(ProgressBar bar) {
    this.bar = bar;
  }

  static Progress of(Console console, String title, List<Step> steps) {
    long rows = count(steps);
    if (!console.showsProgress() || rows == 0) {
      return new Progress(null);
    }
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName(title)
            .setInitialMax(rows)
            .setUpdateIntervalMillis(MILLIS)
            .setStyle(ProgressBarStyle.ASCII)
            .showSpeed()
            .build());
  }

  /** A bar that counts requests, of which nobody knows how many there will be. */
  static Progress counting(Console console, String title) {
    return new Progress(
        console.showsProgress()
            ? new ProgressBarBuilder()
                .setTaskName(title)
                .setInitialMax(-1)
                .setUpdateIntervalMillis(MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .build()
            : null);
  }

  private static long rows(Step step) {
    return step instanceof Step.Act act
        ? act.action().rows().size()
        : step instanceof Step.Baseline ? 0 : 1;
  }

  static long count(List<Step> steps) {
    return steps.stream().mapToLong(Progress::rows).sum();
  }

  /** Rows have come to their end, or requests been answered; from any thread. */
  void step(long rows) {
    if (bar != null) {
      bar.stepBy(rows);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
