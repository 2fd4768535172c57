package org.cloudtransfer.resource;

import java.util.function.UnaryOperator;

/**
 * One line of a CSV file on its way to becoming a record.
 *
 * @param values column name to text; null is NULL, the empty string is the empty string
 * @param place file and line, for messages
 */
public record Row(UnaryOperator<String> values, String place) {

  /** The text of a column that may be NULL. */
  public String text(String column) {
    return values.apply(column);
  }

  /**
   * The text of a column that must not be NULL or empty.
   *
   * @throws BadRowException if it is
   */
  public String required(String column) {
    String text = text(column);
    if (text == null || text.isEmpty()) {
      throw new BadRowException(place + ": " + column + " is missing");
    }
    return text;
  }

  /**
   * The number in a column that may be NULL.
   *
   * @throws BadRowException if it is not a whole number of 32 bits
   */
  public Integer integer(String column) {
    String text = text(column);
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new BadRowException(place + ": " + column + " is no whole number: " + text);
    }
  }

  /**
   * The truth value in a column that may be NULL.
   *
   * @throws BadRowException if it is neither {@code true} nor {@code false}
   */
  public Boolean flag(String column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new BadRowException(place + ": " + column + " is no truth value: " + text);
    };
  }

  /** A line that cannot be read as a record of its table; the message names file, line, column. */
  public static final class BadRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRowException(String message) {
      super(message);
    }
  }
}
