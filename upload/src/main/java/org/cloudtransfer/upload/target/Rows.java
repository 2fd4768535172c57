package org.cloudtransfer.upload.target;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cloudtransfer.archive.Archive;
import org.cloudtransfer.cli.Selection;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.resource.Project;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.cloudtransfer.resource.Table;
import org.cloudtransfer.resource.User;

/**
 * The rows of an archive that a run is about: those of the selected kinds, projects and users.
 *
 * <p>A kind that has no owner of the narrowed sort at all is left out: {@code --user} alone leaves
 * out security groups, {@code --project} alone leaves out key pairs.
 */
public final class Rows {
  private final Archive archive;
  private final Set<ResourceKind> kinds;
  private final Set<String> projects;
  private final Set<String> users;

  private Rows(Archive archive, Set<ResourceKind> kinds, Set<String> projects, Set<String> users) {
    this.archive = archive;
    this.kinds = kinds;
    this.projects = projects;
    this.users = users;
  }

  /**
   * Resolves a selection against an archive.
   *
   * @throws StopException if a name matches nothing, or nothing is left
   */
  public static Rows of(Archive archive, Selection selection) {
    Rows all = new Rows(archive, Set.of(), Set.of(), Set.of());
    Set<String> projects =
        all.matching("--project", selection.projects(), Project.TABLE, Project::id, Project::name);
    Set<String> users = all.matching("--user", selection.users(), User.TABLE, User::id, User::name);
    Rows rows = new Rows(archive, Set.copyOf(selection.kinds()), projects, users);
    boolean empty =
        selection.kinds().stream()
            .flatMap(kind -> kind.tables().stream())
            .allMatch(table -> rows.of(table).isEmpty());
    if (rows.narrowed() && empty) {
      throw StopException.badInput(
          "The archive holds nothing of the selected kinds for "
              + String.join(", ", all(selection))
              + ".",
          "Check the names, or select more kinds.");
    }
    return rows;
  }

  private static Set<String> all(Selection selection) {
    Set<String> names = new TreeSet<>(selection.projects());
    names.addAll(selection.users());
    return names;
  }

  private <R> Set<String> matching(
      String option,
      Set<String> asked,
      Table<R> table,
      Function<R, String> id,
      Function<R, String> name) {
    Set<String> ids = new TreeSet<>();
    Set<String> owners = option.equals("--user") ? allUsers() : allProjects();
    for (String word : asked) {
      Set<String> some =
          archive.rows(table).stream()
              .filter(r -> word.equals(id.apply(r)) || word.equals(name.apply(r)))
              .map(id)
              .collect(Collectors.toCollection(TreeSet::new));
      if (owners.contains(word)) {
        some.add(word);
      }
      if (some.isEmpty()) {
        throw StopException.badInput(
            option + " " + word + " matches nothing in the archive.",
            "Give an ID or name that stands in its " + table.fileName() + ".");
      }
      ids.addAll(some);
    }
    return ids;
  }

  /** Whether a run is about a kind. */
  public boolean selects(ResourceKind kind) {
    return kinds.contains(kind);
  }

  /**
   * The selected rows of a table, in the archive's order. Of a table whose rows belong to nobody by
   * themselves (rules belong to their groups) a narrowed selection has none.
   */
  public <R> List<R> of(Table<R> table) {
    List<R> rows = archive.rows(table);
    return narrowed() ? rows.stream().filter(row -> selected(table, row)).toList() : rows;
  }

  /** All rows of a table, selected or not: what a selected one refers to may not be selected. */
  public <R> List<R> unnarrowed(Table<R> table) {
    return archive.rows(table);
  }

  /** The keys of the selected rows of some kinds; a rule is selected with its group. */
  public Set<RowKey> keys(Collection<ResourceKind> kinds) {
    Set<RowKey> keys = new HashSet<>();
    kinds.stream().flatMap(kind -> kind.tables().stream()).forEach(t -> addKeys(t, keys));
    for (SecurityGroupRule rule : unnarrowed(SecurityGroupRule.TABLE)) {
      if (keys.contains(RowKey.of(SecurityGroup.TABLE.name(), rule.securityGroupId()))) {
        keys.add(rule.key());
      }
    }
    return keys;
  }

  private <R> void addKeys(Table<R> table, Set<RowKey> keys) {
    of(table).forEach(row -> keys.add(table.key().apply(row)));
  }

  /** The IDs of all users that the archive's rows belong to, selected or not. */
  public Set<String> allUsers() {
    return everything().owners(List.of(ResourceKind.values()), Owner.USER);
  }

  /** The IDs of the users that the rows of some kinds belong to. */
  public Set<String> users(Collection<ResourceKind> kinds) {
    return owners(kinds, Owner.USER);
  }

  /** The IDs of the projects that the rows of some kinds belong to. */
  public Set<String> projects(Collection<ResourceKind> kinds) {
    return owners(kinds, Owner.PROJECT);
  }

  /** The IDs of all projects that the archive's rows belong to, selected or not. */
  public Set<String> allProjects() {
    return everything().owners(List.of(ResourceKind.values()), Owner.PROJECT);
  }

  private Rows everything() {
    return new Rows(archive, kinds, Set.of(), Set.of());
  }

  private enum Owner {
    USER,
    PROJECT
  }

  private Set<String> owners(Collection<ResourceKind> kinds, Owner owner) {
    return kinds.stream()
        .flatMap(kind -> kind.tables().stream())
        .flatMap(table -> owners(table, owner))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private <R> Stream<String> owners(Table<R> table, Owner owner) {
    Function<R, String> id = owner == Owner.USER ? table.user() : table.project();
    return id == null
        ? Stream.empty()
        : of(table).stream().map(id).filter(text -> text != null && !text.isEmpty());
  }

  private boolean narrowed() {
    return !projects.isEmpty() || !users.isEmpty();
  }

  private <R> boolean selected(Table<R> table, R row) {
    boolean byProject = table.project() != null && !projects.isEmpty();
    if (byProject && !projects.contains(table.project().apply(row))) {
      return false;
    }
    if (table.user() == null || users.isEmpty()) {
      return byProject;
    }
    String user = table.user().apply(row);
    return user == null ? byProject : users.contains(user);
  }
}
