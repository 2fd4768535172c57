package org.cloudtransfer.upload.execute;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The process that holds a lock, as a person looks for it. */
record Holder(long pid, String host, String since) {

  static Holder me(Clock clock) {
    return new Holder(ProcessHandle.current().pid(), kernelName(), clock.instant().toString());
  }

  /** The kernel's name of this machine, for which nobody has to be asked. */
  private static String kernelName() {
    try {
      Path name = Path.of("/proc/sys/kernel/hostname");
      return Files.readString(name, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "this host";
    }
  }

  @Override
  public String toString() {
    return "process " + pid + " on " + host + ", since " + since;
  }
}
