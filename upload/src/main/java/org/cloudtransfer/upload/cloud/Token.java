package org.cloudtransfer.upload.cloud;

import org.cloudtransfer.cli.Secret;
import org.openstack4j.openstack.identity.v3.domain.KeystoneToken;

/**
 * A token and what Keystone said with it.
 *
 * @param body openstack4j's model: user, project, roles, catalog
 */
record Token(Secret id, KeystoneToken body) {
  @Override
  public String toString() {
    return "token of " + body.getUser().getName();
  }
}
