package org.cloudtransfer.upload.cloud;

/**
 * One step of a URL's path. Some texts cannot be one, however they are encoded: servers take
 * encoded slashes and dots for plain ones, and walk up the path.
 */
public final class PathSegment {
  private PathSegment() {}

  public static boolean isOne(String text) {
    return !text.isEmpty() && !text.equals(".") && !text.equals("..") && !text.contains("/");
  }
}
