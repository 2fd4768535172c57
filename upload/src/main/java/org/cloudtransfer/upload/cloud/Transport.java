package org.cloudtransfer.upload.cloud;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Something that carries a call to a service and brings the answer; threads share it. */
@FunctionalInterface
interface Transport {

  /**
   * @throws NoReplyException if no whole answer came
   */
  Answer send(Call call);

  /**
   * A request on its way.
   *
   * @param body JSON text; null for none
   * @param repeatable whether it may be sent again when its outcome is unknown
   */
  record Call(
      String method, URI uri, Map<String, String> headers, String body, boolean repeatable) {
    public Call {
      headers = Map.copyOf(headers);
    }

    Call with(String header, String value) {
      Map<String, String> more = new HashMap<>(headers);
      more.put(header, value);
      return new Call(method, uri, more, body, repeatable);
    }

    /** Without headers and body: those hold tokens and passwords. */
    @Override
    public String toString() {
      return method + " " + uri;
    }
  }

  /**
   * An answer as it came.
   *
   * @param headers by lower-case name; the first value of each
   */
  record Answer(int status, Map<String, String> headers, String body) {
    public Answer {
      headers = Map.copyOf(headers);
    }

    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }
}
