package org.cloudtransfer.upload.cloud;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.cli.Unexpected;

/** The bottom of the stack: one shared client with keep-alive. */
final class JavaNetTransport implements Transport {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  static {
    // Apache closes idle connections after 5 s; a POST sent into a closing one has no known outcome
    System.setProperty("jdk.httpclient.keepalive.timeout", "4");
    // the JDK gives proxies no password for a tunnel unless told so
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
  }

  private final HttpClient client;
  private final Duration timeout;

  /**
   * @param timeout for a whole exchange; the client's own ends at the headers (JDK-8258397)
   */
  JavaNetTransport(SSLContext tls, Proxies proxies, Duration timeout) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .proxy(proxies)
            .sslContext(tls);
    proxies.authenticator().ifPresent(builder::authenticator);
    this.client = builder.build();
    this.timeout = timeout;
  }

  @Override
  public Answer send(Call call) {
    CompletableFuture<HttpResponse<String>> reply =
        client.sendAsync(request(call), info -> BoundedBody.text());
    try {
      return answer(reply.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      reply.cancel(true);
      throw new NoReplyException(
          call + " got no answer within " + timeout.toSeconds() + " s", true, e);
    } catch (ExecutionException e) {
      if (isChunkedNoContent(e.getCause())) {
        return new Answer(204, Map.of(), "");
      }
      throw noReply(call, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reply.cancel(true);
      throw new NoReplyException(call + " was interrupted", true, e);
    }
  }

  /**
   * Proxies send a 204 in chunks (uwsgi's http router does), and the JDK's client takes offence.
   */
  private static boolean isChunkedNoContent(Throwable cause) {
    return cause instanceof IOException
        && String.valueOf(cause.getMessage()).contains("with 204 response");
  }

  private static HttpRequest request(Call call) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(call.uri());
    call.headers().forEach(builder::header);
    builder.header("Accept", "application/json");
    if (call.body() == null) {
      builder.method(call.method(), HttpRequest.BodyPublishers.noBody());
    } else {
      builder.header("Content-Type", "application/json");
      builder.method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
    }
    return builder.build();
  }

  private static Answer answer(HttpResponse<String> response) {
    Map<String, String> headers = new HashMap<>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
    return new Answer(response.statusCode(), headers, response.body());
  }

  private static RuntimeException noReply(Call call, Throwable cause) {
    if (Unexpected.memory(cause).isPresent()) {
      return new IllegalStateException(
          cause); // the target is not to blame, and trying again is vain
    }
    if (cause instanceof SSLException) {
      return new StopException(
          ExitCode.UNREACHABLE,
          "No trusted connection to "
              + call.uri().getScheme()
              + "://"
              + call.uri().getAuthority()
              + ": "
              + cause.getMessage()
              + ".",
          "Name the certificate of the authority that signed it with --os-cacert or OS_CACERT.",
          cause);
    }
    boolean connected =
        !(cause instanceof ConnectException
            || cause instanceof HttpConnectTimeoutException
            || cause instanceof UnresolvedAddressException);
    String words =
        connected && cause instanceof IOException
            ? "the connection broke (" + cause.getMessage() + ")"
            : "no connection";
    return new NoReplyException(call + ": " + words, connected, cause);
  }
}
