package org.cloudtransfer.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.archive.Manifest;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.config.DatabaseLocator;
import org.cloudtransfer.config.DatabaseLocator.Located;
import org.cloudtransfer.config.OsloConfig.Value;
import org.cloudtransfer.config.Service;
import org.cloudtransfer.config.ServiceDatabase;

/**
 * The old cloud: opens each of its databases when it is first needed, and not otherwise. One
 * thread.
 */
public final class SourceCloud implements AutoCloseable {
  private final DatabaseLocator locator;
  private final Optional<Release> stated;
  private final Console console;
  private final Map<ServiceDatabase, Optional<SourceDatabase>> opened =
      new EnumMap<>(ServiceDatabase.class);
  private Optional<IdentitySource> identities;

  /**
   * @param stated the release that the user says it is; empty to go by the databases
   */
  public SourceCloud(DatabaseLocator locator, Optional<Release> stated, Console console) {
    this.locator = locator;
    this.stated = stated;
    this.console = console;
  }

  /**
   * The databases that a source reads from, without those that this cloud does not have.
   *
   * @throws StopException if one that it should have is not configured or cannot be opened
   */
  public List<SourceDatabase> databases(RowSource<?> source) {
    return source.databases().stream().flatMap(name -> database(name).stream()).toList();
  }

  /** Opens what is needed for all these sources, so that what is missing shows at once. */
  public void open(Collection<RowSource<?>> sources) {
    sources.forEach(this::databases);
  }

  /** Who is who; empty if Keystone's database is not to be had, which is said as a warning. */
  public Optional<IdentitySource> identities() {
    if (identities == null) {
      identities = findIdentities();
    }
    return identities;
  }

  private Optional<IdentitySource> findIdentities() {
    try {
      return database(ServiceDatabase.KEYSTONE)
          .map(keystone -> new IdentitySource(keystone, defaultDomain()));
    } catch (StopException e) {
      if (e.exitCode() == ExitCode.BAD_INPUT && locator.isGiven(ServiceDatabase.KEYSTONE)) {
        throw e;
      }
      console.warn("users and projects go without names. " + e.getMessage());
      console.say("  " + e.remedy());
      return Optional.empty();
    }
  }

  /** What Keystone's database has; empty if {@link #identities} is. */
  public Optional<Schema> identitySchema() {
    return identities().map(IdentitySource::schema);
  }

  /** The databases that were read, for the manifest. */
  public List<Manifest.Source> describe() {
    List<Manifest.Source> sources = new ArrayList<>();
    opened.values().forEach(o -> o.ifPresent(database -> sources.add(database.describe(stated))));
    return sources;
  }

  /** The same for people, a line for each. */
  public List<String> summaries() {
    return opened.values().stream()
        .flatMap(Optional::stream)
        .map(database -> database.summary(stated))
        .toList();
  }

  private Optional<SourceDatabase> database(ServiceDatabase name) {
    Optional<SourceDatabase> known = opened.get(name);
    if (known == null) {
      known = name == ServiceDatabase.NOVA_API ? openNovaApi() : Optional.of(open(name));
      opened.put(name, known);
    }
    return known;
  }

  private SourceDatabase open(ServiceDatabase name) {
    return open(locator.locate(name));
  }

  private SourceDatabase open(Located where) {
    console.detail(where.database().text() + ": " + where.url() + " from " + where.origin());
    if (where.doubtful()) {
      console.detail("  a $ in it refers to what no file sets, and is taken as it stands");
    }
    SourceDatabase database = SourceDatabase.open(where, console::trace);
    console.detail("  " + database.summary(stated));
    stated
        .or(database::release)
        .ifPresentOrElse(
            release -> sayWhatIsMissing(database, release),
            () ->
                console.warn(
                    where.database().text()
                        + ": the schema's version is unknown; the columns it has are read"));
    return database;
  }

  /** An upgrade that is half done, or stands between two releases. */
  private void sayWhatIsMissing(SourceDatabase database, Release release) {
    List<String> missing =
        new DocumentedSchema(database.name(), release, database.dialect()).missingIn(database);
    if (!missing.isEmpty()) {
      console.warn(
          database.name().text()
              + ": not the whole schema of "
              + release.text()
              + ", as in an upgrade that is half done; what it has is read. Missing: "
              + String.join(", ", missing));
    }
  }

  private Optional<SourceDatabase> openNovaApi() {
    Optional<SourceDatabase> api =
        locator.locateOptional(ServiceDatabase.NOVA_API).map(where -> open(where));
    SourceDatabase nova = database(ServiceDatabase.NOVA).orElseThrow();
    api.ifPresentOrElse(
        known -> new Cells(known, nova, console).report(), () -> requireOlderThanNewton(nova));
    return api;
  }

  /** From Newton on, without its API database Nova would look as if it had no key pairs. */
  private void requireOlderThanNewton(SourceDatabase nova) {
    nova.require("key_pairs", "user_id", "name");
    Optional<Release> release = stated.or(nova::release);
    if (release.isEmpty() || release.get().since(Release.NEWTON)) {
      throw StopException.badInput(
          "Nova is of "
              + release.map(Release::text).orElse("an unknown release")
              + "; from Newton on it keeps key pairs and quotas in its API database, but nothing"
              + " says where that is.",
          "Set [api_database] connection in nova.conf, or give "
              + ServiceDatabase.NOVA_API.option()
              + "; if Nova is older than Newton, say so with --release.");
    }
  }

  /** Where hybrid LDAP users live; Keystone's own default if its configuration is not here. */
  private String defaultDomain() {
    try {
      Optional<Value> set =
          locator.config(Service.KEYSTONE).values().find("identity", "default_domain_id");
      set.ifPresent(value -> console.detail("keystone: " + value.place() + " = " + value.text()));
      return set.map(Value::text).orElse("default");
    } catch (StopException e) {
      console.detail(
          "keystone: [identity] default_domain_id is taken to be default. " + e.getMessage());
      return "default";
    }
  }

  @Override
  public void close() {
    opened.values().forEach(database -> database.ifPresent(SourceDatabase::close));
  }
}
