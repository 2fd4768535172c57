package org.cloudtransfer.download;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.cloudtransfer.source.DatabaseServer;
import org.cloudtransfer.source.Moment;
import org.cloudtransfer.source.PostgresServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results as JSON, and how much is said beside them. */
class OutputTest {
  private static final DatabaseServer SERVER = PostgresServer.shared();

  @TempDir private Path directory;
  private Path etc;

  private void cloudAt(String moment) throws IOException {
    SERVER.cloudAt(Moment.of(moment));
    etc = SERVER.configure(directory.resolve("etc"), Moment.of(moment));
  }

  @BeforeEach
  void zed() throws IOException {
    cloudAt("zed");
  }

  private Run run(String... args) {
    return Run.of(
        Stream.concat(Stream.of(args), Stream.of("--config-dir=" + etc)).toArray(String[]::new));
  }

  private static JsonNode json(Run run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }

  private static List<String> texts(JsonNode array, String field) {
    return array.findValuesAsText(field);
  }

  @Test
  void aDownloadIsOneObject() throws IOException {
    Run run = run("--directory=" + directory.resolve("data"), "--output=json");
    JsonNode json = json(run);

    assertThat(json.path("format").asInt()).isEqualTo(1);
    assertThat(json.path("command").asText()).isEqualTo("download");
    assertThat(json.path("exit_code").asInt()).isEqualTo(run.exitCode()).isEqualTo(1);
    assertThat(Path.of(json.path("tarball").asText())).isRegularFile();
    assertThat(texts(json.path("sources"), "release")).containsOnly("zed", "yoga");
    assertThat(texts(json.path("tables"), "table")).contains("keypairs", "users", "projects");
    assertThat(json.path("tables").get(0).path("rows").asInt()).isEqualTo(3);
    assertThat(json.path("withheld"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.path("table").asText()).isEqualTo("security-group-rules");
              assertThat(row.path("row").asText()).isEqualTo("r6");
              assertThat(row.path("reason").asText()).contains("old site (ag2)");
            });
    assertThat(texts(json.path("findings"), "table"))
        .contains("nova-quotas", "security-groups", "security-group-rules");
  }

  @Test
  void warningsArePartOfTheObject() throws IOException {
    cloudAt("newton/expanded");
    JsonNode json = json(run("check", "--output=json", "--neutron-quotas"));

    assertThat(json.path("warnings"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.asText()).startsWith("neutron: not the whole schema of newton"));
  }

  @Test
  void aCheckIsOneObject() throws IOException {
    Run run = run("check", "--output=json", "--nova-quotas");
    JsonNode json = json(run);

    assertThat(json.path("command").asText()).isEqualTo("check");
    assertThat(json.path("exit_code").asInt()).isEqualTo(run.exitCode()).isZero();
    assertThat(texts(json.path("tables"), "table")).containsExactly("nova-quotas");
    assertThat(json.path("withheld")).isEmpty();
    assertThat(json.path("findings").get(0).path("count").asInt()).isEqualTo(1);
    assertThat(json.path("findings").get(0).path("examples").get(0).asText())
        .isEqualTo("cores: 40");
  }

  @Test
  void statementsAreOneObject() throws IOException {
    JsonNode json = json(run("sql", "--output=json", "--keypairs", "--user=admin"));

    JsonNode first = json.path("statements").get(0);
    assertThat(first.path("about").asText()).isEqualTo("keypairs");
    assertThat(first.path("database").asText()).isEqualTo("nova");
    assertThat(first.path("sql").asText()).startsWith("SELECT").contains("FROM key_pairs");
    assertThat(first.path("parameters").get(0))
        .extracting(JsonNode::asText)
        .containsExactly("1".repeat(32), "admin");
  }

  @Test
  void anUnknownFormIsRefused() {
    assertThat(run("check", "--output=yaml").exitCode()).isEqualTo(2);
  }

  @Test
  void theReportShowsRowsAndFindingsAndOnlyItsOwnerCanReadIt() throws IOException {
    for (String command : List.of("download", "download check")) {
      Path page = directory.resolve(command + ".html");
      Run run =
          command.equals("download")
              ? run("--directory=" + directory.resolve("data"), "--report=" + page)
              : run("check", "--report=" + page);

      assertThat(run.all()).contains("The report is in " + page);
      assertThat(page).content().startsWith("<!DOCTYPE html>").contains(command, "keypairs");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aReportThatCannotBeWrittenIsSaidBeforeAnythingIsDone() {
    Path data = directory.resolve("data");
    Run run = run("--directory=" + data, "--report=" + directory.resolve("missing/report.html"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("cannot be written", "Nothing was done");
    assertThat(data).doesNotExist();
  }

  @Test
  void quietLeavesResultsAndWarnings() throws IOException {
    Run run = run("-q", "--no-progress", "--directory=" + directory.resolve("data"), "--keypairs");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.tarball()).isRegularFile();
  }

  @Test
  void checkTellsEachDatabasesReleaseServerAndVersions() throws IOException {
    assertThat(run("check").out())
        .contains(
            "nova: zed on PostgreSQL 17",
            "(alembic_version ccb0fa1a2252; migrate_version nova=422)",
            "nova_api: yoga to 2023.1 on ",
            "neutron: zed on ",
            "(alembic_version 5881373af7f5 5c85685d616d)",
            "cinder: zed on ",
            "keystone: yoga to 2023.1 on ");
    assertThat(run("check", "--release=queens").out()).contains("nova: queens (as stated) on ");
  }

  @Test
  void checkFindsWhatTheArchiveCannotHold() {
    assertThat(run("check").out())
        .contains(
            "security-groups: they are shared with other projects",
            "  web (g2) for project " + "b".repeat(32),
            "security-groups: they have tags, which are not carried",
            "  web (g2) has the tag a \"tag\"\n  web (g2) has the tag keep\n",
            "security-group-rules: they stand for rules that admit the address group offices (ag1)",
            "  r5/10.1.0.0/16\n  r5/10.2.0.0/16\n",
            "nova-quotas: they are limits that hold in Nova where a project has none of its own",
            "  cores: 40\n",
            "cinder-quotas: they are limits that hold in Cinder",
            "  gigabytes: 5000\n");
  }

  @Test
  void defaultLimitsAreNoneOfAUsersMatter() {
    assertThat(run("check", "--nova-quotas", "--user=jdoe").out()).endsWith("nothing found\n");
  }

  @Test
  void whatAnotherProjectSharesIsNoFinding() {
    String out = run("check", "--project=beta").out();

    assertThat(out)
        .doesNotContain("they are shared with other projects")
        .doesNotContain("they have tags");
  }

  @Test
  void templatesOfRulesAreFoundIfTheyAreNotTheUsualOnes() throws IOException {
    cloudAt("2025.1");

    assertThat(run("check", "--security-groups").out())
        .contains("rules that the old cloud gives every new group", "not carried", "(1)\n")
        .contains("  ingress IPv4 icmp from port 8 with 10.0.0.0/8 in other groups\n");
  }

  @Test
  void placesInTheConfigurationAreShownWithoutSecrets() {
    Run run = run("check", "-v", "--keypairs");

    assertThat(run.err())
        .contains("nova: postgresql://service:***@127.0.0.1:" + SERVER.port() + "/nova from ")
        .contains("nova.conf:2 [database] connection", "nova.conf:4 [api_database] connection")
        .doesNotContain("p@ss");
  }
}
