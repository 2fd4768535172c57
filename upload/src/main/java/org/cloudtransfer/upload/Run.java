package org.cloudtransfer.upload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.cloudtransfer.archive.Archive;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.Selection;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.report.Fact;
import org.cloudtransfer.resource.Project;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Credentials;
import org.cloudtransfer.upload.execute.TargetLock;
import org.cloudtransfer.upload.execute.Workers;
import org.cloudtransfer.upload.identity.Completion;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.identity.IdentityMapper;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.plan.Policies;
import org.cloudtransfer.upload.report.Chronicle;
import org.cloudtransfer.upload.report.WhoIsWho;
import org.cloudtransfer.upload.target.Rows;
import org.cloudtransfer.upload.target.Target;
import org.cloudtransfer.upload.target.Targets;
import org.cloudtransfer.upload.target.Transfer;
import org.cloudtransfer.upload.verify.Question;

/** What all commands begin with: the archive's rows, the cloud, the workers. */
record Run(
    Surroundings surroundings,
    Console console,
    Options options,
    Archive archive,
    Rows rows,
    Set<ResourceKind> kinds,
    Cloud cloud,
    Workers workers,
    Phase phase,
    Chronicle chronicle)
    implements AutoCloseable {

  /**
   * What the user asked for.
   *
   * @param perSecond requests; 0 for no bound
   */
  record Options(
      Path tarball,
      Selection selection,
      Credentials credentials,
      IdentityMapper.Sources identities,
      Policies policies,
      int workers,
      double perSecond) {}

  static Run open(Surroundings surroundings, Console console, Options options) {
    Archive archive = Archive.open(options.tarball());
    archive.remarks().forEach(console::warn);
    Set<ResourceKind> kinds = kinds(archive, options.selection());
    Rows rows = Rows.of(archive, options.selection());
    Phase phase = new Phase(console, surroundings.clock());
    Cloud cloud =
        Cloud.login(options.credentials(), manners(surroundings, console, phase, options));
    kinds.stream()
        .flatMap(kind -> Targets.all().get(kind).services().stream())
        .distinct()
        .forEach(service -> console.detail(service + " is at " + cloud.endpoint(service)));
    Workers workers = new Workers(options.workers(), phase);
    Chronicle chronicle = new Chronicle();
    return new Run(
        surroundings, console, options, archive, rows, kinds, cloud, workers, phase, chronicle);
  }

  private static Cloud.Manners manners(
      Surroundings s, Console console, Phase phase, Options options) {
    UnaryOperator<Duration> sleptAlready =
        wanted -> {
          s.sleep().accept(wanted);
          return Duration.ZERO;
        };
    Consumer<String> answered =
        line -> {
          console.trace(line);
          phase.tick();
        };
    return new Cloud.Manners(
        options.workers(),
        options.perSecond(),
        s.timeout(),
        s.clock(),
        s.random(),
        sleptAlready,
        answered);
  }

  private static Set<ResourceKind> kinds(Archive archive, Selection selection) {
    Set<ResourceKind> kinds = EnumSet.noneOf(ResourceKind.class);
    List<String> missing = new ArrayList<>();
    for (ResourceKind kind : selection.kinds()) {
      if (archive.has(kind)) {
        kinds.add(kind);
      } else {
        missing.add(kind.text());
      }
    }
    if (selection.namesKinds() && !missing.isEmpty() || kinds.isEmpty()) {
      throw StopException.badInput(
          "The archive does not hold " + String.join(", ", missing) + ".",
          "Download these kinds first, or leave them out of the selection.");
    }
    return kinds;
  }

  List<Target> targets() {
    return kinds.stream().map(Targets.all()::get).toList();
  }

  /** Places the owners of the selected rows, and all projects, for rules name others' groups. */
  IdentityMap identities() {
    return phase.of(
        "Looking up the owners in the target",
        "owners",
        () -> mapper().map(owners(), projects(), known()));
  }

  /** Who may be meant by the owners whom nobody found. */
  Map<String, List<String>> suggestions(IdentityMap identities) {
    return phase.of(
        "Looking for users of like names", "users", () -> mapper().suggest(owners(), identities));
  }

  private IdentityMapper mapper() {
    return new IdentityMapper(cloud, workers, options.identities());
  }

  /** The identity map as the page shows it. */
  WhoIsWho who(IdentityMap identities) {
    return new WhoIsWho(identities, owners(), ownerProjects(), Map.of(), Completion.NONE);
  }

  /** The same with whom a reader needs to place the rest by hand. */
  WhoIsWho whoWithChoices(IdentityMap identities) {
    if (identities.places(ownerProjects())) {
      return who(identities);
    }
    return new WhoIsWho(
        identities,
        owners(),
        ownerProjects(),
        suggestions(identities),
        phase.of(
            "Listing who may be chosen on the page",
            "lists",
            () -> mapper().completion(ownerProjects(), identities)));
  }

  private List<Project> ownerProjects() {
    return projects(rows.projects(kinds));
  }

  /** What the page begins with. */
  List<Fact> facts() {
    return List.of(
        new Fact("Archive", options.tarball().toString()), new Fact("Target", cloud.identity()));
  }

  private IdentityMapper.Known known() {
    Set<String> users = new TreeSet<>(rows.allUsers());
    Set<String> projects = new TreeSet<>(rows.allProjects());
    Set<String> domains = new TreeSet<>();
    for (User user : archive.rows(User.TABLE)) {
      users.add(user.id());
      Optional.ofNullable(user.domain()).ifPresent(domains::add);
    }
    for (Project project : archive.rows(Project.TABLE)) {
      projects.add(project.id());
      Optional.ofNullable(project.domain()).ifPresent(domains::add);
    }
    return new IdentityMapper.Known(users, projects, domains);
  }

  /** The projects to which the archive's rows belong, with what the archive knows of them. */
  List<Project> projects() {
    return projects(rows.allProjects());
  }

  private List<Project> projects(Set<String> ids) {
    Map<String, Project> described = new HashMap<>();
    archive.rows(Project.TABLE).forEach(project -> described.put(project.id(), project));
    return ids.stream()
        .filter(id -> !id.isEmpty()) // nobody's, and Keystone would answer with all
        .map(id -> described.getOrDefault(id, new Project(id, null, null, null)))
        .toList();
  }

  /** The users to whom selected rows belong, with what the archive knows of them. */
  List<User> owners() {
    Map<String, User> described = new HashMap<>();
    archive.rows(User.TABLE).forEach(user -> described.put(user.id(), user));
    return rows.users(kinds).stream()
        .filter(id -> !id.isEmpty())
        .map(id -> described.getOrDefault(id, nameless(id)))
        .toList();
  }

  private static User nameless(String id) {
    return new User(id, null, null, null, User.Origin.UNKNOWN);
  }

  Transfer transfer(IdentityMap identities, Ledger ledger) {
    return new Transfer(rows, cloud, workers, identities, options.policies(), ledger);
  }

  /** Keeps other runs away from the cloud; for those who write to it. */
  TargetLock lock() {
    return TargetLock.take(
        TargetLock.directory(), cloud.identity(), surroundings.clock(), console::warn);
  }

  /** What to compare the target with, for a second look at some rows. */
  Question question(IdentityMap identities, Ledger ledger, Predicate<RowKey> asked) {
    return new Question(rows, cloud, workers, identities, options.policies(), ledger, asked);
  }

  @Override
  public void close() {
    workers.close();
  }
}
