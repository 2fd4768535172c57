package org.cloudtransfer.upload.identity;

import java.util.Optional;
import org.cloudtransfer.resource.User;

/** One link of the chain; threads share it. */
@FunctionalInterface
interface UserResolver {

  /**
   * @return empty if this link knows nothing of the user; never {@link Placement.Missing}
   */
  Optional<Placement> resolve(User user);
}
