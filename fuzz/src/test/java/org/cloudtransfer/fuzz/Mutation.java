package org.cloudtransfer.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** A few random changes to an input: what a fuzzer does first. */
final class Mutation {
  private static final String[] WORDS = {
    "\"",
    "\"\"",
    "'",
    ",",
    ":",
    "=",
    "\n",
    "\r\n",
    "\0",
    "null",
    "-1",
    "0",
    "1e999",
    "99999999999999999999",
    "{}",
    "[]",
    "[[[[[[[[",
    "${a}",
    "%00",
    "../",
    "é",
    "\ud83d\ude00",
    "&a",
    "*a",
    "default"
  };

  private Mutation() {}

  static byte[] of(List<byte[]> corpus, Random random) {
    byte[] input = corpus.get(random.nextInt(corpus.size()));
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      input = changed(input, corpus.get(random.nextInt(corpus.size())), random);
    }
    return input;
  }

  private static byte[] changed(byte[] input, byte[] other, Random random) {
    int from = random.nextInt(input.length + 1);
    int to = from + random.nextInt(Math.min(input.length - from, 32) + 1);
    return switch (random.nextInt(5)) {
      case 0 -> joined(input, 0, from, new byte[] {(byte) random.nextInt()}, to, input);
      case 1 -> joined(input, 0, from, new byte[0], to, input);
      case 2 -> joined(input, 0, to, new byte[0], from, input);
      case 3 -> {
        byte[] word = WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8);
        yield joined(input, 0, from, word, to, input);
      }
      default -> joined(input, 0, from, new byte[0], Math.min(from, other.length), other);
    };
  }

  private static byte[] joined(
      byte[] head, int from, int to, byte[] middle, int rest, byte[] tail) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length + tail.length);
    bytes.write(head, from, to - from);
    bytes.writeBytes(middle);
    bytes.write(tail, rest, tail.length - rest);
    return bytes.toByteArray();
  }
}
