package org.cloudtransfer.download;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.cloudtransfer.cli.CommonOptions;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.Program;
import org.cloudtransfer.cli.Selection;
import org.cloudtransfer.config.DatabaseUrl.Engine;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.database.Dialect;
import org.cloudtransfer.database.Query;
import org.cloudtransfer.source.DocumentedSchema;
import org.cloudtransfer.source.IdentitySource;
import org.cloudtransfer.source.OwnerFilter;
import org.cloudtransfer.source.Release;
import org.cloudtransfer.source.RowSource;
import org.cloudtransfer.source.Schema;
import org.cloudtransfer.source.SourceCloud;
import org.cloudtransfer.source.SourceDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Prints the SELECTs that a download would run. With --release it prints those for that"
          + " release, and connects to nothing; otherwise those for the databases as they are.",
      ""
    })
final class SqlCommand implements Callable<Integer>, Program.Command {
  private final Surroundings surroundings;
  private Console console;

  @Spec private CommandSpec spec;

  @Option(
      order = 103,
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "postgresql",
      converter = EngineConverter.class,
      description =
          "With --release: for which server, postgresql, mysql or mariadb"
              + " (default: ${DEFAULT-VALUE}).")
  private Engine engine;

  @Mixin private Selection selection = new Selection();
  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  SqlCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Integer call() {
    Misplaced.refuse(spec);
    console = common.console(surroundings.out(), surroundings.err());
    if (source.release().isPresent()) {
      printFor(source.release().get());
    } else {
      printForCloud();
    }
    return 0;
  }

  private void printFor(Release release) {
    Narrowing narrowing = Narrowing.of(selection, Optional.empty());
    Dialect dialect = Dialect.of(engine);
    for (RowSource<?> rows : Narrowing.sources(narrowing.kinds())) {
      for (ServiceDatabase name : rows.databases()) {
        print(rows, name, new DocumentedSchema(name, release, dialect), narrowing.filter());
      }
    }
    printIdentities(new DocumentedSchema(ServiceDatabase.KEYSTONE, release, dialect));
  }

  private void printForCloud() {
    try (SourceCloud cloud =
        new SourceCloud(source.locator(surroundings.environment()), Optional.empty(), console)) {
      Narrowing narrowing = Narrowing.of(selection, cloud.identities());
      for (RowSource<?> rows : Narrowing.sources(narrowing.kinds())) {
        for (SourceDatabase database : cloud.databases(rows)) {
          print(rows, database.name(), database, narrowing.filter());
        }
      }
      cloud.identitySchema().ifPresent(this::printIdentities);
    }
  }

  private void print(RowSource<?> rows, ServiceDatabase name, Schema schema, OwnerFilter filter) {
    rows.select(name, schema, filter)
        .ifPresent(query -> print(rows.table().name() + ", database " + name.text(), query));
  }

  private void printIdentities(Schema keystone) {
    String title = "users and projects, database keystone; ? is the IDs found before";
    IdentitySource.selects(keystone).forEach(sql -> print(title, Query.of(sql)));
  }

  private void print(String title, Query query) {
    console.result("-- " + title);
    query.parameters().forEach(parameter -> console.result("-- ? is " + sorted(parameter)));
    console.result(query.sql().strip() + ";");
    console.result("");
  }

  private static Set<?> sorted(Object parameter) {
    return new TreeSet<>((List<?>) parameter);
  }

  static final class EngineConverter implements ITypeConverter<Engine> {
    @Override
    public Engine convert(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "postgresql" -> Engine.POSTGRESQL;
        case "mysql", "mariadb" -> Engine.MYSQL;
        default ->
            throw new TypeConversionException(
                "no such engine: " + text + "; known: postgresql, mysql, mariadb");
      };
    }
  }
}
