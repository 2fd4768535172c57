package org.cloudtransfer.source;

import java.util.List;
import org.cloudtransfer.resource.ResourceKind;

/** The sources of each resource kind, in the order of its tables: the registry of this side. */
public final class Sources {
  private Sources() {}

  public static List<RowSource<?>> of(ResourceKind kind) {
    return switch (kind) {
      case KEYPAIRS -> List.of(new KeypairSource());
      case NOVA_QUOTAS -> List.of(new NovaQuotaSource());
      case NEUTRON_QUOTAS -> List.of(new NeutronQuotaSource());
      case CINDER_QUOTAS -> List.of(new CinderQuotaSource());
      case SECURITY_GROUPS -> List.of(new SecurityGroupSource(), new SecurityGroupRuleSource());
    };
  }
}
