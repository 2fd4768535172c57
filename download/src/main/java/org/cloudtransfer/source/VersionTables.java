package org.cloudtransfer.source;

import static java.util.Map.entry;
import static org.cloudtransfer.source.Release.*;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cloudtransfer.config.ServiceDatabase;

/**
 * Which version stands for which release: those at which each series' migrations end; placeholders
 * count. Where several releases share a version, the oldest is named.
 */
final class VersionTables {
  private VersionTables() {}

  /** The numbers of sqlalchemy-migrate, by the repository that has the database's name. */
  static NavigableMap<Integer, Release> numbers(ServiceDatabase database) {
    return switch (database) {
      case NOVA ->
          numbers(254, 280, 302, 319, 334, 347, 362, 378, 390, 391, 402, 407, 412, 417, 422);
      case NOVA_API -> numbers(0, 2, 3, 7, 22, 31, 45, 52, 61, 62, 67, 72, 77, 82, 87);
      case CINDER -> numbers(26, 41, 60, 72, 79, 96, 105, 117, 123, 128, 132, 136, 140, 141, 145);
      case KEYSTONE -> numbers(55, 67, 75, 97, 109);
      case NEUTRON -> new TreeMap<>();
    };
  }

  /** Of {@code keystone_expand}, from Newton on, when the number of {@code keystone} stays put. */
  static NavigableMap<Integer, Release> keystoneExpand() {
    return new TreeMap<>(
        Map.of(
            4, NEWTON, 16, OCATA, 24, PIKE, 44, QUEENS, 52, ROCKY, 61, STEIN, 71, TRAIN, 79,
            USSURI));
  }

  private static NavigableMap<Integer, Release> numbers(int... last) {
    return IntStream.range(0, last.length)
        .boxed()
        .collect(
            Collectors.toMap(
                i -> last[i], i -> Release.values()[i], (first, second) -> first, TreeMap::new));
  }

  /** The heads of Alembic; Neutron's are those of its expand branch, which alone tells releases. */
  static Map<String, Release> heads(ServiceDatabase database) {
    return switch (database) {
      case NOVA ->
          Map.of(
              "8f2f1571d55b", XENA,
              "16f1fbcab42b", YOGA,
              "ccb0fa1a2252", ZED,
              "960aac0e09ea", R2023_1,
              "1acf2c98e646", R2023_2,
              "13863f4e1612", R2024_1,
              "2903cd72dc14", R2025_1);
      case NOVA_API -> Map.of("d67eeaabee36", XENA, "b30f573d3377", YOGA, "cdeec0c85668", R2023_2);
      case CINDER ->
          Map.of(
              "921e1a36b076", XENA,
              "c92a3e68beed", ZED,
              "daa98075b90d", R2023_1,
              "89aa6f9639f9", R2023_2,
              "9c74c1c6971f", R2024_1);
      case KEYSTONE ->
          Map.of(
              "29e87d24a316", YOGA,
              "11c3b243b4cb", R2023_2,
              "47147121", R2024_1,
              "e8725d6fa226", R2025_2,
              "742c857f1dfb", R2026_1);
      case NEUTRON -> neutron();
    };
  }

  private static Map<String, Release> neutron() {
    return Map.ofEntries(
        entry("juno", JUNO),
        entry("kilo", KILO),
        entry("34af2b5c5a59", LIBERTY),
        entry("0e66c5227a8a", MITAKA),
        entry("5cd92597d11d", NEWTON),
        entry("a9c43481023c", OCATA),
        entry("7d32f979895f", PIKE),
        entry("594422d373ee", QUEENS),
        entry("867d39095bf4", ROCKY),
        entry("9bfad3f1e780", STEIN),
        entry("c613d0b82681", TRAIN),
        entry("d8bdf05313f4", USSURI),
        entry("I38991de2b4", VICTORIA),
        entry("6135a7bd4425", WALLABY),
        entry("1bb3393de75d", XENA),
        entry("34cf8b009713", YOGA),
        entry("5881373af7f5", ZED),
        entry("fc153938cdc1", R2023_1),
        entry("89c58a70ceba", R2023_2),
        entry("0e6eff810791", R2024_1),
        entry("5bcb7b31ec7d", R2024_2),
        entry("ad80a9f07c5c", R2025_1),
        entry("d553edeb540f", R2025_2),
        entry("b1bca967e19d", R2026_1));
  }
}
