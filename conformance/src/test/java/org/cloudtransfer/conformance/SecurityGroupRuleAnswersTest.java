package org.cloudtransfer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cloudtransfer.conformance.Client.NETWORK;
import static org.cloudtransfer.simulator.cloud.Profile.EPOXY;
import static org.cloudtransfer.simulator.cloud.Profile.NEWTON;
import static org.cloudtransfer.simulator.cloud.Profile.PIKE;
import static org.cloudtransfer.simulator.cloud.Profile.TRAIN;
import static org.cloudtransfer.simulator.cloud.Profile.ZED;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cloudtransfer.conformance.Client.Answer;

/** What Neutron answers when rules are made, singly and in bulk. */
class SecurityGroupRuleAnswersTest {
  private static final String INGRESS = "'direction': 'ingress'";

  /** A project with one group in it. */
  private record Place(CloudUnderTest cloud, String project, String group) {
    static Place in(CloudUnderTest cloud) {
      String project = cloud.project();
      return new Place(cloud, project, cloud.group(project, "group"));
    }

    Answer post(String fields) {
      return cloud
          .admin()
          .post(NETWORK, "/security-group-rules", "{'security_group_rule': " + body(fields) + "}");
    }

    String body(String fields) {
      return "{'security_group_id': '%s', 'project_id': '%s', %s}"
          .formatted(group, project, fields);
    }

    Answer bulk(String... bodies) {
      String list = Arrays.stream(bodies).collect(Collectors.joining(", "));
      return cloud
          .admin()
          .post(NETWORK, "/security-group-rules", "{'security_group_rules': [" + list + "]}");
    }

    List<String> rules() {
      return CloudUnderTest.rules(cloud.groupNamed(project, "group"));
    }
  }

  private static String tcp(int port) {
    return INGRESS
        + ", 'protocol': 'tcp', 'port_range_min': %d, 'port_range_max': %d".formatted(port, port);
  }

