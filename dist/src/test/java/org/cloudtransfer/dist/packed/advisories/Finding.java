package org.cloudtransfer.dist.packed.advisories;

/**
 * Something bundled that should not be.
 *
 * @param id of the advisory, or {@code baseline}
 */
record Finding(Component component, String id, String words) {
  @Override
  public String toString() {
    return component + ": " + words;
  }
}
