package org.cloudtransfer.upload.cloud;

/**
 * Adds the token; on a 401 it is renewed once for all workers and the call repeated once. A 401
 * comes before any effect.
 */
final class Authenticating implements Transport {
  private final Transport next;
  private final Session session;

  Authenticating(Transport next, Session session) {
    this.next = next;
    this.session = session;
  }

  @Override
  public Answer send(Call call) {
    Token token = session.token();
    Answer answer = send(call, token);
    return answer.status() == 401 ? send(call, session.renew(token)) : answer;
  }

  private Answer send(Call call, Token token) {
    return next.send(call.with("X-Auth-Token", token.id().reveal()));
  }
}
