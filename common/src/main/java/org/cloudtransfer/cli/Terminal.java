package org.cloudtransfer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the process writes to.
 *
 * @param progress whether standard error is a terminal on which progress may be drawn
 * @param colours whether messages there may be coloured
 */
record Terminal(boolean progress, boolean colours) {
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  static Terminal ofProcess() {
    return of(isTerminal(STANDARD_ERROR), System.getenv());
  }

  /** Colours can be refused: see no-color.org. */
  static Terminal of(boolean errors, Map<String, String> env) {
    boolean refused = !env.getOrDefault("NO_COLOR", "").isEmpty();
    boolean dumb = env.getOrDefault("TERM", "dumb").equals("dumb");
    return new Terminal(errors && !dumb, errors && !refused && !dumb);
  }

  /**
   * {@code System.console()} does not tell: it asks for standard input, too, and since Java 22
   * there may be one where there is no terminal.
   */
  static boolean isTerminal(Path descriptor) {
    try {
      String device = Files.readSymbolicLink(descriptor).toString();
      return device.startsWith("/dev/pts/") || device.matches("/dev/(tty|console|hvc).*");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
