package org.cloudtransfer.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cloudtransfer.benchmark.Child.Ran;

/** Uploads more and more rules, to see memory and growth. */
record BigUpload(Path work, List<Integer> sizes) {
  private static final int RULES = 52;
  private static final int GROUPS = 20;

  List<Line> measure() throws IOException {
    List<Line> lines = new ArrayList<>();
    List<Double> perRow = new ArrayList<>();
    double rowsBefore = 0;
    double secondsBefore = 0;
    for (int size : sizes) {
      Workload workload = workload(size);
      Ran ran = once(workload);
      double rows = workload.rows();
      double each = (ran.seconds() - secondsBefore) / (rows - rowsBefore) * 1e6;
      String what = "upload of " + size + " rules, simulator without latency";
      String heap = "≤ 1 GiB heap";
      lines.add(
          size >= 1_000_000
              ? Line.of(what, heap, true, Spread.of(ran.peakMiB()), "MiB resident", "-Xmx1g")
              : Line.figure(what, Spread.of(ran.seconds()), "s", "-Xmx1g"));
      if (rowsBefore > 0) {
        perRow.add(each);
      }
      rowsBefore = rows;
      secondsBefore = ran.seconds();
    }
    lines.addAll(Growth.lines("upload", perRow, sizes));
    return lines;
  }

  private static Workload workload(int size) {
    int projects = Math.max(1, size / RULES / GROUPS);
    return new Workload(SimulatedCloud.ids("cc", projects), List.of(), GROUPS, RULES, false);
  }

  private Ran once(Workload workload) throws IOException {
    try (Scratch scratch = Scratch.in(work);
        SimulatedCloud cloud = SimulatedCloud.start(Duration.ZERO, workload)) {
      String tarball = workload.pack(scratch.path().resolve("archive")).toString();
      return SimulatedUpload.start(cloud.environment(), "-Xmx1g")
          .run(SimulatedUpload.UPLOAD, "--tarball", tarball, "--no-progress");
    }
  }
}
