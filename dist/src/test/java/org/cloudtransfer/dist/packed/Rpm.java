package org.cloudtransfer.dist.packed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An RPM package as rpm reads it: a lead, a header of digests, the header proper, and a payload.
 *
 * @param digests values of the first header by tag
 * @param tags values of the second header by tag: texts, numbers or, of anything else, bytes
 * @param header the second header's bytes
 * @param payload what is installed
 */
record Rpm(
    Map<Integer, List<Object>> digests,
    Map<Integer, List<Object>> tags,
    byte[] header,
    byte[] payload) {
  private static final int LEAD = 96;
  private static final int INTRO = 16;
  private static final int MAGIC = 0x8eade801;
  private static final int INT32 = 4;
  private static final int STRING = 6;
  private static final int BINARY = 7;
  private static final int I18N = 9;

  private record Header(Map<Integer, List<Object>> tags, int end) {}

  static Rpm read(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    Header first = header(all, LEAD);
    int begin = (first.end + 7) / 8 * 8;
    Header second = header(all, begin);
    return new Rpm(
        first.tags,
        second.tags,
        Arrays.copyOfRange(all, begin, second.end),
        Arrays.copyOfRange(all, second.end, all.length));
  }

  private static Header header(byte[] all, int begin) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(all);
    if (bytes.getInt(begin) != MAGIC) {
      throw new IOException("no RPM header at " + begin);
    }
    int entries = bytes.getInt(begin + 8);
    int store = begin + INTRO + entries * INTRO;
    Map<Integer, List<Object>> tags = new HashMap<>();
    for (int i = 1; i <= entries; i++) {
      bytes.position(begin + i * INTRO);
      int tag = bytes.getInt();
      tags.put(tag, values(bytes, store));
    }
    return new Header(tags, store + bytes.getInt(begin + 12));
  }

  private static List<Object> values(ByteBuffer bytes, int store) {
    int type = bytes.getInt();
    int at = store + bytes.getInt();
    int count = bytes.getInt();
    List<Object> values = new ArrayList<>();
    if (type == BINARY) {
      values.add(Arrays.copyOfRange(bytes.array(), at, at + count));
    }
    for (int i = 0; i < count && (type == INT32 || type >= STRING && type <= I18N); i++) {
      if (type == INT32) {
        values.add(bytes.getInt(at + 4 * i));
      } else if (type != BINARY) {
        String text = text(bytes.array(), at);
        at += text.getBytes(StandardCharsets.UTF_8).length + 1;
        values.add(text);
      }
    }
    return values;
  }

  private static String text(byte[] bytes, int from) {
    int end = from;
    while (bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }
}
