package org.cloudtransfer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives of format 1 that say one thing and hold another. */
class ContradictoryArchiveTest {
  private static final String PROJECTS = "id,name,domain,enabled\n\"p\",\"P\",,\n";

  @TempDir Path dir;

  private Path tarball() {
    return dir.resolve("a.tar.bz2");
  }

  private String refusalOf(Packed packed) throws IOException {
    return Refused.message(packed.at(tarball()));
  }

  private static String truth() {
    return Packed.manifest(Map.of("projects.csv", PROJECTS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "0", "-1", "1000000"})
  void anotherFormatIsRefusedByItsNumber(String number) throws IOException {
    String manifest = truth().replace("\"format\": 1", "\"format\": " + number);

    assertThat(refusalOf(Packed.withManifest(manifest, Map.of("projects.csv", PROJECTS))))
        .contains("format " + number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "{}", "{\"format\": null}", "{\"format\": \"one\"}", "{", "{}x"})
  void aManifestThatIsNoneIsRefused(String manifest) throws IOException {
    assertThat(refusalOf(Packed.withManifest(manifest, Map.of("projects.csv", PROJECTS))))
        .contains("refused");
  }

  @Test
  void aMissingFileIsRefused() throws IOException {
    assertThat(refusalOf(Packed.withManifest(truth(), Map.of())))
        .contains("projects.csv is in its manifest but missing");
  }

  @Test
  void aFileThatTheManifestDoesNotKnowIsRefused() throws IOException {
    String users = "id,name,domain,enabled,origin\n";

    assertThat(
            refusalOf(
                Packed.withManifest(truth(), Map.of("projects.csv", PROJECTS, "users.csv", users))))
        .contains("users.csv is not in its manifest");
  }

  @Test
  void aFileThatTheFormatDoesNotKnowIsRefused() throws IOException {
    assertThat(refusalOf(Packed.sound(Map.of("projects.csv", PROJECTS)).file("a/extra.sh", "x")))
        .contains("extra.sh");
  }

  @Test
  void aManifestThatNamesAStrangeFileIsRefused() throws IOException {
    assertThat(refusalOf(Packed.sound(Map.of("../../etc/passwd", PROJECTS)))).contains("refused");
  }

  @Test
  void anotherContentOfTheSameLengthIsRefused() throws IOException {
    String other = PROJECTS.replace("\"P\"", "\"Q\"");

    assertThat(refusalOf(Packed.withManifest(truth(), Map.of("projects.csv", other))))
        .contains("projects.csv does not have the sum");
  }

  @Test
  void anotherNumberOfRowsIsRefused() throws IOException {
    String manifest = truth().replace("\"rows\": 1", "\"rows\": 2");

    assertThat(refusalOf(Packed.withManifest(manifest, Map.of("projects.csv", PROJECTS))))
        .contains("has 1 rows", "says 2");
  }

  @Test
  void anotherSizeIsRefused() throws IOException {
    String manifest = truth().replaceFirst("\"bytes\": \\d+", "\"bytes\": 7");

    assertThat(refusalOf(Packed.withManifest(manifest, Map.of("projects.csv", PROJECTS))))
        .contains("projects.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id,name,domain|three columns",
        "id,name,domain,enabled,more|five columns",
        "name,id,domain,enabled|another order",
        "ID,name,domain,enabled|another spelling"
      })
  void otherColumnsAreRefused(String header, String what) throws IOException {
    String csv = header + "\n";

    assertThat(refusalOf(Packed.sound(Map.of("projects.csv", csv))))
        .as(what)
        .contains("projects.csv has the columns");
  }

  @Test
  void aFileWithoutHeaderIsRefused() throws IOException {
    String manifest = Packed.manifest(Map.of("projects.csv", ""));

    assertThat(refusalOf(Packed.withManifest(manifest, Map.of("projects.csv", ""))))
        .contains("projects.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"p\",\"P\",", "\"p\",\"P\",,,", "\"p\""})
  void aLineOfAnotherLengthIsRefusedByItsNumber(String line) throws IOException {
    assertThat(refusalOf(Packed.sound(Map.of("projects.csv", PROJECTS + line + "\n"))))
        .contains("projects.csv, record 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ten", "1.5", "99999999999", "", " 7"})
  void aLimitThatIsNoNumberIsRefusedByItsPlace(String limit) throws IOException {
    String csv = "project_id,resource,limit\n\"p\",\"port\",\"" + limit + "\"\n";

    assertThat(refusalOf(Packed.sound(Map.of("neutron-quotas.csv", csv))))
        .contains("neutron-quotas.csv, record 1", "limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "True", "1"})
  void aFlagThatIsNoTruthValueIsRefused(String flag) throws IOException {
    String csv = PROJECTS + "\"q\",\"Q\",,\"" + flag + "\"\n";

    assertThat(refusalOf(Packed.sound(Map.of("projects.csv", csv))))
        .contains("projects.csv, record 2", "enabled");
  }

  @Test
  void aKeyThatIsMissingIsRefused() throws IOException {
    String csv = PROJECTS + ",\"Q\",,\n";

    assertThat(refusalOf(Packed.sound(Map.of("projects.csv", csv))))
        .contains("projects.csv, record 2", "id is missing");
  }

  @Test
  void twoRowsOfOneKeyAreRefused() throws IOException {
    String csv = PROJECTS + "\"p\",\"Another\",,\n";

    assertThat(refusalOf(Packed.sound(Map.of("projects.csv", csv)))).contains("two rows for p");
  }

  @Test
  void textThatIsNotUtf8IsRefused() throws IOException {
    byte[] latin =
        "id,name,domain,enabled\n\"p\",\"J\u00fcrgen\",,\n".getBytes(StandardCharsets.ISO_8859_1);
    String manifest =
        truth()
            .replaceFirst("\"bytes\": \\d+", "\"bytes\": " + latin.length)
            .replaceFirst("\"sha256\": \"[^\"]*\"", "\"sha256\": \"" + Sha256.of(latin) + "\"");
    Packed packed = new Packed().file("a/manifest.json", manifest).file("a/projects.csv", latin);

    assertThat(refusalOf(packed)).contains("not UTF-8");
  }

  @Test
  void anOpenQuoteIsRefused() throws IOException {
    assertThat(refusalOf(Packed.sound(Map.of("projects.csv", PROJECTS + "\"q\",\"Q\n"))))
        .contains("projects.csv");
  }

  @Test
  void columnsThatTheManifestTellsOtherwiseAreRefused() throws IOException {
    String manifest = truth().replace("\"domain\"", "\"realm\"");

    assertThat(refusalOf(Packed.withManifest(manifest, Map.of("projects.csv", PROJECTS))))
        .contains("columns");
  }
}
