package org.cloudtransfer.demo.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.demo.sample.SampleQuota.Service;

/** Who has which limits. */
final class SampleQuotas {
  private static final int UNLIMITED = -1;

  private final People people;
  private final List<SampleQuota> quotas = new ArrayList<>();

  private SampleQuotas(People people) {
    this.people = people;
  }

  static List<SampleQuota> of(People people) {
    SampleQuotas all = new SampleQuotas(people);
    for (int i = 0; i < People.PROJECTS; i++) {
      all.addSome(Service.NOVA, i, nova(i));
      all.addSome(Service.NEUTRON, i, neutron(i));
      all.addSome(Service.CINDER, i, cinder(i));
      all.ofUsers(i);
    }
    people.goneProjects().forEach(all::ofGoneProject);
    all.oddOnesOfNova();
    all.oddOnesOfNeutron();
    all.oddOnesOfCinder();
    return all.quotas;
  }

  /** The first project has all of them, the others some. */
  private void addSome(Service service, int i, Map<String, Integer> limits) {
    int n = 0;
    for (Map.Entry<String, Integer> limit : limits.entrySet()) {
      if (i == 0 || (i + n++) % 3 != 0) {
        add(service, i, limit.getKey(), limit.getValue(), Fate.CARRIED);
      }
    }
  }

  private void add(Service service, int i, String resource, Integer limit, Fate fate) {
    quotas.add(SampleQuota.of(service, people.project(i), resource, limit, fate));
  }

  /** Some equal the default (cores 20, metadata_items 128), some are 0, some unlimited. */
  private static Map<String, Integer> nova(int i) {
    Map<String, Integer> limits = new LinkedHashMap<>();
    limits.put("instances", 20 + i);
    limits.put("cores", i % 10 == 5 ? UNLIMITED : 20 + i * 2);
    limits.put("ram", 51200 + 1024 * i);
    limits.put("floating_ips", i % 7);
    limits.put("fixed_ips", i % 4 == 1 ? 100 : UNLIMITED);
    limits.put("metadata_items", i % 6 == 0 ? 0 : 128);
    limits.put("injected_files", 5 + i % 2);
    limits.put("injected_file_content_bytes", 10240 + i);
    limits.put("injected_file_path_bytes", 255);
    limits.put("security_groups", 10 + i);
    limits.put("security_group_rules", UNLIMITED);
    limits.put("key_pairs", 100 + i);
    limits.put("server_groups", 10);
    limits.put("server_group_members", 2147483647 - i);
    return limits;
  }

  private static Map<String, Integer> neutron(int i) {
    Map<String, Integer> limits = new LinkedHashMap<>();
    limits.put("network", 10 + i % 3);
    limits.put("subnet", i % 8 == 0 ? UNLIMITED : 20);
    limits.put("port", 50 + i);
    limits.put("router", i % 5);
    limits.put("floatingip", 50);
    limits.put("security_group", 40 + i);
    limits.put("security_group_rule", 400 + i);
    limits.put("rbac_policy", 10 + i % 2);
    limits.put("subnetpool", i % 9 == 0 ? 3 : UNLIMITED);
    return limits;
  }

  private static Map<String, Integer> cinder(int i) {
    Map<String, Integer> limits = new LinkedHashMap<>();
    limits.put("volumes", 10 + i);
    limits.put("gigabytes", i % 6 == 0 ? UNLIMITED : 1000 + 10 * i);
    limits.put("snapshots", i % 11);
    limits.put("backups", 10);
    limits.put("backup_gigabytes", 1000 + i);
    limits.put("per_volume_gigabytes", i % 2 == 0 ? UNLIMITED : 500);
    for (String type : Sample.VOLUME_TYPES) {
      limits.put("volumes_" + type, 5 + i);
      limits.put("gigabytes_" + type, 100 * (i + 1));
      limits.put("snapshots_" + type, i % 3 - 1);
    }
    return limits;
  }

  /** Together below the least that any project has. */
  private void ofUsers(int i) {
    if (i % 2 == 0) {
      ofUser(i, people.sqlUser(i), 2);
      ofUser(i, people.ldapUser(i), 3);
      ofUser(i, people.ldapUser(i + 1), 0);
    }
  }

