package org.cloudtransfer.source;

/**
 * Something of the old cloud that a person should know of, because no row of the archive says it.
 *
 * @param text a sentence about several things ("they") that ends with what to do
 * @param name what it is about, e.g. a group; the same in two databases is one and the same
 * @param value what there is to know of that one thing
 */
public record Remark(String text, String name, String value) {

  /** The thing in a line. */
  public String line() {
    return value.isEmpty() ? name : name + ": " + value;
  }
}
