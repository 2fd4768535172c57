package org.cloudtransfer.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.cloudtransfer.benchmark.Child.Ran;

/** Uploads the reference workload to a real cloud, and writes it with the load generator, too. */
record LabUpload(Path work, Path home, int projects, int runs) {
  private static final int THREADS = 4;
  private static final int BULK = 25;

  /** Processor seconds are the target's. */
  private record Once(
      double seconds,
      double again,
      double reading,
      double writing,
      double verifying,
      double plainSeconds,
      double plainCpu,
      double singleSeconds) {
    double cpu() {
      return reading + writing + verifying;
    }
  }

  List<Line> measure() throws IOException {
    if (home == null || !Files.exists(home.resolve("openrc"))) {
      return List.of(
          Line.skipped("upload, real lab", "", "--lab DIR does not name a cloud of the lab"));
    }
    LabCloud cloud = new LabCloud(home);
    List<Once> all = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      all.add(once(cloud));
    }
    return lines(all);
  }

  /**
   * The order is that of the comparison: what is to be fast comes last, and finds no warmer cloud.
   */
  private Once once(LabCloud cloud) throws IOException {
    Workload forPlain = fresh(cloud);
    Workload forSingle = fresh(cloud);
    Workload ours = fresh(cloud);
    double start = cloud.cpuSeconds();
    double plain = seconds(new LoadGenerator(cloud, THREADS, BULK), forPlain);
    double plainCpu = cloud.cpuSeconds() - start;
    double single = seconds(new LoadGenerator(cloud, 1, 1), forSingle);
    try (Scratch scratch = Scratch.in(work)) {
      String tarball = ours.pack(scratch.path().resolve("archive")).toString();
      List<Double> marks = new ArrayList<>(List.of(cloud.cpuSeconds()));
      List<String> said = new ArrayList<>();
      Ran first =
          SimulatedUpload.start(cloud.environment(), "-Xmx512m")
              .watching(line -> mark(line, said, marks, cloud))
              .run(SimulatedUpload.UPLOAD, "-v", "--tarball", tarball, "--no-progress");
      marks.add(cloud.cpuSeconds());
      Ran second =
          SimulatedUpload.start(cloud.environment(), "-Xmx512m")
              .run(SimulatedUpload.UPLOAD, "--tarball", tarball, "--no-progress");
      return new Once(
          first.seconds(),
          second.seconds(),
          marks.get(1) - marks.get(0),
          marks.get(2) - marks.get(1),
          marks.get(3) - marks.get(2),
          plain,
          plainCpu,
          single);
    }
  }

  /** Writing begins with the first stage and ends where verifying begins. */
  private static void mark(String line, List<String> said, List<Double> marks, LabCloud cloud) {
    for (String begin : List.of("writing ", "Verifying ")) {
      if (line.startsWith(begin) && !said.contains(begin)) {
        said.add(begin);
        marks.add(cloud.cpuSeconds());
      }
    }
  }

  private static double seconds(LoadGenerator generator, Workload workload) {
    long start = System.nanoTime();
    generator.write(workload);
    return (System.nanoTime() - start) / 1e9;
  }

  /** Projects and users that nobody has written to. */
  private Workload fresh(LabCloud cloud) {
    String run = Long.toString(System.nanoTime(), 36);
    List<String> ids = make(cloud, "project", run);
    return Workload.reference(ids, make(cloud, "user", run));
  }

  private List<String> make(LabCloud cloud, String kind, String run) {
    return IntStream.range(0, projects)
        .parallel()
        .mapToObj(
            i ->
                cloud
                    .call(
                        "POST",
                        "identity",
                        "/" + kind + "s",
                        Map.of(
                            kind, Map.of("name", "bench-" + run + "-" + i, "domain_id", "default")))
                    .path(kind)
                    .path("id")
                    .asText())
        .sorted()
        .toList();
  }

  private List<Line> lines(List<Once> all) {
    String what = "real lab, " + projects + " projects: ";
    return List.of(
        Line.atMost(
            what + "upload ÷ load generator (4 threads, bulks of 25 groups)",
            "≤ 1.15",
            1.15,
            spread(all, o -> o.seconds() / o.plainSeconds()),
            "",
            "start of the virtual machine included"),
        Line.atLeast(
            what + "one request per object, one at a time ÷ upload",
            "≥ 3.5",
            3.5,
            spread(all, o -> o.singleSeconds() / o.seconds()),
            "",
            ""),
        Line.atMost(
            what + "CPU of the target's processes for writing ÷ that of the load generator",
            "≤ 1.1",
            1.1,
            spread(all, o -> o.writing() / o.plainCpu()),
            "",
            ""),
        Line.atMost(
            what + "share of snapshot and verification in the target's CPU",
            "≤ 25 %",
            25,
            spread(all, o -> (o.reading() + o.verifying()) / o.cpu() * 100),
            "%",
            ""),
        Line.atMost(
            what + "a second run with nothing to do ÷ the first",
            "≤ 10 %",
            10,
            spread(all, o -> o.again() / o.seconds() * 100),
            "%",
            "it looks at every owner again: see above"),
        Line.figure(what + "upload", spread(all, Once::seconds), "s", ""),
        Line.figure(what + "load generator", spread(all, Once::plainSeconds), "s", ""),
        Line.figure(what + "target CPU, snapshot", spread(all, Once::reading), "s", ""),
        Line.figure(what + "target CPU, writing", spread(all, Once::writing), "s", ""),
        Line.figure(what + "target CPU, verification", spread(all, Once::verifying), "s", ""),
        Line.figure(what + "target CPU, load generator", spread(all, Once::plainCpu), "s", ""));
  }

  private static Spread spread(List<Once> all, ToDoubleFunction<Once> value) {
    return new Spread(all.stream().mapToDouble(value).boxed().toList());
  }
}
