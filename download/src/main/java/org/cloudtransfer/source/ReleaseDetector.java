package org.cloudtransfer.source;

import static org.cloudtransfer.source.Release.*;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cloudtransfer.config.ServiceDatabase;

/**
 * Tells the release from the version tables of a database.
 *
 * <p>The numbers are those at which each series' migrations end; placeholders count. A number in
 * between belongs to the release that is being upgraded to. Where several releases share a version,
 * the oldest is named. If {@code alembic_version} has a row, it decides: databases upgraded through
 * Xena keep a stale {@code migrate_version} until 2023.2.
 */
final class ReleaseDetector {
  private static final Map<ServiceDatabase, NavigableMap<Integer, Release>> NUMBERS =
      Map.of(
          ServiceDatabase.NOVA,
          numbers(254, 280, 302, 319, 334, 347, 362, 378, 390, 391, 402, 407, 412, 417, 422),
          ServiceDatabase.NOVA_API,
          numbers(0, 2, 3, 7, 22, 31, 45, 52, 61, 62, 67, 72, 77, 82, 87),
          ServiceDatabase.CINDER,
          numbers(26, 41, 60, 72, 79, 96, 105, 117, 123, 128, 132, 136, 140, 141, 145),
          ServiceDatabase.KEYSTONE,
          numbers(55, 67, 75, 97, 109));

  /** Of {@code keystone_expand}, from Newton on, when the number of {@code keystone} stays put. */
  private static final NavigableMap<Integer, Release> KEYSTONE_EXPAND =
      new TreeMap<>(
          Map.of(
              4, NEWTON, 16, OCATA, 24, PIKE, 44, QUEENS, 52, ROCKY, 61, STEIN, 71, TRAIN, 79,
              USSURI));

  private static final Map<String, Release> HEADS =
      Map.ofEntries(
          Map.entry("juno", JUNO),
          Map.entry("kilo", KILO),
          Map.entry("34af2b5c5a59", LIBERTY),
          Map.entry("0e66c5227a8a", MITAKA),
          Map.entry("5cd92597d11d", NEWTON),
          Map.entry("a9c43481023c", OCATA),
          Map.entry("7d32f979895f", PIKE),
          Map.entry("594422d373ee", QUEENS),
          Map.entry("867d39095bf4", ROCKY),
          Map.entry("9bfad3f1e780", STEIN),
          Map.entry("c613d0b82681", TRAIN),
          Map.entry("d8bdf05313f4", USSURI),
          Map.entry("I38991de2b4", VICTORIA),
          Map.entry("6135a7bd4425", WALLABY),
          Map.entry("1bb3393de75d", XENA),
          Map.entry("34cf8b009713", YOGA),
          Map.entry("5881373af7f5", ZED),
          Map.entry("fc153938cdc1", R2023_1),
          Map.entry("89c58a70ceba", R2023_2),
          Map.entry("0e6eff810791", R2024_1),
          Map.entry("5bcb7b31ec7d", R2024_2),
          Map.entry("ad80a9f07c5c", R2025_1),
          Map.entry("d553edeb540f", R2025_2),
          Map.entry("b1bca967e19d", R2026_1),
          Map.entry("8f2f1571d55b", XENA),
          Map.entry("16f1fbcab42b", YOGA),
          Map.entry("ccb0fa1a2252", ZED),
          Map.entry("960aac0e09ea", R2023_1),
          Map.entry("1acf2c98e646", R2023_2),
          Map.entry("13863f4e1612", R2024_1),
          Map.entry("2903cd72dc14", R2025_1),
          Map.entry("d67eeaabee36", XENA),
          Map.entry("b30f573d3377", YOGA),
          Map.entry("cdeec0c85668", R2023_2),
          Map.entry("921e1a36b076", XENA),
          Map.entry("c92a3e68beed", ZED),
          Map.entry("daa98075b90d", R2023_1),
          Map.entry("89aa6f9639f9", R2023_2),
          Map.entry("9c74c1c6971f", R2024_1),
          Map.entry("29e87d24a316", YOGA),
          Map.entry("11c3b243b4cb", R2023_2),
          Map.entry("47147121", R2024_1),
          Map.entry("e8725d6fa226", R2025_2),
          Map.entry("742c857f1dfb", R2026_1));

  private ReleaseDetector() {}

  private static NavigableMap<Integer, Release> numbers(int... last) {
    return IntStream.range(0, last.length)
        .boxed()
        .collect(
            Collectors.toMap(
                i -> last[i], i -> Release.values()[i], (first, second) -> first, TreeMap::new));
  }

  /**
   * The release; nothing if the versions are unknown.
   *
   * @param alembic the rows of {@code alembic_version}
   * @param migrate the rows of {@code migrate_version}, by repository
   */
  static Optional<Release> detect(
      ServiceDatabase database, List<String> alembic, Map<String, Integer> migrate) {
    if (!alembic.isEmpty()) {
      return alembic.stream().flatMap(head -> Stream.ofNullable(HEADS.get(head))).findFirst();
    }
    Integer expand = migrate.get("keystone_expand");
    return expand == null
        ? ceiling(NUMBERS.get(database), migrate.get(database.text()))
        : ceiling(KEYSTONE_EXPAND, expand);
  }

  private static Optional<Release> ceiling(NavigableMap<Integer, Release> numbers, Integer found) {
    return numbers == null || found == null
        ? Optional.empty()
        : Optional.ofNullable(numbers.ceilingEntry(found)).map(Map.Entry::getValue);
  }
}
