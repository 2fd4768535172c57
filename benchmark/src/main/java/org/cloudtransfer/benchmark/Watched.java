package org.cloudtransfer.benchmark;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** Runs a main class in this process and leaves behind what the process used. */
final class Watched {
  private Watched() {}

  /** File for the usage, main class, its arguments. */
  public static void main(String[] args) throws ReflectiveOperationException {
    Path file = Path.of(args[0]);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> note(file)));
    try {
      Class.forName(args[1])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static void note(Path file) {
    Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
      String peak =
          status
              .filter(line -> line.startsWith("VmHWM"))
              .map(line -> line.replaceAll("\\D", ""))
              .findFirst()
              .orElse("0");
      Files.writeString(file, cpu.toMillis() + " " + peak);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
