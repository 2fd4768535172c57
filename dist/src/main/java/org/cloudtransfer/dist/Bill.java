package org.cloudtransfer.dist;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The bill of materials of the image: that of the plain distribution, and the Java. */
final class Bill {
  private Bill() {}

  /**
   * @param jdk that the image is linked from
   * @param plain the bill without the Java
   */
  static void withJava(Path jdk, Path plain, Path file) throws IOException {
    Properties release = release(jdk);
    ObjectMapper json = new ObjectMapper();
    ObjectNode bill = (ObjectNode) json.readTree(plain.toFile());
    bill.remove("serialNumber"); // it is that of the other
    ArrayNode components = bill.withArrayProperty("components");
    String version = value(release, "JAVA_RUNTIME_VERSION");
    ObjectNode java =
        components
            .addObject()
            .put("type", "platform")
            .put("bom-ref", "java")
            .put("publisher", value(release, "IMPLEMENTOR"))
            .put("name", "java")
            .put("version", version)
            .put("description", "The modules " + Image.MODULES.replace(",", ", "))
            .put("purl", "pkg:generic/openjdk@" + version.replace("+", "%2B"));
    java.putArray("licenses")
        .addObject()
        .put("expression", "GPL-2.0-only WITH Classpath-exception-2.0");
    Files.writeString(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(bill) + "\n");
  }

  private static Properties release(Path jdk) throws IOException {
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(jdk.resolve("release"), StandardCharsets.UTF_8)) {
      release.load(reader);
    }
    return release;
  }

  private static String value(Properties release, String name) {
    String value = release.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("The JDK's file release does not tell its " + name + ".");
    }
    return value.replace("\"", "");
  }
}
