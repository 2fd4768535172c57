package org.cloudtransfer.upload.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.upload.identity.Keystone.Account;
import org.cloudtransfer.upload.identity.Keystone.Domain;

/**
 * Looks a user up in the user domains: first as the holder of the ID that Keystone computes for the
 * login, then by the exact name alone. Of a user whom the old Keystone kept in SQL that ID tells
 * nothing: a namesake in a directory is as likely somebody else.
 */
record ApiLookup(Keystone keystone, UserDomains userDomains) implements UserResolver {
  @Override
  public Optional<Placement> resolve(User user) {
    String login = Login.of(user);
    List<Domain> domains = userDomains.of(user);
    List<Account> named = new ArrayList<>();
    for (Domain domain : domains) {
      keystone.user(domain, login).ifPresent(named::add);
    }
    List<Account> computed =
        named.stream().filter(a -> a.id().equals(PublicId.of(a.domain().id(), login))).toList();
    if (user.origin() == User.Origin.SQL && computed.size() < named.size()) {
      return Optional.of(choose(named, "name"));
    }
    if (!computed.isEmpty()) {
      return Optional.of(choose(computed, "computed ID"));
    }
    List<Account> known = knownByComputedId(domains, login);
    if (!known.isEmpty()) {
      return Optional.of(choose(known, "computed ID"));
    }
    return named.isEmpty() ? Optional.empty() : Optional.of(choose(named, "name"));
  }

  /** Where the attribute that makes the ID is not the one that makes the name. */
  private List<Account> knownByComputedId(List<Domain> domains, String login) {
    return domains.stream()
        .map(domain -> new Account(PublicId.of(domain.id(), login), login, domain))
        .filter(account -> keystone.hasUser(account.id()))
        .toList();
  }

  private Placement choose(List<Account> accounts, String how) {
    Account first = accounts.get(0);
    return userDomains.ranked() || accounts.size() == 1
        ? new Placement.Found(first.id(), how + " in domain " + first.domain().name())
        : new Placement.Ambiguous(accounts.stream().map(Account::toString).toList());
  }
}
