package org.cloudtransfer.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.cloudtransfer.simulator.Client.Answer;
import org.cloudtransfer.simulator.cloud.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NewtonTest {
  private static final String KEYPAIRS = "/compute/v2.1/os-keypairs";
  private static final String RULES = "/network/v2.0/security-group-rules";

  private final Simulator simulator = Simulator.start(SimulatorOptions.newton());
  private final Client admin = Client.admin(simulator);
  private final Network network = simulator.cloud().network();
  private final String group = network.addGroup("p", "web", "").id();

  @AfterEach
  void close() {
    simulator.close();
  }

  private static String keypair(String name, String key) {
    return "{'keypair': {'name': '%s', 'user_id': 'u', 'public_key': '%s'}}".formatted(name, key);
  }

  private Answer rule(Client client, String groupId, String attributes) {
    return client.post(
        RULES,
        "{'security_group_rule': {'security_group_id': '%s', 'project_id': 'p', 'direction': 'ingress', %s}}"
            .formatted(groupId, attributes));
  }

  private Answer rule(String attributes) {
    return rule(admin, group, attributes);
  }

  @Test
  void novaEndsAt238() {
    assertThat(admin.version("2.38").get(KEYPAIRS).status()).isEqualTo(200);
    assertThat(admin.version("2.39").get(KEYPAIRS).message())
        .isEqualTo("Version 2.39 is not supported by the API. Minimum is 2.1 and maximum is 2.38.");
  }

  @Test
  void itsCryptographyDoesNotKnowEd25519UnlessToldSo() {
    Client v10 = admin.version("2.10");
    assertThat(v10.post(KEYPAIRS, keypair("k", Keys.ed25519(1))).status()).isEqualTo(400);
    assertThat(v10.post(KEYPAIRS, keypair("k", Keys.rsa(1, 2048))).status()).isEqualTo(201);
    SimulatorOptions options = SimulatorOptions.newton().sshKeyTypes(Set.of("ssh-ed25519"));
    try (Simulator patched = Simulator.start(options)) {
      Client other = Client.admin(patched).version("2.10");
      assertThat(other.post(KEYPAIRS, keypair("k", Keys.ed25519(1))).status()).isEqualTo(201);
    }
  }

  @Test
  void badNameIsWordedInItsOwnWay() {
    Answer answer = admin.version("2.10").post(KEYPAIRS, keypair("a.b", Keys.rsa(1, 2048)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message())
        .isEqualTo("Keypair data is invalid: Keypair name contains unsafe characters");
  }

  @Test
  void forceIsUnknownToQuotaSetsFrom236() {
    String path = "/compute/v2.1/os-quota-sets/p";
    String body = "{'quota_set': {'cores': 5, 'force': true}}";
    assertThat(admin.version("2.35").put(path, body).status()).isEqualTo(200);
    Answer refused = admin.version("2.36").put(path, body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains("'force' was unexpected");
  }

  @Test
  void novaDoesNotLookUpProjects() {
    String path = "/compute/v2.1/os-quota-sets/made-up";
    assertThat(admin.put(path, "{'quota_set': {'cores': 5}}").status()).isEqualTo(200);
    assertThat(admin.get(path).at("/quota_set/floating_ips").asInt()).isEqualTo(10);
    assertThat(admin.put(path, "{'quota_set': {'networks': 5}}").status()).isEqualTo(400);
  }

  @Test
  void groupsHaveNeitherStatefulNorTagsNorRevisions() {
    String path = "/network/v2.0/security-groups";
    Answer refused = admin.post(path, "{'security_group': {'name': 'a', 'stateful': true}}");
    assertThat(refused.message()).isEqualTo("Unrecognized attribute(s) 'stateful'");
    Answer made = admin.post(path, "{'security_group': {'name': 'a', 'description': 'd'}}");
    assertThat(made.at("/security_group").has("revision_number")).isFalse();
    assertThat(made.at("/security_group/description").asText()).isEqualTo("d");
    assertThat(admin.put(path + "/" + group + "/tags", "{'tags': []}").status()).isEqualTo(404);
    assertThat(admin.get(path + "?bananas=1").status()).isEqualTo(200);
  }

  @Test
  void listingRulesMakesNoDefaultGroup() {
    admin.get(RULES + "?tenant_id=q");
    assertThat(network.defaultGroup("q")).isEmpty();
  }

  @Test
  void portZeroIs400ButOtherProtocolsMayHavePorts() {
    assertThat(rule("'protocol': 'udp', 'port_range_min': 0, 'port_range_max': 0").type())
        .isEqualTo("SecurityGroupInvalidPortValue");
    assertThat(rule("'protocol': '112', 'port_range_min': 5, 'port_range_max': 6").status())
        .isEqualTo(201);
  }

  @Test
  void rulesAreKeptAsTyped() {
    assertThat(
            rule("'protocol': 'tcp', 'port_range_min': 1, 'port_range_max': 65535")
                .at("/security_group_rule/port_range_max")
                .asInt())
        .isEqualTo(65535);
    assertThat(
            rule("'protocol': 'icmp', 'ethertype': 'IPv6'")
                .at("/security_group_rule/protocol")
                .asText())
        .isEqualTo("icmp");
  }

  @Test
  void hopoptIsNoProtocolYet() {
    assertThat(rule("'protocol': 'hopopt'").status()).isEqualTo(400);
    assertThat(rule("'protocol': 'vrrp'").status()).isEqualTo(201);
  }

  @Test
  void anywhereAndNoPrefixAreTwoRulesBefore940() {
    assertThat(rule("'protocol': 'tcp'").status()).isEqualTo(201);
    assertThat(rule("'protocol': 'tcp', 'remote_ip_prefix': '0.0.0.0/0'").status()).isEqualTo(201);
    assertThat(rule("'protocol': '6'").type()).isEqualTo("SecurityGroupRuleExists");
  }

  @Test
  void anywhereAndNoPrefixAreOneRuleFrom940() {
    try (Simulator late = Simulator.start(SimulatorOptions.newton().anywhereIsNone(true))) {
      String id = late.cloud().network().addGroup("p", "web", "").id();
      Client client = Client.admin(late);
      assertThat(rule(client, id, "'protocol': 'tcp'").status()).isEqualTo(201);
      assertThat(rule(client, id, "'protocol': 'tcp', 'remote_ip_prefix': '0.0.0.0/0'").status())
          .isEqualTo(409);
    }
  }

  @Test
  void neutronQuotasKnowNoCheckLimit() {
    String body = "{'quota': {'network': 1, 'check_limit': true}}";
    assertThat(admin.put("/network/v2.0/quotas/p", body).message())
        .isEqualTo("Unrecognized attribute(s) 'check_limit'");
    assertThat(admin.get("/network/v2.0/quotas/p").at("/quota/network").asInt()).isEqualTo(10);
  }

  @Test
  void cinderHasTwoVersionsAndChecksUsageOnlyWhenToldSo() {
    simulator.cloud().volume().use("p", "volumes", 3);
    String v2 = "/volume/v2/" + simulator.adminProject().id() + "/os-quota-sets/p";
    String v3 = v2.replace("/v2/", "/v3/");
    assertThat(admin.put(v2, "{'quota_set': {'volumes': 1}}").status()).isEqualTo(200);
    String checked = "{'quota_set': {'volumes': 1}, 'skip_validation': false}";
    assertThat(admin.put(v3, checked).status()).isEqualTo(400);
    assertThat(admin.put(v3, "{'quota_set': {'groups': 1}}").message())
        .isEqualTo("Bad key(s) in quota set: groups");
    assertThat(admin.put(v3, "{'quota_set': {'volumes': '12'}}").status()).isEqualTo(200);
  }
}
