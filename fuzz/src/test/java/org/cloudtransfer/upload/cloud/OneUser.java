package org.cloudtransfer.upload.cloud;

/** A target that has one user and nothing else. */
public final class OneUser {
  private OneUser() {}

  public static Cloud cloud(String id) {
    Transport transport =
        call -> {
          String path = call.uri().getPath();
          if (path.endsWith("/auth/tokens")) {
            return Answers.answer(201, Answers.TOKEN);
          }
          return path.endsWith("/users/" + id)
              ? Answers.answer(200, "{\"user\": {\"id\": \"" + id + "\"}}")
              : listing(call);
        };
    return Cloud.over(transport, Answers.CREDENTIALS);
  }

  private static Transport.Answer listing(Transport.Call call) {
    return call.uri().getPath().endsWith("/domains")
        ? Answers.answer(200, "{\"domains\": []}")
        : Answers.answer(404, "{}");
  }
}
