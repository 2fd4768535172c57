package org.cloudtransfer.upload.verify;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.resource.SecurityGroup;

/** Finds groups that look as if one of the archive's had been made twice. */
final class Twins {
  private Twins() {}

  /**
   * Notes groups without counterpart that have the traits of a wanted one and were not there before
   * the first upload; where no journal tells that, those that are equal in all their rules.
   *
   * @param pairs target IDs by source ID
   * @param equals IDs of groups that equal one of the archive
   */
  static void note(
      Question question,
      Collection<SecurityGroup> wanted,
      GroupListing listing,
      Map<String, String> pairs,
      Set<String> equals,
      Comparison comparison) {
    Map<List<Object>, SecurityGroup> byTraits = new HashMap<>();
    wanted.stream()
        .filter(group -> !group.isDefault())
        .forEach(group -> byTraits.putIfAbsent(Pairing.traits(group, question), group));
    Set<String> paired = new HashSet<>(pairs.values());
    for (ShownGroup shown : listing.groups().values()) {
      SecurityGroup like = byTraits.get(Pairing.traits(shown));
      if (like != null && !paired.contains(shown.id())) {
        Optional<Set<String>> before =
            question.ledger().baseline("security-groups of " + shown.project());
        boolean isNew =
            before.map(ids -> !ids.contains(shown.id())).orElse(equals.contains(shown.id()));
        if (isNew) {
          String what = "a second group of its name and description, " + shown.id();
          comparison.add(new Surplus(like.key(), what, false));
        }
      }
    }
  }
}
