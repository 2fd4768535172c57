package org.cloudtransfer.download;

import static java.util.Collections.disjoint;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cloudtransfer.cli.Selection;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.source.IdentitySource;
import org.cloudtransfer.source.OwnerFilter;
import org.cloudtransfer.source.Owners;
import org.cloudtransfer.source.RowSource;
import org.cloudtransfer.source.Sources;

/**
 * What a selection comes down to in this cloud: which kinds, and whose.
 *
 * <p>Key pairs belong to users; Neutron's and Cinder's limits and security groups to projects;
 * Nova's limits to projects, or to users in projects. A kind that has no owner of the sort that is
 * asked for is left out; each of the others is narrowed by the owners it has.
 *
 * @param kinds what is read
 * @param leftOut what is not, although selected
 */
record Narrowing(
    Set<ResourceKind> kinds, Set<ResourceKind> leftOut, List<Asked> projects, List<Asked> users) {
  private static final Set<ResourceKind> OF_USERS_ONLY = Set.of(ResourceKind.KEYPAIRS);
  private static final Set<ResourceKind> OF_USERS =
      Set.of(ResourceKind.KEYPAIRS, ResourceKind.NOVA_QUOTAS);

  /**
   * A project or user as the user typed it.
   *
   * @param ids what it may stand for: itself as an ID, and what Keystone knows under that name
   * @param known whether Keystone knows it; if not it may still own something, as the IDs of
   *     deleted users do, and those of the hybrid LDAP backend
   */
  record Asked(String text, Set<String> ids, boolean known) {
    static Asked of(String text, Set<String> found) {
      Set<String> ids = new LinkedHashSet<>(found);
      ids.add(text);
      return new Asked(text, ids, !found.isEmpty());
    }
  }

  static Narrowing of(Selection selection, Optional<IdentitySource> identities) {
    List<Asked> projects =
        asked(selection.projects(), text -> ids(identities, i -> i.projectIds(text)));
    List<Asked> users = asked(selection.users(), text -> ids(identities, i -> i.userIds(text)));
    Set<ResourceKind> kinds = kinds(selection);
    Set<ResourceKind> leftOut = new LinkedHashSet<>(selection.kinds());
    leftOut.removeAll(kinds);
    return new Narrowing(kinds, leftOut, projects, users);
  }

  private static List<Asked> asked(Set<String> texts, Function<String, Set<String>> ids) {
    return new TreeSet<>(texts).stream().map(text -> Asked.of(text, ids.apply(text))).toList();
  }

  private static Set<String> ids(
      Optional<IdentitySource> identities, Function<IdentitySource, Set<String>> lookup) {
    return identities.map(lookup).orElse(Set.of());
  }

  /**
   * The selected kinds without those that are left out, which follows from the options alone.
   *
   * @throws StopException if none remains
   */
  static Set<ResourceKind> kinds(Selection selection) {
    Set<ResourceKind> kinds =
        selection.kinds().stream()
            .filter(kind -> hasOwner(kind, selection))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (kinds.isEmpty()) {
      boolean projects = selection.users().isEmpty();
      throw StopException.badInput(
          kindNames(selection.kinds())
              + (projects
                  ? " belong to users, not to projects."
                  : " belong to projects, not to users."),
          "Name " + (projects ? "--user" : "--project") + ", or select other kinds.");
    }
    return kinds;
  }

  private static boolean hasOwner(ResourceKind kind, Selection selection) {
    boolean all = selection.projects().isEmpty() && selection.users().isEmpty();
    return switch (kind) {
      case KEYPAIRS -> all || !selection.users().isEmpty();
      case NOVA_QUOTAS -> true;
      case NEUTRON_QUOTAS, CINDER_QUOTAS, SECURITY_GROUPS -> all || !selection.projects().isEmpty();
    };
  }

  /** Where the rows of these kinds come from, in the order in which they are read. */
  static List<RowSource<?>> sources(Set<ResourceKind> kinds) {
    return kinds.stream().<RowSource<?>>flatMap(kind -> Sources.of(kind).stream()).toList();
  }

  boolean narrows() {
    return !projects.isEmpty() || !users.isEmpty();
  }

  OwnerFilter filter() {
    return new OwnerFilter(ids(projects), ids(users));
  }

  private static Optional<Set<String>> ids(List<Asked> asked) {
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(asked.stream().flatMap(a -> a.ids().stream()).collect(Collectors.toSet()));
  }

  /** More than one owner of the same name: all of them are taken. */
  Stream<Asked> ambiguous() {
    return Stream.concat(projects.stream(), users.stream())
        .filter(asked -> asked.ids().stream().filter(id -> !id.equals(asked.text())).count() > 1);
  }

  /**
   * Insists that every name means something, and that anything was found at all.
   *
   * @param owners those of the rows that were read
   * @throws StopException naming what was asked for in vain
   */
  void requireMatches(Owners owners) {
    List<String> unknown =
        Stream.concat(
                unmatched(projects, owners.projects(), kinds.equals(OF_USERS_ONLY), "project "),
                unmatched(users, owners.users(), disjoint(kinds, OF_USERS), "user "))
            .toList();
    if (!unknown.isEmpty()) {
      throw nothing(
          "The old cloud does not know "
              + String.join(", ", unknown)
              + ": neither Keystone nor any of its "
              + kindNames(kinds));
    }
    if (narrows() && owners.users().isEmpty() && owners.projects().isEmpty()) {
      throw nothing("Nothing of " + kindNames(kinds) + " belongs to " + names());
    }
  }

  /**
   * What neither Keystone nor a row knows; nothing if no kind that was read has such owners, for
   * then no row could.
   */
  private static Stream<String> unmatched(
      List<Asked> asked, Set<String> owners, boolean irrelevant, String title) {
    return asked.stream()
        .filter(a -> !irrelevant && !a.known() && disjoint(a.ids(), owners))
        .map(a -> title + a.text());
  }

  /** What is the ID of one owner and the name of another, both of which own rows. */
  Stream<String> idsThatAreNamesToo(Owners owners) {
    return Stream.concat(
        takenTwice(projects, owners.projects()), takenTwice(users, owners.users()));
  }

  private static Stream<String> takenTwice(List<Asked> asked, Set<String> owners) {
    return asked.stream()
        .filter(a -> owners.contains(a.text()))
        .filter(a -> a.ids().stream().filter(owners::contains).count() > 1)
        .map(Asked::text);
  }

  private static StopException nothing(String message) {
    return StopException.badInput(
        message + ".",
        "Check the spelling, give the ID instead of the name, or leave --project and --user out."
            + " Nothing was written.");
  }

  private String names() {
    return Stream.concat(
            projects.stream().map(a -> "project " + a.text()),
            users.stream().map(a -> "user " + a.text()))
        .collect(Collectors.joining(", "));
  }

  static String kindNames(Collection<ResourceKind> kinds) {
    return kinds.stream().map(ResourceKind::text).collect(Collectors.joining(", "));
  }
}
