package org.cloudtransfer.upload.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.cloudtransfer.archive.Archive;
import org.cloudtransfer.archive.ArchiveWriter;
import org.cloudtransfer.archive.Manifest;
import org.cloudtransfer.archive.Private;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Fault;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.plan.Action;
import org.cloudtransfer.upload.plan.Deed;
import org.cloudtransfer.upload.plan.Effect;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.plan.Undo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** D17, D18, D19, D20. */
class JournalTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
  private static final RowKey ONE = RowKey.of("security-groups", "one");
  private static final RowKey TWO = RowKey.of("security-groups", "two\n\"\u00fc\"");

  @TempDir Path dir;
  private Archive archive;

  @BeforeEach
  void unpack() throws IOException {
    archive = archive("a", "one");
  }

  private Archive archive(String name, String tool) throws IOException {
    try (ArchiveWriter writer = ArchiveWriter.open(dir.resolve(name))) {
      return Archive.open(
          writer.finish(
              List.of(new Manifest.Source(tool, "", "", "", Map.of(), "")),
              new Manifest.Selected(List.of(), List.of(), List.of()),
              NOON.instant()));
    }
  }

  private Journal open() {
    return Journal.open(archive, "cloud", NOON);
  }

  private Path file() {
    return archive.directory().resolve(Archive.JOURNAL);
  }

  /** An action of which only what the journal notes matters. */
  private record Noted(Verb verb, List<RowKey> rows, JsonNode before, boolean doubles)
      implements Action {
    static Noted create(RowKey... rows) {
      return new Noted(Verb.CREATE, List.of(rows), MissingNode.getInstance(), false);
    }

    static Noted doubling(RowKey... rows) {
      return new Noted(Verb.CREATE, List.of(rows), MissingNode.getInstance(), true);
    }

    @Override
    public ResourceKind kind() {
      return ResourceKind.SECURITY_GROUPS;
    }

    @Override
    public String lane() {
      return "";
    }

    @Override
    public Request request() {
      return Request.post(
          Service.NETWORK, JsonNodeFactory.instance.objectNode(), "security-groups");
    }

    @Override
    public Effect effect(JsonNode body) {
      return Effect.NONE;
    }

    @Override
    public Optional<Effect> settle(Cloud cloud) {
      return Optional.empty();
    }

    @Override
    public List<Action> split() {
      return List.of();
    }
  }

  private static Effect made(RowKey row, String id) {
    return new Effect(
        Map.of(row, id),
        Map.of(row, List.of(JsonNodeFactory.instance.objectNode().put("id", "r"))));
  }

  @Test
  void anIntentIsOnDiskWhenItIsGivenOut() throws IOException {
    try (Journal journal = open()) {
      journal.intent(Noted.create(ONE));

      assertThat(Files.readString(file()))
          .contains("\"intent\"", "\"one\"", "\"create\"")
          .endsWith("\n");
    }
  }

  @Test
  void whatWasDoneIsKnownToTheNextRun() throws IOException {
    try (Journal journal = open()) {
      long n = journal.intent(Noted.create(TWO));
      journal.done(n, made(TWO, "id-2"));
    }
    try (Journal journal = open()) {
      Ledger ledger = journal.ledger();
      assertThat(ledger.done(TWO)).isTrue();
      assertThat(ledger.id(TWO)).contains("id-2");
      assertThat(ledger.made("id-2")).isTrue();
      assertThat(ledger.born(TWO)).hasSize(1);
      assertThat(ledger.inDoubt(TWO)).isFalse();
      assertThat(ledger.done(ONE)).isFalse();
    }
  }

  @Test
  void anIntentWithoutOutcomeIsInDoubtInTheNextRunOnly() throws IOException {
    try (Journal journal = open()) {
      journal.intent(Noted.create(ONE));
      assertThat(journal.ledger().inDoubt(ONE)).isFalse();
    }
    try (Journal journal = open()) {
      assertThat(journal.ledger().inDoubt(ONE)).isTrue();
      journal.done(journal.intent(Noted.create(ONE)), made(ONE, "x"));
      assertThat(journal.ledger().inDoubt(ONE)).isFalse();
    }
    try (Journal journal = open()) {
      assertThat(journal.ledger().inDoubt(ONE)).isFalse();
    }
  }

  @Test
  void doubtOutlivesRunsThatDoNotSettleIt() throws IOException {
    open().close();
    try (Journal journal = open()) {
      journal.intent(Noted.create(ONE, TWO));
    }
    open().close();
    try (Journal journal = open()) {
      assertThat(journal.ledger().inDoubt(ONE)).isTrue();
      journal.adopted(made(ONE, "x"));
    }
    try (Journal journal = open()) {
      assertThat(journal.ledger().inDoubt(ONE)).isFalse();
      assertThat(journal.ledger().id(ONE)).contains("x");
      assertThat(journal.ledger().inDoubt(TWO)).isTrue();
    }
  }

  /** The intent says nothing of when its request left: there are turns, rates and repetitions. */
  @Test
  void aRequestThatWouldDoubleIsWaitedForHoweverOldItsIntentIs() throws IOException {
    Clock later = Clock.offset(NOON, Duration.ofHours(1));
    try (Journal journal = open()) {
      journal.intent(Noted.create(TWO));
    }
    try (Journal journal = Journal.open(archive, "cloud", later)) {
      assertThat(journal.untilSettled()).isZero();
      journal.intent(Noted.doubling(ONE));
    }
    try (Journal journal = Journal.open(archive, "cloud", later)) {
      assertThat(journal.untilSettled()).isEqualTo(Duration.ofSeconds(10));
      journal.adopted(made(ONE, "x"));
    }
    try (Journal journal = Journal.open(archive, "cloud", later)) {
      assertThat(journal.untilSettled()).isZero();
    }
  }

  @Test
  void whatWasRefusedIsNeitherDoneNorInDoubt() throws IOException {
    try (Journal journal = open()) {
      journal.refused(journal.intent(Noted.create(ONE)), new Fault(409, "OverQuota", "no"));
    }
    try (Journal journal = open()) {
      assertThat(journal.ledger().done(ONE)).isFalse();
      assertThat(journal.ledger().inDoubt(ONE)).isFalse();
    }
  }

  @Test
  void aRemovalDoesNotMakeItsRowDone() throws IOException {
    try (Journal journal = open()) {
      Noted removal =
          new Noted(Action.Verb.DELETE, List.of(ONE), JsonNodeFactory.instance.objectNode(), false);
      journal.done(journal.intent(removal), Effect.NONE);
      journal.intent(removal);
    }
    try (Journal journal = open()) {
      assertThat(journal.ledger().done(ONE)).isFalse();
      assertThat(journal.ledger().inDoubt(ONE)).isFalse();
    }
  }

  @Test
  void theFirstBaselineOfAScopeCountsForGood() throws IOException {
    try (Journal journal = open()) {
      journal.baseline("groups of p", Set.of("theirs"));
      journal.baseline("groups of p", Set.of("theirs", "ours"));
    }
    try (Journal journal = open()) {
      journal.baseline("groups of p", Set.of("ours"));
      assertThat(journal.ledger().baseline("groups of p")).contains(Set.of("theirs"));
      assertThat(journal.ledger().baseline("groups of q")).isEmpty();
    }
  }

  @Test
  void formerValuesAreKept() throws IOException {
    try (Journal journal = open()) {
      journal.intent(
          new Noted(
              Action.Verb.UPDATE,
              List.of(ONE),
              JsonNodeFactory.instance.objectNode().put("cores", 20),
              false));
    }
    assertThat(Files.readString(file())).contains("\"before\":{\"cores\":20}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"entry\":\"intent\",\"n\":9",
        "\u00fc",
        "{\"entry\":\"run\",\"at\":\"x\"}"
      })
  void aTornLastLineIsForgivenAndWrittenOver(String torn) throws IOException {
    try (Journal journal = open()) {
      journal.done(journal.intent(Noted.create(ONE)), made(ONE, "x"));
    }
    Files.writeString(file(), torn, StandardOpenOption.APPEND);

    try (Journal journal = open()) {
      assertThat(journal.ledger().done(ONE)).isTrue();
      journal.intent(Noted.create(TWO));
    }
    open().close();
    assertThat(Files.readAllLines(file())).allMatch(l -> l.startsWith("{") && l.endsWith("}"));
  }

  /** Torn within a character of several bytes, as a full disk or power loss may leave it. */
  @Test
  void aLineTornAnywhereIsForgiven() throws IOException {
    try (Journal journal = open()) {
      journal.intent(Noted.create(TWO));
    }
    byte[] whole = Files.readAllBytes(file());
    int last =
        new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1)
            .lastIndexOf('\n', whole.length - 2);
    for (int length = last + 1; length < whole.length; length++) {
      Files.write(file(), java.util.Arrays.copyOf(whole, length));
      try (Journal journal = open()) {
        assertThat(journal.ledger().inDoubt(TWO)).as("%d bytes", length).isFalse();
      }
    }
  }

  @Test
  void aJournalTornInItsFirstLineIsBegunAnew() throws IOException {
    open().close();
    Files.write(file(), java.util.Arrays.copyOf(Files.readAllBytes(file()), 20));

    open().close();

    assertThat(Files.readAllLines(file())).hasSize(2);
  }

  static Stream<Arguments> rubbish() {
    return Stream.of("", "{", "[]", "{\"entry\":\"magic\"}", "\u0000")
        .flatMap(line -> Stream.of(0, 1, 2).map(index -> Arguments.of(index, line)));
  }

  @ParameterizedTest
  @MethodSource("rubbish")
  void anyOtherLineThatCannotBeReadIsRefusedByItsNumber(int index, String rubbish)
      throws IOException {
    try (Journal journal = open()) {
      journal.intent(Noted.create(ONE));
    }
    List<String> spoilt = new ArrayList<>(Files.readAllLines(file()));
    spoilt.set(index, rubbish);
    Files.write(file(), spoilt);

    StopException stop = catchThrowableOfType(StopException.class, this::open);

    assertThat(stop).isNotNull();
    assertThat(stop.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(stop).hasMessageContaining("Line " + (index + 1) + " of the journal");
    assertThat(Files.readAllLines(file())).as("kept").isEqualTo(spoilt);
  }

  @Test
  void aLineThatSaysNullIsRefused() throws IOException {
    open().close();
    Files.writeString(file(), "null\n", StandardOpenOption.APPEND);

    assertThat(catchThrowableOfType(StopException.class, this::open))
        .hasMessageContaining("Line 3 of the journal");
  }

  @Test
  void anUnknownFormatIsRefused() throws IOException {
    open().close();
    Files.writeString(file(), Files.readString(file()).replace("\"format\":1", "\"format\":2"));

    assertThat(catchThrowableOfType(StopException.class, this::open)).isNotNull();
  }

  @Test
  void aSecondRunIsLockedOut() throws IOException {
    try (Journal first = open()) {
      StopException stop = catchThrowableOfType(StopException.class, this::open);
      assertThat(stop.exitCode()).isEqualTo(ExitCode.LOCKED);
      assertThat(stop)
          .hasMessageContaining("process " + ProcessHandle.current().pid() + " on ")
          .hasMessageContaining("since 2026-11-21T12:00:00Z");
      first.intent(Noted.create(ONE));
    }
    open().close();
  }

  @Test
  void whatIsAdoptedOnceMoreAfterARollbackIsADeedAgain() throws IOException {
    try (Journal journal = open()) {
      journal.adopted(made(ONE, "1"));
      Request delete = Request.delete(Service.NETWORK, "security-groups", "1");
      Undo undo = new Undo(ResourceKind.SECURITY_GROUPS, journal.deeds(), "", delete);
      journal.done(journal.intent(undo), Effect.NONE);
      assertThat(journal.deeds()).isEmpty();

      journal.adopted(made(ONE, "2"));

      assertThat(journal.deeds()).extracting(Deed::id).containsExactly("2");
    }
  }

  /** Another process would get in: closing any descriptor of a file lets go of fcntl's locks. */
  @Test
  void itIsStillLockedWhenItsDeedsWereRead() throws IOException {
    try (Journal journal = open()) {
      assertThat(isLocked()).isTrue();

      journal.deeds();

      assertThat(isLocked()).isTrue();
    }
  }

  private boolean isLocked() throws IOException {
    String inode = ":" + Files.getAttribute(file(), "unix:ino") + " ";
    return Files.readString(Path.of("/proc/locks")).lines().anyMatch(line -> line.contains(inode));
  }

  private Journal open(FullDisk disk) throws IOException {
    return Journal.open(disk, file(), archive.seal(), "cloud", NOON);
  }

  private FullDisk disk(long room, boolean forces) throws IOException {
    return new FullDisk(Private.openForAppend(file()), room, forces);
  }

  private static void assertStops(ThrowableAssert.ThrowingCallable call, String word) {
    StopException stop = catchThrowableOfType(StopException.class, call);
    assertThat(stop)
        .hasMessageContaining("The journal cannot be written")
        .hasMessageContaining(word);
    assertThat(stop.exitCode()).isEqualTo(ExitCode.STOPPED);
    assertThat(stop.remedy()).contains("Make room");
  }

  /** Wherever the disk is full: no intent without its line on disk, and the next run goes on. */
  @Test
  void onAFullDiskNoIntentIsGivenOutAndTheNextRunGoesOn() throws IOException {
    try (Journal whole = open()) {
      whole.intent(Noted.create(ONE));
    }
    long size = Files.size(file());
    Files.delete(file());
    for (long room = 0; room < size; room += 7) {
      FullDisk disk = disk(room, true);
      assertStops(
          () -> {
            try (Journal journal = open(disk)) {
              journal.intent(Noted.create(ONE));
            }
          },
          "No space left");

      try (Journal next = open()) {
        assertThat(next.ledger().inDoubt(ONE)).as("room %d", room).isFalse();
        long intent = next.intent(Noted.create(ONE));
        next.done(intent, new Effect(Map.of(ONE, "id"), Map.of()));
      }
      assertThat(Journal.read(archive, "cloud").id(ONE)).contains("id");
      Files.delete(file());
    }
  }

  @Test
  void anOutcomeThatDoesNotFitIsInDoubtInTheNextRun() throws IOException {
    FullDisk disk = disk(100_000, true);
    try (Journal journal = open(disk)) {
      long intent = journal.intent(Noted.create(ONE));
      disk.grow(5 - 100_000 + Files.size(file()));
      assertStops(
          () -> journal.done(intent, new Effect(Map.of(ONE, "id"), Map.of())), "No space left");
    }
    try (Journal next = open()) {
      assertThat(next.ledger().inDoubt(ONE)).isTrue();
    }
  }

  /** Lines would run together, and what was written may not be on disk. */
  @Test
  void afterAFailedWriteNothingMoreIsWrittenThoughRoomWasMade() throws IOException {
    FullDisk disk = disk(100_000, true);
    try (Journal journal = open(disk)) {
      disk.grow(5 - 100_000 + Files.size(file()));
      assertStops(() -> journal.intent(Noted.create(ONE)), "No space left");
      disk.grow(100_000);
      assertStops(() -> journal.intent(Noted.create(TWO)), "an earlier line");
    }
    try (Journal next = open()) {
      assertThat(next.ledger().inDoubt(ONE)).isFalse();
      assertThat(next.ledger().inDoubt(TWO)).isFalse();
    }
  }

  @Test
  void whatCannotBeForcedToTheDiskIsNotWritten() throws IOException {
    assertStops(() -> open(disk(100_000, false)), "Input/output error");
  }

  @Test
  void anotherArchiveIsRefused() throws IOException {
    open().close();
    Path journal = file();
    archive = archive("b", "another");
    Files.copy(journal, file());

    StopException stop = catchThrowableOfType(StopException.class, this::open);

    assertThat(stop).hasMessageContaining("belongs to another archive");
    assertThat(Files.readString(file())).isEqualTo(Files.readString(journal));
  }

  @Test
  void anotherCloudIsRefused() throws IOException {
    open().close();
    String before = Files.readString(file());

    StopException stop =
        catchThrowableOfType(
            StopException.class, () -> Journal.open(archive, "another cloud", NOON));

    assertThat(stop).hasMessageContaining("another cloud");
    assertThat(Files.readString(file())).isEqualTo(before);
  }

  @Test
  void whatIsRefusedIsNotLocked() throws IOException {
    open().close();
    for (int i = 0; i < 3; i++) {
      StopException stop =
          catchThrowableOfType(
              StopException.class, () -> Journal.open(archive, "another cloud", NOON));
      assertThat(stop.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    }
    open().close();
  }

  @Test
  void itIsForTheOwnerOnly() throws IOException {
    open().close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void threadsThatWriteAtTheSameTimeLoseNothing() throws Exception {
    List<Thread> threads = new ArrayList<>();
    try (Journal journal = open()) {
      CountDownLatch start = new CountDownLatch(1);
      for (int t = 0; t < 8; t++) {
        int number = t;
        threads.add(
            new Thread(
                () -> {
                  try {
                    start.await();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  for (int i = 0; i < 25; i++) {
                    RowKey row = RowKey.of("t", number + "-" + i);
                    journal.done(journal.intent(Noted.create(row)), made(row, row.toString()));
                  }
                }));
      }
      threads.forEach(Thread::start);
      start.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
    }
    try (Journal journal = open()) {
      for (int t = 0; t < 8; t++) {
        for (int i = 0; i < 25; i++) {
          assertThat(journal.ledger().id(RowKey.of("t", t + "-" + i))).contains(t + "-" + i);
        }
      }
    }
  }
}
