package org.cloudtransfer.upload.cloud;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cloudtransfer.cli.Secret;
import org.openstack4j.model.common.Identifier;

/**
 * A target that answers what the input says: answers are divided by record separators (0x1e), the
 * first character of each says its status, the rest is its body; the last one is repeated.
 */
final class Answers implements Transport {
  static final Credentials CREDENTIALS =
      new Credentials(
          "http://localhost/v3",
          new Credentials.Password("u", null, null, new Secret("hush")),
          new Credentials.Scope("p", null, Identifier.byId("default"), false),
          null,
          "public",
          Map.of(),
          false,
          new Credentials.Connection(null, null, false, Proxies.of(Map.of())));

  static final String TOKEN =
      """
      {"token": {"user": {"id": "u", "name": "admin", "domain": {"id": "default"}},
      "project": {"id": "p", "name": "admin", "domain": {"id": "default"}},
      "expires_at": "2030-01-01T00:00:00.000000Z", "issued_at": "2026-01-01T00:00:00.000000Z",
      "catalog": [
      {"type": "identity", "id": "i", "endpoints": [{"interface": "public", "url": "http://h/v3"}]},
      {"type": "compute", "endpoints": [{"interface": "public", "url": "http://h/c"}]},
      {"type": "network", "endpoints": [{"interface": "public", "url": "http://h/n"}]},
      {"type": "volumev3", "endpoints": [{"interface": "public", "url": "http://h/v3/p"}]}]}}
      """;

  private static final int[] STATUSES = {
    200, 201, 202, 204, 300, 301, 304, 400, 401, 403, 404, 406, 409, 413, 429, 500, 503
  };

  private static final Answer NOTHING = new Answer(200, Map.of(), "{}");

  private final List<Answer> answers = new ArrayList<>();
  private int next;

  private Answers() {}

  /** A cloud that one has logged in to; what it answers after that is said by the supplier. */
  static Cloud cloud(Supplier<Answers> now) {
    Transport transport =
        call ->
            call.uri().getPath().endsWith("/auth/tokens")
                ? answer(201, TOKEN)
                : now.get().send(call);
    return Cloud.over(transport, CREDENTIALS);
  }

  static Answers of(byte[] data) {
    Answers all = new Answers();
    for (String text : new String(data, StandardCharsets.UTF_8).split("\u001e", -1)) {
      if (!text.isEmpty()) {
        int status = STATUSES[Math.floorMod(text.charAt(0) - '0', STATUSES.length)];
        all.answers.add(answer(status, text.substring(1)));
      }
    }
    return all;
  }

  static Answer answer(int status, String body) {
    return new Answer(status, Map.of("x-subject-token", "t"), body);
  }

  @Override
  public synchronized Answer send(Call call) {
    if (answers.isEmpty()) {
      return NOTHING;
    }
    return answers.get(Math.min(next++, answers.size() - 1));
  }
}