  private void ofUser(int i, SampleUser user, int size) {
    ofUser(i, user, "instances", size, user.fate());
    ofUser(i, user, "cores", 2 * size, user.fate());
    ofUser(i, user, "ram", 4096 * size, user.fate());
    ofUser(i, user, "key_pairs", 10 + size, user.fate());
  }

  private void ofUser(int i, SampleUser user, String resource, Integer limit, Fate fate) {
    SampleProject project = people.project(i);
    quotas.add(new SampleQuota(Service.NOVA, project, user, resource, limit, fate));
  }

  private void ofGoneProject(SampleProject project) {
    quotas.add(SampleQuota.of(Service.NOVA, project, "cores", 8, Fate.WITHHELD));
    quotas.add(SampleQuota.of(Service.NEUTRON, project, "network", 8, Fate.WITHHELD));
    quotas.add(SampleQuota.of(Service.CINDER, project, "volumes", 8, Fate.WITHHELD));
    quotas.add(
        new SampleQuota(Service.NOVA, project, people.sqlUser(3), "cores", 1, Fate.WITHHELD));
  }

  private void oddOnesOfNova() {
    add(Service.NOVA, 1, "volumes", 10, Fate.INAPPLICABLE);
    add(Service.NOVA, 1, "gigabytes", 1000, Fate.INAPPLICABLE);
    add(Service.NOVA, 3, "networks", 3, Fate.INAPPLICABLE);
    add(Service.NOVA, 5, "instances_deleted", 1, Fate.DELETED);
    replace(Service.NOVA, 7, "instances", null, Fate.WITHHELD);
    replace(Service.NOVA, 11, "instances", SampleUsage.INSTANCES - 1, Fate.WITHHELD);
    people.unplacedUsers().forEach(user -> ofUser(2, user, "cores", 1, Fate.WITHHELD));
    ofUser(4, people.sqlUser(77), "ram", null, Fate.WITHHELD);
    ofUser(4, people.sqlUser(78), "ram", 1, Fate.DELETED);
  }

  /** LBaaS of the first version is gone; and of two rows for one limit the later one counts. */
  private void oddOnesOfNeutron() {
    for (String gone : List.of("vip", "pool", "member", "health_monitor")) {
      add(Service.NEUTRON, 2, gone, 10, Fate.INAPPLICABLE);
      add(Service.NEUTRON, 4, gone, UNLIMITED, Fate.INAPPLICABLE);
    }
    replace(Service.NEUTRON, 6, "port", 5, Fate.SUPERSEDED);
    add(Service.NEUTRON, 6, "port", 77, Fate.CARRIED);
    replace(Service.NEUTRON, 8, "floatingip", null, Fate.WITHHELD);
    replace(Service.NEUTRON, 10, "floatingip", -5, Fate.CARRIED);
  }

  private void oddOnesOfCinder() {
    add(Service.CINDER, 2, "consistencygroups", 10, Fate.INAPPLICABLE);
    for (String part : List.of("volumes_", "gigabytes_", "snapshots_")) {
      add(Service.CINDER, 2, part + Sample.RETIRED_VOLUME_TYPE, 7, Fate.WITHHELD);
    }
    replace(Service.CINDER, 6, "backups", 3, Fate.DELETED);
    add(Service.CINDER, 6, "backups", 4, Fate.SUPERSEDED);
    add(Service.CINDER, 6, "backups", 5, Fate.CARRIED);
    replace(Service.CINDER, 8, "backups", null, Fate.WITHHELD);
    replace(Service.CINDER, 13, "volumes", SampleUsage.VOLUMES - 1, Fate.WITHHELD);
  }

  private void replace(Service service, int i, String resource, Integer limit, Fate fate) {
    SampleProject project = people.project(i);
    quotas.removeIf(
        q ->
            q.service() == service
                && q.user() == null
                && q.project().equals(project)
                && q.resource().equals(resource));
    add(service, i, resource, limit, fate);
  }
}
