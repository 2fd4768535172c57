package org.cloudtransfer.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * A line of {@code COPY … (FORMAT csv, HEADER, FORCE_QUOTE *)}: what is not quoted is NULL, and in
 * what is quoted a quote is doubled. Text is made of a column only when it is asked for.
 */
final class CopyFields implements Fields {
  private static final int NULL = -1;
  private static final char REPLACED = '\uFFFD';

  private final Map<String, Integer> positions = new HashMap<>();
  private final int[] starts;
  private final int[] ends;
  private byte[] line;

  /**
   * @param header the first line, with the columns' names
   */
  CopyFields(byte[] header) {
    String[] names = new String(header, UTF_8).strip().split(",");
    for (String name : names) {
      positions.put(name, positions.size());
    }
    this.starts = new int[names.length];
    this.ends = new int[names.length];
  }

  void show(byte[] bytes) {
    line = bytes;
    int at = 0;
    for (int i = 0; i < starts.length; i++) {
      at = bytes[at] == '"' ? quoted(i, at + 1) : nothing(i, at);
      at++;
    }
  }

  private int nothing(int i, int at) {
    starts[i] = NULL;
    return at;
  }

  /** Returns the position behind the closing quote. */
  private int quoted(int i, int start) {
    int at = start;
    while (line[at] != '"' || at + 1 < line.length && line[at + 1] == '"') {
      at += line[at] == '"' ? 2 : 1;
    }
    starts[i] = start;
    ends[i] = at;
    return at + 1;
  }

  @Override
  public String text(String column) throws SQLException {
    Integer i = positions.get(column);
    if (i == null) {
      throw new SQLException("the result has no column " + column);
    }
    if (starts[i] == NULL) {
      return null;
    }
    String text = new String(line, starts[i], ends[i] - starts[i], UTF_8);
    if (text.indexOf(REPLACED) >= 0) {
      requireUtf8(column, ByteBuffer.wrap(line, starts[i], ends[i] - starts[i]));
    }
    return text.indexOf('"') < 0 ? text : text.replace("\"\"", "\"");
  }

  /** Databases in SQL_ASCII may hold anything; what is not text must not become other text. */
  private static void requireUtf8(String column, ByteBuffer bytes) throws SQLException {
    try {
      UTF_8.newDecoder().decode(bytes);
    } catch (CharacterCodingException e) {
      throw new SQLException(column + " holds a text that is not UTF-8", "22021", e);
    }
  }

  @Override
  public Integer integer(String column) throws SQLException {
    String text = text(column);
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new SQLException(column + " holds no whole number of 32 bits: " + text, e);
    }
  }

  @Override
  public Boolean flag(String column) throws SQLException {
    String text = text(column);
    return text == null ? null : text.equals("t");
  }
}
