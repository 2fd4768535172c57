package org.cloudtransfer.upload.identity;

import java.util.List;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.upload.identity.Keystone.Account;
import org.cloudtransfer.upload.identity.Keystone.Domain;

/**
 * Accounts that may be meant by a login, for a person to choose from: those in whose name the login
 * stands, less what a directory may have put around it ({@code CORP\login}, {@code
 * login@corp.example}).
 */
record Suggestions(Keystone keystone, List<Domain> domains) {
  private static final int SHORTEST = 3;
  private static final int MOST = 10;

  Suggestions {
    domains = List.copyOf(domains);
  }

  List<String> of(User user) {
    String stem = stem(Login.of(user));
    if (stem.length() < SHORTEST) {
      return List.of();
    }
    return domains.stream()
        .flatMap(domain -> keystone.like(domain, stem).stream())
        .limit(MOST)
        .map(Account::toString)
        .toList();
  }

  static String stem(String login) {
    String local = login.substring(login.lastIndexOf('\\') + 1);
    int at = local.indexOf('@');
    return (at > 0 ? local.substring(0, at) : local).strip();
  }
}
