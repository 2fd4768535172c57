package org.cloudtransfer.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cloudtransfer.simulator.http.PythonText;

/** Which resources a quota set has, and what a body of PUT may be, by microversion. */
final class QuotaSchema {
  private static final Set<String> GONE_FROM_36 =
      Set.of("fixed_ips", "floating_ips", "security_groups", "security_group_rules", "networks");
  private static final Set<String> GONE_FROM_57 =
      Set.of("injected_files", "injected_file_content_bytes", "injected_file_path_bytes");
  private static final Set<String> TRUE = Set.of("1", "true", "on", "yes");
  private static final Set<String> FALSE = Set.of("0", "false", "off", "no");

  /** What was asked: limits by resource, in the order sent, and whether bounds do not count. */
  record Asked(Map<String, Integer> limits, boolean force) {}

  private QuotaSchema() {}

  /** Whether a quota set of this version has this resource. */
  static boolean has(String resource, Microversion version) {
    return !(version.from(36) && GONE_FROM_36.contains(resource))
        && !(version.from(57) && GONE_FROM_57.contains(resource));
  }

  /** What the body asks for; a 400 if it is not as the schema wants it. */
  static Asked checked(
      JsonNode body, List<String> resources, Microversion version, boolean forceKnown) {
    JsonNode set = new Shape(body).only(Set.of("quota_set")).required("quota_set");
    new Shape("quota_set", set).isObject().only(known(resources, version, forceKnown));
    Map<String, Integer> limits = new LinkedHashMap<>();
    set.properties().stream()
        .filter(member -> !member.getKey().equals("force"))
        .forEach(m -> limits.put(m.getKey(), limit(m.getKey(), m.getValue())));
    return new Asked(limits, force(set.path("force")));
  }

  private static Set<String> known(
      List<String> resources, Microversion version, boolean forceKnown) {
    Set<String> known = new TreeSet<>(resources);
    known.add("networks");
    known.removeIf(resource -> !has(resource, version));
    if (forceKnown) {
      known.add("force");
    }
    return known;
  }

  private static int limit(String field, JsonNode value) {
    if (!value.isIntegralNumber() && !value.isTextual()) {
      throw problem(field, value, " is not of type 'integer', 'string'");
    }
    if (!value.asText().matches("-?[0-9]+")) {
      throw problem(field, value, " does not match '^-?[0-9]+$'");
    }
    BigInteger number = new BigInteger(value.asText());
    if (number.compareTo(BigInteger.valueOf(-1)) < 0) {
      throw problem(field, value, " is less than the minimum of -1");
    }
    if (number.compareTo(BigInteger.valueOf(Integer.MAX_VALUE)) > 0) {
      throw problem(field, value, " is greater than the maximum of 2147483647");
    }
    return number.intValue();
  }

  private static boolean force(JsonNode value) {
    String text = value.asText().toLowerCase(Locale.ROOT);
    boolean known = value.isBoolean() || TRUE.contains(text) || FALSE.contains(text);
    if (!value.isMissingNode() && (!known || value.isNumber())) {
      throw problem(
          "force",
          value,
          " is not one of [True, 'True', 'TRUE', 'true', '1', 'ON', 'On', 'on', 'YES', 'Yes', 'yes', False, 'False', 'FALSE', 'false', '0', 'OFF', 'Off', 'off', 'NO', 'No', 'no']");
    }
    return TRUE.contains(text);
  }

  private static RuntimeException problem(String field, JsonNode value, String text) {
    return NovaFault.badField(field, PythonText.plain(value), PythonText.of(value) + text);
  }
}
