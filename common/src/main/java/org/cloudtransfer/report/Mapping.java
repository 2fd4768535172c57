package org.cloudtransfer.report;

import java.util.List;

/**
 * Who is who: the owners of the archive's rows, and where they are in the target.
 *
 * @param what the owners are, plural: {@code users} or {@code projects}
 * @param option that takes a file with the choices, e.g. {@code --map}; empty if there is none, and
 *     nothing can be chosen
 * @param file the name under which the page saves the choices
 * @param known accounts of the target, for completion
 * @param gaps who is not among them and why, in sentences
 */
public record Mapping(
    String what,
    String option,
    String file,
    List<Owner> owners,
    List<Known> known,
    List<String> gaps) {
  public Mapping {
    owners = List.copyOf(owners);
    known = List.copyOf(known);
    gaps = List.copyOf(gaps);
  }

  /**
   * One owner; texts that there are none of are empty. The fields are the columns of the file.
   *
   * @param target its ID in the target; empty if it has no place
   * @param rows that are withheld for want of a place and for nothing else
   */
  public record Owner(
      String id,
      String name,
      String domain,
      String target,
      String how,
      String confidence,
      List<Account> candidates,
      long rows) {
    public Owner {
      candidates = List.copyOf(candidates);
    }

    boolean isPlaced() {
      return !target.isEmpty();
    }
  }

  /**
   * Somebody, or a project, in the target; name and domain are empty if nothing is known of them.
   */
  public record Known(String id, String name, String domain) {}

  /**
   * Somebody, or a project, in the target, who is likely to be meant.
   *
   * @param label the ID with name and domain, as in the file's column {@code candidates}
   */
  public record Account(String id, String label) {}

  boolean isOpen() {
    return owners.stream().anyMatch(owner -> !owner.isPlaced());
  }

  /** Whether the page lets the reader place somebody. */
  boolean hasScreen() {
    return isOpen() && !option.isEmpty();
  }
}