  @Fact({"R1", "D4"})
  void ruleWithoutProjectBelongsToTheCaller(CloudUnderTest cloud) {
    Place place = Place.in(cloud);
    Answer answer =
        cloud
            .admin()
            .post(
                NETWORK,
                "/security-group-rules",
                "{'security_group_rule': {'security_group_id': '%s', %s}}"
                    .formatted(place.group(), INGRESS));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("/security_group_rule/project_id").asText())
        .isEqualTo(cloud.adminProject());
  }

  @Fact({"R2", "N10"})
  void duplicateConflictsAndNamesTheOneThatIsThere(CloudUnderTest cloud) {
    Place place = Place.in(cloud);
    String id = place.post(tcp(22)).orFail().at("/security_group_rule/id").asText();
    Answer answer = place.post(tcp(22) + ", 'description': 'another'");
    assertThat(answer.refusal()).isEqualTo("409 SecurityGroupRuleExists");
    assertThat(answer.message())
        .isEqualTo("Security group rule already exists. Rule id is " + id + ".");
  }

  @Fact({"R3", "N11"})
  void numbersNamesAndCapitalsOfAProtocolAreOneRule(CloudUnderTest cloud) {
    Place place = Place.in(cloud);
    place.post(INGRESS + ", 'protocol': 'tcp'").orFail();
    for (String protocol : List.of("6", "TCP")) {
      assertThat(place.post(INGRESS + ", 'protocol': '" + protocol + "'").refusal())
          .as(protocol)
          .isEqualTo("409 SecurityGroupRuleExists");
    }
  }

  @Fact(
      value = {"R4", "N11"},
      since = PIKE)
  void noRemoteAndAnywhereAreOneRule(CloudUnderTest cloud) {
    Place place = Place.in(cloud);
    place.post(tcp(22)).orFail();
    assertThat(place.post(tcp(22) + ", 'remote_ip_prefix': '0.0.0.0/0'").refusal())
        .isEqualTo("409 SecurityGroupRuleExists");
    assertThat(place.post("'direction': 'egress'").refusal())
        .isEqualTo("409 SecurityGroupRuleExists");
  }

  @Fact({"R5", "N11"})
  void prefixWithHostBitsIsStoredAsSent(CloudUnderTest cloud) {
    Answer answer = Place.in(cloud).post(tcp(22) + ", 'remote_ip_prefix': '10.1.2.3/24'");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("/security_group_rule/remote_ip_prefix").asText())
        .isEqualTo("10.1.2.3/24");
  }

  @Fact(
      value = {"R21", "N11"},
      since = ZED)
  void networkOfAPrefixWithHostBitsIsShownBeside(CloudUnderTest cloud) {
    Answer answer = Place.in(cloud).post(tcp(22) + ", 'remote_ip_prefix': '10.1.2.3/24'");
    assertThat(answer.at("/security_group_rule/normalized_cidr").asText()).isEqualTo("10.1.2.0/24");
  }

  @Fact(
      value = {"R22", "N11"},
      until = NEWTON)
  void noRemoteAndAnywhereAreTwoRules(CloudUnderTest cloud) {
    Place place = Place.in(cloud);
    assertThat(place.post(tcp(22)).status()).isEqualTo(201);
    assertThat(place.post(tcp(22) + ", 'remote_ip_prefix': '0.0.0.0/0'").status()).isEqualTo(201);
  }

  @Fact(value = "R23", until = NEWTON)
  void portsOfAProtocolWithoutPortsAreTaken(CloudUnderTest cloud) {
    String ports = ", 'protocol': '112', 'port_range_min': 1, 'port_range_max': 2";
    assertThat(Place.in(cloud).post(INGRESS + ports).status()).isEqualTo(201);
  }

  @Fact(value = "R24", since = PIKE)
  void portsOfAProtocolWithoutPortsAreRefused(CloudUnderTest cloud) {
    String ports = ", 'protocol': '112', 'port_range_min': 1, 'port_range_max': 2";
    assertThat(Place.in(cloud).post(INGRESS + ports).status()).isEqualTo(400);
  }

  @Fact(
      value = {"R25", "N11"},
      until = PIKE)
  void icmpStaysIcmpInAnIpv6Rule(CloudUnderTest cloud) {
    Answer answer = Place.in(cloud).post(INGRESS + ", 'ethertype': 'IPv6', 'protocol': 'icmp'");
    assertThat(answer.at("/security_group_rule/protocol").asText()).isEqualTo("icmp");
  }

  @Fact(value = "R26", until = TRAIN)
  void allPortsAreKeptAsARange(CloudUnderTest cloud) {
    String ports = ", 'protocol': 'tcp', 'port_range_min': 1, 'port_range_max': 65535";
    Answer answer = Place.in(cloud).post(INGRESS + ports);
    assertThat(answer.at("/security_group_rule/port_range_max").asInt()).isEqualTo(65535);
  }

  @Fact(value = "R27", since = ZED)
  void allPortsAreKeptAsNoRange(CloudUnderTest cloud) {
    String ports = ", 'protocol': 'tcp', 'port_range_min': 1, 'port_range_max': 65535";
    Answer answer = Place.in(cloud).post(INGRESS + ports);
    assertThat(answer.at("/security_group_rule/port_range_max").isNull()).isTrue();
  }

  @Fact(
      value = {"R6", "N11"},
      since = TRAIN)
  void icmpBecomesIpv6IcmpInAnIpv6Rule(CloudUnderTest cloud) {
    Answer answer = Place.in(cloud).post(INGRESS + ", 'ethertype': 'IPv6', 'protocol': 'icmp'");
    assertThat(answer.at("/security_group_rule/protocol").asText()).isEqualTo("ipv6-icmp");
  }

  @Fact("R7")
  void protocolZeroIsTakenAndTheWordAnyIsNot(CloudUnderTest cloud) {
    Place place = Place.in(cloud);
    assertThat(place.post(INGRESS + ", 'protocol': '0'").status()).isEqualTo(201);
    assertThat(place.post(INGRESS + ", 'protocol': 'any'").status()).isEqualTo(400);
  }

  @Fact("R8")
  void rulesThatMakeNoSenseAreRefused(CloudUnderTest cloud) {
    Place place = Place.in(cloud);
    for (String fields :
        List.of(
            INGRESS + ", 'port_range_min': 1, 'port_range_max': 2",
            INGRESS + ", 'protocol': 'tcp', 'port_range_min': 2, 'port_range_max': 1",
            INGRESS + ", 'protocol': 'tcp', 'port_range_min': 2",
            INGRESS + ", 'protocol': 'tcp', 'port_range_min': 0, 'port_range_max': 0",
            INGRESS + ", 'protocol': 'icmp', 'port_range_max': 2",
            INGRESS + ", 'protocol': 'icmpv6'",
            INGRESS + ", 'remote_ip_prefix': '2001:db8::/32'",
            INGRESS
                + ", 'remote_ip_prefix': '10.0.0.0/8', 'remote_group_id': '"
                + place.group()
                + "'")) {
      assertThat(place.post(fields).status()).as(fields).isEqualTo(400);
    }
    assertThat(place.rules()).containsExactly("egress IPv4", "egress IPv6");
  }

  @Fact({"R9", "D2"})
  void remoteGroupThatDoesNotExistIsNotFound(CloudUnderTest cloud) {
    String nowhere = "'remote_group_id': '6f1b0e9c-0000-4000-8000-000000000000'";
    assertThat(Place.in(cloud).post(INGRESS + ", " + nowhere).refusal())
        .isEqualTo("404 SecurityGroupNotFound");
  }

  @Fact("R10")
  void groupThatDoesNotExistIsNotFound(CloudUnderTest cloud) {
    Place nowhere = new Place(cloud, cloud.project(), "6f1b0e9c-0000-4000-8000-000000000000");
    assertThat(nowhere.post(INGRESS).refusal()).isEqualTo("404 SecurityGroupNotFound");
  }

  @Fact({"R11", "D11"})
  void remoteGroupOfAnotherProjectIsTakenFromAnAdministrator(CloudUnderTest cloud) {
    String remote = Place.in(cloud).group();
    assertThat(Place.in(cloud).post(INGRESS + ", 'remote_group_id': '" + remote + "'").status())
        .isEqualTo(201);
  }

  @Fact({"R12", "D6", "N13"})
  void tooManyRulesAreOverQuotaWithTheStatusOfAConflict(CloudUnderTest cloud) {
    Place place = Place.in(cloud);
    cloud
        .admin()
        .put(
            NETWORK,
            "/quotas/" + place.project(),
            "{'quota': {'security_group_rule': 1" + force(cloud) + "}}")
        .orFail();
    Answer answer = place.post(tcp(22));
    assertThat(answer.refusal()).isEqualTo("409 OverQuota");
    assertThat(answer.message())
        .startsWith("Quota exceeded for resources: ['security_group_rule']");
  }

  /** Of late usage counts when a quota is set. */
  private static String force(CloudUnderTest cloud) {
    return cloud.profile().since(EPOXY) ? ", 'force': true" : "";
  }

  @Fact({"R13", "D11"})
  void descriptionIsTakenWhenTheRuleIsMade(CloudUnderTest cloud) {
    Answer answer = Place.in(cloud).post(tcp(22) + ", 'description': 'jump host'");
    assertThat(answer.at("/security_group_rule/description").asText()).isEqualTo("jump host");
  }

  @Fact("B1")
  void rulesOfOneGroupAreMadeInOneCall(CloudUnderTest cloud) {
    Place place = Place.in(cloud);
    assertThat(place.bulk(place.body(tcp(1)), place.body(tcp(2))).status()).isEqualTo(201);
    assertThat(place.rules())
        .containsExactly(
            "egress IPv4", "egress IPv6", "ingress IPv4 tcp 1-1", "ingress IPv4 tcp 2-2");
  }

  @Fact("B2")
  void oneDuplicateLeavesTheWholeBulkUnmade(CloudUnderTest cloud) {
    Place place = Place.in(cloud);
    place.post(tcp(1)).orFail();
    assertThat(place.bulk(place.body(tcp(1)), place.body(tcp(2))).refusal())
        .isEqualTo("409 SecurityGroupRuleExists");
    assertThat(place.rules()).hasSize(3);
  }

  @Fact("B3")
  void theSameTwiceInOneBulkIsADuplicateOfItsOwnKind(CloudUnderTest cloud) {
    Place place = Place.in(cloud);
    assertThat(place.bulk(place.body(tcp(1)), place.body(tcp(1))).refusal())
        .isEqualTo("409 DuplicateSecurityGroupRuleInPost");
    assertThat(place.rules()).hasSize(2);
  }

  @Fact("B4")
  void oneInvalidRuleLeavesTheWholeBulkUnmade(CloudUnderTest cloud) {
    Place place = Place.in(cloud);
    assertThat(place.bulk(place.body(tcp(1)), place.body(tcp(0))).status()).isEqualTo(400);
    assertThat(place.rules()).hasSize(2);
  }

  @Fact({"B5", "N13"})
  void bulkBeyondTheQuotaIsUnmade(CloudUnderTest cloud) {
    Place place = Place.in(cloud);
    int used = 2 + 4;
    cloud
        .admin()
        .put(
            NETWORK,
            "/quotas/" + place.project(),
            "{'quota': {'security_group_rule': " + (used + 1) + "}}")
        .orFail();
    assertThat(place.bulk(place.body(tcp(1)), place.body(tcp(2))).refusal())
        .isEqualTo("409 OverQuota");
    assertThat(place.rules()).hasSize(2);
  }

  @Fact("B6")
  void rulesOfTwoGroupsAreNotTakenInOneBulk(CloudUnderTest cloud) {
    Place place = Place.in(cloud);
    Place other = new Place(cloud, place.project(), cloud.group(place.project(), "other"));
    assertThat(place.bulk(place.body(tcp(1)), other.body(tcp(2))).refusal())
        .isEqualTo("400 SecurityGroupNotSingleGroupRules");
  }

  @Fact("B7")
  void rulesOfTwoProjectsAreNotTakenInOneBulk(CloudUnderTest cloud) {
    Place place = Place.in(cloud);
    Place other = new Place(cloud, cloud.project(), place.group());
    assertThat(place.bulk(place.body(tcp(1)), other.body(tcp(2))).refusal())
        .isEqualTo("400 SecurityGroupRulesNotSingleTenant");
  }

  @Fact("B8")
  void emptyBulkIsRefused(CloudUnderTest cloud) {
    assertThat(Place.in(cloud).bulk().status()).isEqualTo(400);
  }
}
