package org.cloudtransfer.simulator.keystone;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cloudtransfer.simulator.cloud.ApplicationCredential;
import org.cloudtransfer.simulator.cloud.User;

/**
 * The tokens given out, and whether they still hold. No service caches them: a revoked token is
 * refused at once.
 */
public final class Tokens {
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;
  private final Duration life;

  /** Tokens that hold for {@code life}. */
  public Tokens(Clock clock, Duration life) {
    this.clock = clock;
    this.life = life;
  }

  Token issue(
      User user,
      Scope scope,
      Set<String> roles,
      List<String> methods,
      Optional<ApplicationCredential> credential,
      Optional<Token> from) {
    Instant now = clock.instant();
    Token token =
        new Token(
            "gAAAAAB" + text(132),
            user,
            scope,
            roles,
            methods,
            credential,
            text(16),
            now,
            from.map(Token::expiresAt).orElse(now.plus(life)));
    tokens.put(token.id(), token);
    return token;
  }

  /** The token of this text, if it holds. */
  Optional<Token> valid(String id) {
    return Optional.ofNullable(tokens.get(id)).filter(t -> clock.instant().isBefore(t.expiresAt()));
  }

  void revoke(String id) {
    tokens.remove(id);
  }

  /** Ends the life of all tokens given out so far. */
  public void expireAll() {
    tokens.clear();
  }

  private String text(int bytes) {
    byte[] noise = new byte[bytes];
    random.nextBytes(noise);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(noise);
  }
}
