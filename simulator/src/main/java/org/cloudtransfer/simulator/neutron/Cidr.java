package org.cloudtransfer.simulator.neutron;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An address with a prefix length, as netaddr's IPNetwork reads and writes it: host bits are kept.
 */
record Cidr(BigInteger address, int bits, int prefix) {
  private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){0,3}");
  private static final Pattern HEXES = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /** Reads {@code address[/prefix, netmask or hostmask]}. */
  static Optional<Cidr> parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length > 2) {
      return Optional.empty();
    }
    return address(parts[0])
        .flatMap(bytes -> prefix(parts, bytes).map(prefix -> of(bytes, prefix)));
  }

  private static Cidr of(byte[] bytes, int prefix) {
    return new Cidr(new BigInteger(1, bytes), bytes.length * 8, prefix);
  }

  private static Optional<byte[]> address(String text) {
    if (DOTTED.matcher(text).matches()) {
      return octets(text);
    }
    if (!HEXES.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text).getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** What is missing of four numbers is zero. */
  private static Optional<byte[]> octets(String text) {
    byte[] bytes = new byte[4];
    int i = 0;
    for (String octet : text.split("\\.")) {
      if (Integer.parseInt(octet) > 255) {
        return Optional.empty();
      }
      bytes[i++] = (byte) Integer.parseInt(octet);
    }
    return Optional.of(bytes);
  }

  private static Optional<Integer> prefix(String[] parts, byte[] bytes) {
    int bits = bytes.length * 8;
    if (parts.length == 1) {
      return Optional.of(bits);
    }
    if (parts[1].matches("\\d{1,3}")) {
      return Optional.of(Integer.valueOf(parts[1])).filter(p -> p <= bits);
    }
    return address(parts[1]).filter(mask -> mask.length == bytes.length).flatMap(Cidr::ofMask);
  }

  private static Optional<Integer> ofMask(byte[] mask) {
    int bits = mask.length * 8;
    BigInteger value = new BigInteger(1, mask);
    BigInteger inverse = mask(bits, bits).subtract(value);
    int ones = value.bitCount();
    int zeros = inverse.bitCount();
    return value.equals(mask(bits, ones))
        ? Optional.of(ones)
        : Optional.of(zeros).filter(p -> inverse.equals(mask(bits, p)));
  }

  private static BigInteger mask(int bits, int prefix) {
    return BigInteger.ONE.shiftLeft(prefix).subtract(BigInteger.ONE).shiftLeft(bits - prefix);
  }

  /** 4 or 6. */
  int version() {
    return bits == 32 ? 4 : 6;
  }

  /** The same without host bits. */
  Cidr network() {
    return new Cidr(address.and(mask(bits, prefix)), bits, prefix);
  }

  @Override
  public String toString() {
    return (bits == 32 ? dotted() : compressed()) + "/" + prefix;
  }

  private List<Integer> groups(int size) {
    List<Integer> groups = new ArrayList<>();
    for (int shift = bits - size; shift >= 0; shift -= size) {
      groups.add(address.shiftRight(shift).intValue() & ((1 << size) - 1));
    }
    return groups;
  }

  private String dotted() {
    return groups(8).stream().map(String::valueOf).collect(Collectors.joining("."));
  }

  /** The longest run of zeros becomes {@code ::} (RFC 5952). */
  private String compressed() {
    List<Integer> groups = groups(16);
    int length = longestRun(groups);
    if (length < 2) {
      return hex(groups);
    }
    int start = startOfRun(groups, length);
    return hex(groups.subList(0, start)) + "::" + hex(groups.subList(start + length, 8));
  }

  private static int longestRun(List<Integer> groups) {
    int longest = 0;
    int run = 0;
    for (int group : groups) {
      run = group == 0 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static int startOfRun(List<Integer> groups, int length) {
    int start = 0;
    while (!groups.subList(start, start + length).stream().allMatch(g -> g == 0)) {
      start++;
    }
    return start;
  }

  private static String hex(List<Integer> groups) {
    return groups.stream().map(Integer::toHexString).collect(Collectors.joining(":"));
  }
}
