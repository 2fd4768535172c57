package org.cloudtransfer.upload.cloud;

import java.util.function.Supplier;

/** The token that all workers share. */
final class Session {
  private final Supplier<Token> login;
  private Token token;

  /**
   * @param login logs in anew; called by one thread at a time
   */
  Session(Supplier<Token> login) {
    this.login = login;
    this.token = login.get();
  }

  synchronized Token token() {
    return token;
  }

  /** A token other than the refused one; whoever comes first fetches it, the others share it. */
  synchronized Token renew(Token refused) {
    if (token == refused) {
      token = login.get();
    }
    return token;
  }
}
