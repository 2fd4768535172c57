package org.cloudtransfer.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.benchmark.Child.Ran;

/** Uploads the reference workload to the simulator, and once more when there is nothing to do. */
record SimulatedUpload(Path work, int projects, int runs) {
  static final String UPLOAD = "org.cloudtransfer.upload.Main";
  private static final int WORKERS = 32;

  /** What one upload and its repetition took. */
  private record Once(
      double writing, double ideal, double requests, double cpuMillis, double again) {}

  List<Line> measure() throws IOException {
    List<Line> lines = new ArrayList<>();
    for (int millis : new int[] {0, 10, 50}) {
      List<Once> all = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        all.add(once(millis));
      }
      report(millis, all, lines);
    }
    return lines;
  }

  private Once once(int millis) throws IOException {
    Workload workload =
        Workload.reference(SimulatedCloud.ids("aa", projects), SimulatedCloud.ids("bb", projects));
    try (Scratch scratch = Scratch.in(work);
        SimulatedCloud cloud = SimulatedCloud.start(Duration.ofMillis(millis), workload)) {
      String tarball = workload.pack(scratch.path().resolve("archive")).toString();
      Ran first = upload(cloud, tarball);
      int requests = cloud.log().all().size();
      int writes = cloud.log().writes().size();
      double writing = cloud.log().writing().toMillis() / 1000.0 + millis / 1000.0;
      Ran second = upload(cloud, tarball);
      if (cloud.log().writes().size() != writes) {
        throw new IllegalStateException("the second upload wrote");
      }
      return new Once(
          writing,
          writes * (millis / 1000.0) / WORKERS,
          (double) writes / workload.leastWrites(),
          first.cpuSeconds() * 1000 / requests,
          second.seconds() / first.seconds() * 100);
    }
  }

  /** A start of {@code upload} with the options that the distribution's launcher gives it. */
  static Child start(Map<String, String> environment, String heap) {
    return new Child(environment, heap, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  }

  private static Ran upload(SimulatedCloud cloud, String tarball) throws IOException {
    return start(cloud.environment(), "-Xmx1g")
        .run(UPLOAD, "--tarball", tarball, "--workers", "" + WORKERS, "--no-progress");
  }

  private void report(int millis, List<Once> all, List<Line> lines) {
    String where = "upload of " + projects + " projects, simulator with " + millis + " ms latency";
    if (millis == 50) {
      Spread share = new Spread(all.stream().map(o -> o.ideal() / o.writing() * 100).toList());
      lines.add(
          Line.atLeast(
              where + ", " + WORKERS + " workers: ideal ÷ time of the writing part",
              "≥ 95 %",
              95,
              share,
              "%",
              "ideal: writes × latency ÷ workers"));
    }
    if (millis == 0) {
      Spread cpu = new Spread(all.stream().map(Once::cpuMillis).toList());
      lines.add(
          Line.atMost(
              where + ": client CPU per request",
              "≤ 0.3 ms",
              0.3,
              cpu,
              "ms",
              "start of the virtual machine included"));
      Spread requests = new Spread(all.stream().map(Once::requests).toList());
      lines.add(
          Line.atMost(
              "requests written ÷ least possible, reference workload",
              "≤ 1.05",
              1.05,
              requests,
              "",
              "groups in bulks of 25, a bulk of rules per group"));
    } else {
      Spread again = new Spread(all.stream().map(Once::again).toList());
      lines.add(
          Line.atMost(
              where + ": a second run with nothing to do ÷ the first",
              "≤ 10 %",
              10,
              again,
              "%",
              "it looks at every owner again: see above"));
    }
    Spread seconds = new Spread(all.stream().map(Once::writing).toList());
    lines.add(Line.figure(where + ": writing part", seconds, "s", ""));
  }
}
