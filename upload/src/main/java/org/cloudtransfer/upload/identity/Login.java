package org.cloudtransfer.upload.identity;

import org.cloudtransfer.resource.User;

/**
 * The name by which a directory knows a user. For an LDAP user of SUSE's hybrid backend the ID
 * itself is that name (keystone-hybrid-backend, liberty: hybrid_identity.py).
 */
final class Login {
  private Login() {}

  static String of(User user) {
    return user.name() == null ? user.id() : user.name();
  }
}
