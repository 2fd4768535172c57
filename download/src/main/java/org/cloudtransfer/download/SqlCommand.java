package org.cloudtransfer.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cloudtransfer.cli.CommonOptions;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.Program;
import org.cloudtransfer.cli.Selection;
import org.cloudtransfer.config.DatabaseUrl.Engine;
import org.cloudtransfer.config.ServiceDatabase;
import org.cloudtransfer.database.Dialect;
import org.cloudtransfer.database.Query;
import org.cloudtransfer.download.JsonResult.Statement;
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
import picocli.CommandLine.Option;
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
  private final List<Statement> statements = new ArrayList<>();

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
    Console console = common.console(surroundings.out(), surroundings.err());
    source.release().ifPresentOrElse(this::addFor, () -> addForCloud(console));
    statements.forEach(statement -> print(statement, console));
    console.json(() -> new JsonResult("sql", ExitCode.DONE).statements(statements).text());
    return ExitCode.DONE.number();
  }

  private void addFor(Release release) {
    Narrowing narrowing = Narrowing.of(selection, Optional.empty());
    Dialect dialect = Dialect.of(engine);
    for (RowSource<?> rows : Narrowing.sources(narrowing.kinds())) {
      for (ServiceDatabase name : rows.databases()) {
        add(rows, name, new DocumentedSchema(name, release, dialect), narrowing.filter());
      }
    }
    addIdentities(new DocumentedSchema(ServiceDatabase.KEYSTONE, release, dialect));
  }

  private void addForCloud(Console console) {
    try (SourceCloud cloud =
        new SourceCloud(source.locator(surroundings.environment()), Optional.empty(), console)) {
      Narrowing narrowing = Narrowing.of(selection, cloud.identities());
      for (RowSource<?> rows : Narrowing.sources(narrowing.kinds())) {
        for (SourceDatabase database : cloud.databases(rows)) {
          add(rows, database.name(), database, narrowing.filter());
        }
      }
      cloud.identitySchema().ifPresent(this::addIdentities);
    }
  }

  private void add(RowSource<?> rows, ServiceDatabase name, Schema schema, OwnerFilter filter) {
    String table = rows.table().name();
    rows.select(name, schema, filter).ifPresent(query -> add(table, name, query));
    rows.looks(name, schema, filter)
        .forEach(look -> add("what " + table + " cannot hold", name, look.query()));
  }

  private void addIdentities(Schema keystone) {
    IdentitySource.selects(keystone)
        .forEach(sql -> add("users and projects", ServiceDatabase.KEYSTONE, Query.of(sql)));
  }

  private void add(String about, ServiceDatabase database, Query query) {
    List<List<String>> parameters = query.parameters().stream().map(SqlCommand::sorted).toList();
    statements.add(new Statement(about, database.text(), query.sql().strip(), parameters));
  }

  private static List<String> sorted(Object parameter) {
    return ((List<?>) parameter).stream().map(String::valueOf).sorted().toList();
  }

  private static void print(Statement statement, Console console) {
    boolean open = statement.parameters().isEmpty() && statement.sql().contains("?");
    console.result(
        "-- "
            + statement.about()
            + ", database "
            + statement.database()
            + (open ? "; ? is the IDs found before" : ""));
    statement.parameters().forEach(values -> console.result("-- ? is " + values));
    console.result(statement.sql() + ";");
    console.result("");
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
