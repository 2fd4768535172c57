package org.cloudtransfer.upload.identity;

import java.util.Optional;
import org.cloudtransfer.resource.User;

/** Users of SQL domains kept their IDs. */
record SameId(Keystone keystone) implements UserResolver {
  static final String HOW = "same ID";

  @Override
  public Optional<Placement> resolve(User user) {
    return keystone.hasUser(user.id())
        ? Optional.of(new Placement.Found(user.id(), HOW))
        : Optional.empty();
  }
}
