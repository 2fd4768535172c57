package org.cloudtransfer.upload.cloud;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.cli.StopException;

/**
 * The proxies that {@code http_proxy}, {@code https_proxy}, {@code all_proxy} and {@code no_proxy}
 * name, in small or capital letters, as curl and Python's requests read them.
 */
public final class Proxies extends ProxySelector {
  private static final int DEFAULT_PORT = 8080;

  private final Map<String, URI> byScheme;
  private final List<String> exceptions;

  private Proxies(Map<String, URI> byScheme, List<String> exceptions) {
    this.byScheme = Map.copyOf(byScheme);
    this.exceptions = List.copyOf(exceptions);
  }

  /**
   * Reads the environment.
   *
   * @throws StopException for a proxy that is none of HTTP
   */
  public static Proxies of(Map<String, String> env) {
    Map<String, URI> proxies = new HashMap<>();
    for (String scheme : List.of("http", "https")) {
      variable(env, scheme + "_proxy")
          .or(() -> variable(env, "all_proxy"))
          .ifPresent(text -> proxies.put(scheme, proxy(scheme, text)));
    }
    List<String> exceptions =
        Arrays.stream(variable(env, "no_proxy").orElse("").split(","))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .toList();
    return new Proxies(proxies, exceptions);
  }

  private static Optional<String> variable(Map<String, String> env, String name) {
    return Optional.ofNullable(env.get(name))
        .or(() -> Optional.ofNullable(env.get(name.toUpperCase(Locale.ROOT))))
        .filter(value -> !value.isBlank());
  }

  /** Not the URL itself in the message: it may hold a password. */
  private static URI proxy(String scheme, String text) {
    try {
      URI uri = URI.create(text.contains("://") ? text.strip() : "http://" + text.strip());
      if ("http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // falls through to the message
    }
    throw StopException.badInput(
        "The variable " + scheme + "_proxy (or all_proxy) names no HTTP proxy.",
        "Give it as http://HOST:PORT, or name the cloud's hosts in no_proxy.");
  }

  @Override
  public List<Proxy> select(URI target) {
    URI proxy = byScheme.get(String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT));
    return proxy == null || isExcepted(target)
        ? List.of(Proxy.NO_PROXY)
        : List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), port(proxy))));
  }

  private static int port(URI proxy) {
    return proxy.getPort() < 0 ? DEFAULT_PORT : proxy.getPort();
  }

  private boolean isExcepted(URI target) {
    String host = target.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    return exceptions.stream().anyMatch(e -> isExcepted(e, host, target.getPort()));
  }

  private static boolean isExcepted(String exception, String host, int port) {
    String name = exception.replaceFirst("^\\*?\\.", "");
    return exception.equals("*")
        || host.equals(name)
        || host.endsWith("." + name)
        || (host + ":" + port).equals(name);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException e) {
    // the request itself tells
  }

  /** Answers for a proxy that wants a password; empty if none has one. */
  Optional<Authenticator> authenticator() {
    return byScheme.values().stream()
        .map(URI::getUserInfo)
        .filter(info -> info != null && info.contains(":"))
        .findFirst()
        .map(Proxies::authenticator);
  }

  private static Authenticator authenticator(String info) {
    int colon = info.indexOf(':');
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return getRequestorType() == RequestorType.PROXY
            ? new PasswordAuthentication(
                info.substring(0, colon), info.substring(colon + 1).toCharArray())
            : null;
      }
    };
  }

  /** Without user and password. */
  @Override
  public String toString() {
    return byScheme.keySet() + " except " + exceptions;
  }
}
