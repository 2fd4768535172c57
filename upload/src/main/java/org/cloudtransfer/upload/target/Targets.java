package org.cloudtransfer.upload.target;

import java.util.EnumMap;
import java.util.Map;
import org.cloudtransfer.resource.ResourceKind;

/** The registry of kinds on the target's side. */
public final class Targets {
  private Targets() {}

  /** All kinds, in order of execution. */
  public static Map<ResourceKind, Target> all() {
    Map<ResourceKind, Target> targets = new EnumMap<>(ResourceKind.class);
    targets.put(ResourceKind.NOVA_QUOTAS, new NovaQuotaTarget());
    targets.put(ResourceKind.NEUTRON_QUOTAS, new NeutronQuotaTarget());
    targets.put(ResourceKind.CINDER_QUOTAS, new CinderQuotaTarget());
    targets.put(ResourceKind.KEYPAIRS, new KeypairTarget());
    targets.put(ResourceKind.SECURITY_GROUPS, new SecurityGroupTarget());
    return targets;
  }
}
