package org.cloudtransfer.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.cloudtransfer.simulator.Client.Answer;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.SecurityGroupRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityGroupRulesTest {
  private static final String PATH = "/network/v2.0/security-group-rules";
  private static final String HTTP =
      "'protocol': 'tcp', 'port_range_min': 80, 'port_range_max': 80";

  private final Simulator simulator = Simulator.start(SimulatorOptions.current());
  private final Client admin = Client.admin(simulator);
  private final Network network = simulator.cloud().network();
  private final String group = network.addGroup("p", "web", "").id();

  @AfterEach
  void close() {
    simulator.close();
  }

  private String rule(String attributes) {
    return "{'security_group_id': '%s', 'project_id': 'p', 'direction': 'ingress', %s}"
        .formatted(group, attributes);
  }

  private Answer create(String attributes) {
    return admin.post(PATH, "{'security_group_rule': " + rule(attributes) + "}");
  }

  private Answer bulk(String... rules) {
    return admin.post(PATH, "{'security_group_rules': [" + String.join(", ", rules) + "]}");
  }

  private static String port(int port) {
    return "'protocol': 'tcp', 'port_range_min': %d, 'port_range_max': %d".formatted(port, port);
  }

  @Test
  void ownerIsTheCallersProjectUnlessNamed() {
    String body = "{'security_group_rule': {'security_group_id': '%s', 'direction': 'ingress'}}";
    Answer made = admin.post(PATH, body.formatted(group));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("/security_group_rule/project_id").asText())
        .isEqualTo(simulator.adminProject().id());
    assertThat(create(HTTP + ", 'project_id': 'p'").at("/security_group_rule/tenant_id").asText())
        .isEqualTo("p");
  }

  @Test
  void defaultsAreFilledIn() {
    Answer made = create("'protocol': 'TCP'");
    assertThat(made.at("/security_group_rule/ethertype").asText()).isEqualTo("IPv4");
    assertThat(made.at("/security_group_rule/protocol").asText()).isEqualTo("tcp");
    assertThat(made.at("/security_group_rule/description").asText()).isEmpty();
    assertThat(made.at("/security_group_rule/port_range_min").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HTTP,
        HTTP + ", 'description': 'other'",
        HTTP + ", 'remote_ip_prefix': '0.0.0.0/0'",
        HTTP + ", 'remote_ip_prefix': ''",
        "'protocol': '6', 'port_range_min': '80', 'port_range_max': 80",
        "'protocol': 6, 'port_range_min': 80, 'port_range_max': 80",
        "'protocol': 'TCP', 'port_range_min': 80, 'port_range_max': 80"
      })
  void sameRuleInOtherWordsIsAConflict(String attributes) {
    String id = create(HTTP).at("/security_group_rule/id").asText();
    Answer again = create(attributes);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.type()).isEqualTo("SecurityGroupRuleExists");
    assertThat(again.message())
        .isEqualTo("Security group rule already exists. Rule id is " + id + ".");
  }

  @Test
  void copiedEgressRuleCollidesWithTheAutomaticOne() {
    String body =
        "{'security_group_rule': {'security_group_id': '%s', 'direction': 'egress', 'ethertype': 'ipv6', 'remote_ip_prefix': '::/0'}}";
    assertThat(admin.post(PATH, body.formatted(group)).status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3/24,IPv4,10.1.2.3/24,10.1.2.0/24",
    "192.168.1.10,IPv4,192.168.1.10/32,192.168.1.10/32",
    "10.0.0.0/255.0.0.0,IPv4,10.0.0.0/8,10.0.0.0/8",
    "2001:DB8:0:0:0:0:0:1,IPv6,2001:db8::1/128,2001:db8::1/128",
    "2001:db8::ff/64,IPv6,2001:db8::ff/64,2001:db8::/64",
    "10,IPv4,10.0.0.0/32,10.0.0.0/32"
  })
  void prefixIsStoredWithItsHostBits(
      String sent, String ethertype, String stored, String normalized) {
    Answer made = create("'ethertype': '%s', 'remote_ip_prefix': '%s'".formatted(ethertype, sent));
    assertThat(made.at("/security_group_rule/remote_ip_prefix").asText()).isEqualTo(stored);
    assertThat(made.at("/security_group_rule/normalized_cidr").asText()).isEqualTo(normalized);
  }

  @Test
  void prefixesWithDifferentHostBitsAreDifferentRules() {
    assertThat(create("'remote_ip_prefix': '10.0.0.1/24'").status()).isEqualTo(201);
    assertThat(create("'remote_ip_prefix': '10.0.0.0/24'").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'port_range_min': 5, 'port_range_max': 6|SecurityGroupProtocolRequiredWithPorts",
        "'protocol': '112', 'port_range_min': 5, 'port_range_max': 6|SecurityGroupInvalidProtocolForPort",
        "'protocol': 'tcp', 'port_range_min': 9, 'port_range_max': 6|SecurityGroupInvalidPortRange",
        "'protocol': 'tcp', 'port_range_min': 5|SecurityGroupInvalidPortRange",
        "'protocol': 'tcp', 'port_range_min': 0, 'port_range_max': 0|SecurityGroupInvalidPortValue",
        "'protocol': 'tcp', 'port_range_min': 1, 'port_range_max': 70000|SecurityGroupInvalidPortValue",
        "'protocol': 'icmp', 'port_range_min': -1, 'port_range_max': -1|SecurityGroupInvalidPortValue",
        "'protocol': 'icmp', 'port_range_max': 0|SecurityGroupMissingIcmpType",
        "'protocol': 'icmp', 'port_range_min': 300|SecurityGroupInvalidIcmpValue",
        "'protocol': 'icmpv6'|SecurityGroupEthertypeConflictWithProtocol",
        "'protocol': '58'|SecurityGroupEthertypeConflictWithProtocol",
        "'protocol': 'any'|SecurityGroupRuleInvalidProtocol",
        "'protocol': 256|SecurityGroupRuleInvalidProtocol",
        "'protocol': ''|SecurityGroupRuleInvalidProtocol",
        "'ethertype': 'IPv5'|SecurityGroupRuleInvalidEtherType",
        "'remote_ip_prefix': '2001:db8::/32'|SecurityGroupRuleParameterConflict",
        "'remote_ip_prefix': '10.0.0.0/33'|InvalidCIDR",
        "'remote_ip_prefix': '300.1.1.1'|InvalidCIDR",
        "'remote_ip_prefix': 'abc'|InvalidCIDR",
        "'direction': 'up'|HTTPBadRequest",
        "'description': null|HTTPBadRequest",
        "'bananas': 1|HTTPBadRequest",
        "'id': 'x'|HTTPBadRequest"
      },
      quoteCharacter = '`')
  void nonsenseIs400(String attributes, String type) {
    Answer answer = create(attributes);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.type()).isEqualTo(type);
    assertThat(network.rules(group)).hasSize(2);
  }

  @Test
  void twoRemotesAre400() {
    Answer answer = create("'remote_ip_prefix': '10.0.0.0/8', 'remote_group_id': '" + group + "'");
    assertThat(answer.type()).isEqualTo("SecurityGroupMultipleRemoteEntites");
  }

  @Test
  void missingGroupIs404() {
    assertThat(create("'remote_group_id': 'nosuch'").status()).isEqualTo(404);
    Answer answer =
        admin.post(
            PATH,
            "{'security_group_rule': {'security_group_id': 'nosuch', 'direction': 'ingress'}}");
    assertThat(answer.type()).isEqualTo("SecurityGroupNotFound");
    assertThat(answer.message()).isEqualTo("Security group nosuch does not exist");
  }

  @Test
  void remoteGroupMayBeOfAnotherProject() {
    String foreign = network.addGroup("q", "foreign", "").id();
    assertThat(create("'remote_group_id': '" + foreign + "'").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({"icmp,IPv6,ipv6-icmp", "1,IPv6,58", "0,IPv4,0", "icmp,IPv4,icmp", "ah,IPv4,ah"})
  void protocolIsStoredInTheFormOfLaterReleases(String sent, String ethertype, String stored) {
    Answer made = create("'protocol': '%s', 'ethertype': '%s'".formatted(sent, ethertype));
    assertThat(made.at("/security_group_rule/protocol").asText()).isEqualTo(stored);
  }

  @Test
  void wholePortRangeIsStoredAsNone() {
    create("'protocol': 'tcp', 'port_range_min': 1, 'port_range_max': 65535");
    assertThat(network.rules(group))
        .filteredOn(r -> "tcp".equals(r.protocol()))
        .extracting(SecurityGroupRule::portRangeMin)
        .containsExactly((Integer) null);
  }

  @Test
  void icmpTypeAndCodeAreKept() {
    Answer made = create("'protocol': 'icmp', 'port_range_min': 8, 'port_range_max': 0");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("/security_group_rule/port_range_max").asInt()).isZero();
  }

  @Test
  void listIsFilteredByGroupAndOwner() {
    create(HTTP);
    assertThat(
            admin
                .get(PATH + "?security_group_id=" + group + "&direction=ingress")
                .at("/security_group_rules"))
        .hasSize(1);
    assertThat(admin.get(PATH + "?project_id=p&protocol=tcp").at("/security_group_rules"))
        .hasSize(1);
    assertThat(
            admin
                .get(PATH + "?tenant_id=p&fields=id&limit=2&sort_key=id&sort_dir=asc")
                .at("/security_group_rules"))
        .hasSize(2);
  }

  @Test
  void changingARuleIsAnInternalErrorAndItHasNoTags() {
    String id = create(HTTP).at("/security_group_rule/id").asText();
    String path = PATH + "/" + id;
    assertThat(admin.put(path, "{'security_group_rule': {'description': 'x'}}").status())
        .isEqualTo(500);
    assertThat(admin.put(path + "/tags", "{'tags': []}").status()).isEqualTo(404);
  }

  @Test
  void deletedRuleIsGone() {
    String path = PATH + "/" + create(HTTP).at("/security_group_rule/id").asText();
    assertThat(admin.get(path).status()).isEqualTo(200);
    assertThat(admin.delete(path).status()).isEqualTo(204);
    assertThat(admin.delete(path).type()).isEqualTo("SecurityGroupRuleNotFound");
  }

  @Test
  void bulkMakesAll() {
    Answer made = bulk(rule(port(1)), rule(port(2)));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("/security_group_rules")).hasSize(2);
    assertThat(network.rules(group)).hasSize(4);
  }

  @Test
  void bulkWithOneThatExistsMakesNone() {
    create(HTTP);
    assertThat(bulk(rule(port(1)), rule(HTTP)).type()).isEqualTo("SecurityGroupRuleExists");
    assertThat(network.rules(group)).hasSize(3);
  }

  @Test
  void bulkWithTwiceTheSameMakesNone() {
    Answer answer = bulk(rule(port(1)), rule(port(2)), rule(port(1)));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.type()).isEqualTo("DuplicateSecurityGroupRuleInPost");
    assertThat(network.rules(group)).hasSize(2);
  }

  @Test
  void bulkWithOneInvalidMakesNone() {
    assertThat(bulk(rule(port(1)), rule(port(70000))).status()).isEqualTo(400);
    assertThat(bulk(rule(port(1)), rule("'port_range_min': 5")).status()).isEqualTo(400);
    assertThat(network.rules(group)).hasSize(2);
  }

  @Test
  void bulkIsForOneGroupAndOneOwner() {
    String other = network.addGroup("p", "other", "").id();
    assertThat(bulk(rule(port(1)), rule(port(2)).replace(group, other)).type())
        .isEqualTo("SecurityGroupNotSingleGroupRules");
    assertThat(bulk(rule(port(1)), rule(port(2)).replace("'p'", "'q'")).type())
        .isEqualTo("SecurityGroupRulesNotSingleTenant");
    assertThat(bulk().message()).isEqualTo("Resources required");
  }

  @Test
  void quotaCountsTheOwnersRulesAndStopsTheWholeBulk() {
    network.setQuota("p", "security_group_rule", 4);
    Answer refused = bulk(rule(port(1)), rule(port(2)), rule(port(3)));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.type()).isEqualTo("OverQuota");
    assertThat(refused.message())
        .isEqualTo("Quota exceeded for resources: ['security_group_rule'].");
    assertThat(bulk(rule(port(1)), rule(port(2))).status()).isEqualTo(201);
    assertThat(create(port(3)).type()).isEqualTo("OverQuota");
    assertThat(create(port(3).concat(", 'tenant_id': 'p'")).status()).isEqualTo(409);
    String callers = "{'security_group_rule': " + rule(port(3)).replace("'project_id': 'p', ", "");
    assertThat(admin.post(PATH, callers + "}").status()).isEqualTo(201);
  }
}
