package org.cloudtransfer.upload.target;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.upload.plan.Ledger;

/**
 * What is known of groups before deciding.
 *
 * @param source the archive's groups that matter: those to carry over and those their rules name
 * @param wanted source IDs of those to carry over
 * @param present the target's groups of their projects
 * @param gone source IDs of groups that an earlier run created and somebody has deleted since
 * @param extensions of the target's Neutron
 * @param skipsDefaults whether default groups are left alone; then one that came into being along
 *     with our groups is nobody's counterpart, as it was none in the run that made those
 * @param automatic the rules that it adds unasked
 */
record GroupSituation(
    Map<String, SourceGroup> source,
    Set<String> wanted,
    PresentGroups present,
    Set<String> gone,
    Set<String> extensions,
    boolean skipsDefaults,
    AutomaticRules automatic) {

  /**
   * The counterparts in the target, as far as they are there by now.
   *
   * @param ours target IDs by source ID of groups that we made
   * @param defaults of default groups that were there before us
   * @param equal of other groups that were there before us and are equal
   */
  record Counterparts(
      Map<String, String> ours, Map<String, String> defaults, Map<String, String> equal) {

    Optional<String> of(String sourceId) {
      return Optional.ofNullable(ours.get(sourceId))
          .or(() -> Optional.ofNullable(defaults.get(sourceId)))
          .or(() -> Optional.ofNullable(equal.get(sourceId)));
    }
  }

  Counterparts counterparts(Ledger ledger) {
    Map<String, String> ours = new HashMap<>();
    Map<String, String> defaults = new HashMap<>();
    List<SourceGroup> open = new ArrayList<>();
    for (SourceGroup group : source.values()) {
      Optional<String> made = ledger.id(group.group().key());
      if (made.isPresent()) {
        made.filter(id -> !gone.contains(group.id())).ifPresent(id -> ours.put(group.id(), id));
      } else if (group.group().isDefault()) {
        present
            .defaultOf(group.project())
            .filter(there -> !skipsDefaults || !cameWithUs(there, ledger))
            .ifPresent(there -> defaults.put(group.id(), there.id()));
      } else if (!ledger.inDoubt(group.group().key())) {
        open.add(group);
      }
    }
    Map<String, String> fixed = new HashMap<>(ours);
    fixed.putAll(defaults);
    defaultsToCome(fixed);
    Set<String> absent = new HashSet<>();
    open.stream().filter(group -> !isMakeable(group)).forEach(group -> absent.add(group.id()));
    Map<String, String> equal = new GroupMatcher(fixed, open, absent, strangers(ours)).match();
    return new Counterparts(ours, defaults, equal);
  }

  /** A default group that this run makes first: no rule of the target can name it yet. */
  private void defaultsToCome(Map<String, String> fixed) {
    source.values().stream()
        .filter(group -> group.group().isDefault() && wanted.contains(group.id()))
        .filter(group -> !skipsDefaults && !gone.contains(group.id()))
        .forEach(group -> fixed.putIfAbsent(group.id(), "to come: " + group.id()));
  }

  /** Whether this run makes it if it is not there. */
  private boolean isMakeable(SourceGroup group) {
    return wanted.contains(group.id()) && !isMisnamed(group) && !isTooStateless(group);
  }

  /** Neutron reserves the name, in any case of letters. */
  static boolean isMisnamed(SourceGroup group) {
    return group.name().equalsIgnoreCase("default");
  }

  boolean isTooStateless(SourceGroup group) {
    return !group.isStateful() && !extensions.contains("stateful-security-group");
  }

  private List<PresentGroup> strangers(Map<String, String> ours) {
    Set<String> claimed = new HashSet<>(ours.values());
    return present.byId().values().stream()
        .filter(group -> !group.isDefault() && !claimed.contains(group.id()))
        .toList();
  }

  /** Neutron makes the default group along with the first group of a project, too. */
  static boolean cameWithUs(PresentGroup present, Ledger ledger) {
    return ledger
        .baseline(scope(present.projectId()))
        .filter(before -> !before.contains(present.id()))
        .isPresent();
  }

  static String scope(String project) {
    return "security-groups of " + project;
  }
}
