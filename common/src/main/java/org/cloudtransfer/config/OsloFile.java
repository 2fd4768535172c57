package org.cloudtransfer.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.cli.WholeFile;
import org.cloudtransfer.config.OsloConfig.Assignment;
import org.cloudtransfer.config.OsloConfig.Name;

/** Takes one file apart, line by line, as {@code oslo_config/iniparser.py} does. */
final class OsloFile {
  private static final int SIZE_MAX = 16 << 20;

  private final Path file;
  private final int fileNumber;
  private final List<Assignment> assignments = new ArrayList<>();
  private int line;
  private String section;
  private String key;
  private int keyLine;
  private final List<String> value = new ArrayList<>();

  private OsloFile(Path file, int fileNumber) {
    this.file = file;
    this.fileNumber = fileNumber;
  }

  static List<Assignment> read(Path file, int fileNumber) {
    return new OsloFile(file, fileNumber).parse(text(file));
  }

  private List<Assignment> parse(String text) {
    for (String next : text.split("\r\n|\r|\n", -1)) {
      line++;
      take(next.stripTrailing());
    }
    endValue();
    return assignments;
  }

  private void take(String text) {
    if (text.isEmpty()) {
      endValue();
    } else if (text.startsWith(" ") || text.startsWith("\t")) {
      continueValue(text.strip());
    } else {
      endValue();
      begin(text);
    }
  }

  private void begin(String text) {
    if (text.startsWith("[")) {
      section = section(text);
    } else if (!text.startsWith("#") && !text.startsWith(";")) {
      assign(text);
    }
  }

  private String section(String text) {
    if (!text.endsWith("]")) {
      throw malformed("a section's line must end with ]");
    }
    if (text.length() <= 2) {
      throw malformed("the section has no name");
    }
    return text.substring(1, text.length() - 1);
  }

  private void assign(String text) {
    int end = separator(text);
    if (end < 0) {
      throw malformed("neither a section nor an assignment with = or :");
    }
    key = text.substring(0, end).strip();
    if (key.isEmpty()) {
      throw malformed("nothing before the " + text.charAt(end));
    }
    if (section == null) {
      throw malformed("an assignment before the first section");
    }
    keyLine = line;
    value.add(unquoted(text.substring(end + 1).strip()));
  }

  private static int separator(String text) {
    int colon = text.indexOf(':');
    int equals = text.indexOf('=');
    return colon < 0 || equals >= 0 && equals < colon ? equals : colon;
  }

  private static String unquoted(String text) {
    boolean quoted = text.startsWith("\"") || text.startsWith("'");
    if (!quoted || text.charAt(0) != text.charAt(text.length() - 1)) {
      return text;
    }
    return text.length() == 1 ? "" : text.substring(1, text.length() - 1);
  }

  private void continueValue(String text) {
    if (key == null) {
      throw malformed("an indented line that continues nothing");
    }
    value.add(text);
  }

  private void endValue() {
    if (key != null) {
      Name name = new Name(section, key);
      assignments.add(new Assignment(name, String.join("\n", value), file, keyLine, fileNumber));
      key = null;
      value.clear();
    }
  }

  private StopException malformed(String reason) {
    return StopException.badInput(
        file + ":" + line + ": " + reason + ".",
        "Correct the line; the service itself would not start with it either.");
  }

  private static String text(Path file) {
    try {
      return decoded(WholeFile.bytes(file, SIZE_MAX));
    } catch (AccessDeniedException e) {
      throw StopException.badInput(
          file + " may not be read by this user.", "Run as root, or as a member of its group.");
    } catch (NoSuchFileException e) {
      throw StopException.badInput(file + " does not exist.", "Check --config-dir.");
    } catch (IOException e) {
      throw StopException.badInput(
          file + " cannot be read: " + e.getMessage() + ".", "Check the file and its disk.");
    }
  }

  /** Python 2 takes bytes as they come, so a Latin-1 comment must not stop us. */
  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
