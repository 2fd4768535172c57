package org.cloudtransfer.dist.packed.advisories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the distribution.
 *
 * @param name {@code group:artifact}, as OSV has it; {@code java} for the bundled Java
 */
record Component(String name, String version) {
  static final String JAVA = "java";

  private static final Pattern MAVEN = Pattern.compile("pkg:maven/([^/]+)/([^@]+)@([^?]+)(\\?.*)?");

  /** The parts that a bill of materials names, without our own. */
  static List<Component> of(Path bill) throws IOException {
    List<Component> components = new ArrayList<>();
    for (JsonNode part : new ObjectMapper().readTree(bill.toFile()).path("components")) {
      Matcher purl = MAVEN.matcher(part.path("purl").asText());
      if (part.path("type").asText().equals("platform")) {
        components.add(new Component(JAVA, part.path("version").asText()));
      } else if (!purl.matches()) {
        throw new IllegalArgumentException("neither of Maven nor a platform: " + part);
      } else if (!purl.group(1).equals("org.cloudtransfer")) {
        components.add(new Component(purl.group(1) + ":" + purl.group(2), decoded(purl.group(3))));
      }
    }
    return components;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  boolean isJava() {
    return name.equals(JAVA);
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
