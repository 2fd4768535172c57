package org.cloudtransfer.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The releases of OpenStack whose databases are known, oldest first. */
public enum Release {
  JUNO,
  KILO,
  LIBERTY,
  MITAKA,
  NEWTON,
  OCATA,
  PIKE,
  QUEENS,
  ROCKY,
  STEIN,
  TRAIN,
  USSURI,
  VICTORIA,
  WALLABY,
  XENA,
  YOGA,
  ZED,
  R2023_1,
  R2023_2,
  R2024_1,
  R2024_2,
  R2025_1,
  R2025_2,
  R2026_1;

  /** As people write it, e.g. {@code liberty} or {@code 2024.1}. */
  public String text() {
    return name().startsWith("R2")
        ? name().substring(1).replace('_', '.')
        : name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Release> of(String text) {
    return Arrays.stream(values()).filter(r -> r.text().equalsIgnoreCase(text)).findFirst();
  }

  /** All names, oldest first, for messages. */
  public static String names() {
    return Arrays.stream(values()).map(Release::text).collect(Collectors.joining(", "));
  }

  boolean since(Release first) {
    return compareTo(first) >= 0;
  }
}
