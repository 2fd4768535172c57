package org.cloudtransfer.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an archive does to each row: how often a second. Run by {@code benchmark/run jmh}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ArchiveFunctions {
  private static final int LINES = 20_000;

  private final List<?> rule = rule(1);
  private final byte[] text = text();

  private static List<?> rule(long number) {
    String id = new UUID(number * 0x9e3779b97f4a7c15L, number).toString();
    return Arrays.asList(
        id, id, "project", "ingress", "IPv4", "tcp", 22, 22, "10.0.0.0/8", null, null);
  }

  private static byte[] text() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      lines.append(Csv.line(rule(i)));
    }
    return lines.toString().getBytes(UTF_8);
  }

  /** A rule as a line of CSV. */
  @Benchmark
  public byte[] line() {
    return Csv.line(rule).getBytes(UTF_8);
  }

  /** 20,000 rules, on all cores. */
  @Benchmark
  public void spliced() throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    try (SplicedBZip2OutputStream out =
        new SplicedBZip2OutputStream(OutputStream.nullOutputStream(), cores)) {
      out.write(text);
      out.finish();
    }
  }

  /** 20,000 rules, by the library alone. */
  @Benchmark
  public void plain() throws IOException {
    try (OutputStream out = new BZip2CompressorOutputStream(OutputStream.nullOutputStream())) {
      out.write(text);
    }
  }
}
