package org.cloudtransfer.upload.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cloudtransfer.resource.User;
import org.cloudtransfer.upload.identity.Keystone.Domain;

/**
 * In which of the target's domains a user is looked for.
 *
 * @param domains for users of whose domain nothing is said
 * @param ranked whether their order is the user's will, so that the first one wins; otherwise
 *     several finds are ambiguous
 * @param renamed the target's domain by the name of the source's
 */
record UserDomains(List<Domain> domains, boolean ranked, Map<String, Domain> renamed) {
  UserDomains {
    domains = List.copyOf(domains);
    renamed = Map.copyOf(renamed);
  }

  List<Domain> of(User user) {
    return Optional.ofNullable(user.domain()).map(renamed::get).map(List::of).orElse(domains);
  }
}
