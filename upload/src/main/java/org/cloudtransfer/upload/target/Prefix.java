package org.cloudtransfer.upload.target;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The spelling of a prefix that Neutron answers with: {@code str(netaddr.IPNetwork(prefix))}
 * (neutron, extensions/securitygroup.py: convert_ip_prefix_to_cidr). A netmask and a hostmask
 * become a length; what is missing of four numbers is zero; host bits stay.
 */
final class Prefix {
  /** Not with leading zeros, which are octal to some. */
  private static final String NUMBER = "(0|[1-9]\\d{0,2})";

  private static final String DOTTED = NUMBER + "(\\." + NUMBER + "){0,3}";
  private static final String HEXES = "[0-9a-fA-F.]*:[0-9a-fA-F:.]*";

  private Prefix() {}

  /** What is no prefix stays as it is: the target will refuse it. */
  static String canonical(String text) {
    String[] parts = text.strip().split("/", 2);
    int bits = parts[0].contains(":") ? 128 : 32;
    String address = address(parts[0]);
    if (parts.length == 1) {
      return address + "/" + bits;
    }
    OptionalInt length = length(parts[1].strip(), bits);
    return address + "/" + (length.isPresent() ? String.valueOf(length.getAsInt()) : parts[1]);
  }

  private static String address(String text) {
    try {
      return isAddress(text) ? inet(text).getHostAddress() : text;
    } catch (UnknownHostException e) {
      return text;
    }
  }

  /** Only what is surely an address: of a name the resolver would be asked. */
  private static boolean isAddress(String text) {
    return text.matches(HEXES)
        || text.matches(DOTTED)
            && Arrays.stream(text.split("\\.")).allMatch(n -> Integer.parseInt(n) < 256);
  }

  private static InetAddress inet(String text) throws UnknownHostException {
    String whole = text;
    while (!text.contains(":") && whole.split("\\.").length < 4) {
      whole += ".0";
    }
    return InetAddress.getByName(whole);
  }

  private static OptionalInt length(String text, int bits) {
    if (text.matches("\\d{1,3}")) {
      return OptionalInt.of(Integer.parseInt(text));
    }
    try {
      return isAddress(text) ? ofMask(inet(text).getAddress(), bits) : OptionalInt.empty();
    } catch (UnknownHostException e) {
      return OptionalInt.empty();
    }
  }

  private static OptionalInt ofMask(byte[] bytes, int bits) {
    BigInteger mask = new BigInteger(1, bytes);
    BigInteger rest = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE).subtract(mask);
    if (bytes.length * 8 != bits) {
      return OptionalInt.empty();
    }
    if (isOnesAtTheEnd(rest)) {
      return OptionalInt.of(bits - rest.bitLength());
    }
    return isOnesAtTheEnd(mask) ? OptionalInt.of(bits - mask.bitLength()) : OptionalInt.empty();
  }

  private static boolean isOnesAtTheEnd(BigInteger number) {
    return number.and(number.add(BigInteger.ONE)).signum() == 0;
  }
}
