package org.cloudtransfer.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cloudtransfer.source.DatabaseServer;
import org.cloudtransfer.source.Moment;
import org.cloudtransfer.source.OnEveryServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A Nova whose main database is one of several cells. */
@OnEveryServer
class CellsTest {
  @Parameter private DatabaseServer server;

  @TempDir private Path directory;
  private Path etc;

  @BeforeEach
  void cloud() throws IOException {
    server.cloudAt(Moment.of("pike"));
    etc = server.configure(directory.resolve("etc"), Moment.of("pike"));
    cell("cell0", "{scheme}://{username}:{password}@{hostname}:{port}/nova_cell0?{query}");
    cell("cell1", server.url("nova"));
    server.cell("nova_cell0", Moment.of("pike"));
  }

  private void cell(String name, String url) {
    server.sql(
        "nova_api",
        "INSERT INTO cell_mappings (uuid, name, database_connection) VALUES ('%1$s', '%1$s', '%2$s')"
            .formatted(name, url));
  }

  private Run download() {
    return Run.of(
        "-v", "--keypairs", "--config-dir=" + etc, "--directory=" + directory.resolve("data"));
  }

  @Test
  void otherCellsAreLookedInto() {
    Run run = download();

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("nova: the cell cell0 in nova_api's cell_mappings is at ", "/nova_cell0\n")
        .doesNotContain("cell cell1", "warning", "p@ss");
  }

  @Test
  void rowsThatNovaDoesNotSeeAreReportedAndNotRead() throws IOException {
    server.sql(
        "nova_cell0",
        "INSERT INTO key_pairs (user_id, name, public_key, deleted) VALUES ('jdoe', 'lost', 'k', 0),"
            + " ('jdoe', 'certificate', 'k', 0), ('jdoe', 'dead', 'k', 7)");

    Run run = download();

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("warning: nova: the cell cell0 holds 1 key pairs or limits")
        .contains("key pair of jdoe: lost");
    assertThat(Files.readString(directory.resolve("data/keypairs.csv"))).doesNotContain("lost");
  }

  @Test
  void aCellThatCannotBeReachedStopsNothing() {
    cell("far", server.scheme() + "://nova:s3cret@127.0.0.1:1/nova");
    cell("odd", "nonsense");

    Run run = download();

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("warning: nova: the cell far was not looked into")
        .contains("warning: nova: the cell odd was not looked into")
        .doesNotContain("s3cret", "p@ss");
  }
}
