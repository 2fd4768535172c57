package org.cloudtransfer.config;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A URL with names in braces, as {@code nova/objects/cell_mapping.py} fills it in. */
final class UrlTemplate {
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

  private UrlTemplate() {}

  static String filled(String text, DatabaseUrl other) {
    return NAME.matcher(text)
        .replaceAll(name -> Matcher.quoteReplacement(part(name.group(1), name.group(), other)));
  }

  private static String part(String name, String otherwise, DatabaseUrl url) {
    return switch (name) {
      case "scheme" -> url.engine().name().toLowerCase(Locale.ROOT);
      case "username" -> url.user() == null ? "" : encoded(url.user());
      case "password" -> url.hasPassword() ? encoded(url.password().reveal()) : "";
      case "hostname" -> url.host().contains(":") ? "[" + url.host() + "]" : url.host();
      case "port" -> String.valueOf(url.port());
      case "path" -> encoded(url.database());
      case "query" -> query(url);
      default -> otherwise;
    };
  }

  private static String query(DatabaseUrl url) {
    String options =
        url.options().entrySet().stream().map(UrlTemplate::option).collect(Collectors.joining("&"));
    if (!url.isLocal()) {
      return options;
    }
    String directory = url.socket().replaceFirst("/[^/]*$", "");
    return options
        + (url.engine() == DatabaseUrl.Engine.MYSQL
            ? "&unix_socket=" + encoded(url.socket())
            : "&host=" + encoded(directory));
  }

  private static String option(Map.Entry<String, String> option) {
    return encoded(option.getKey()) + "=" + encoded(option.getValue());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
