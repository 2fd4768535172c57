package org.cloudtransfer.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cloudtransfer.simulator.Client.Answer;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeutronQuotasTest {
  private static final String PATH = "/network/v2.0/quotas";

  private final Simulator simulator =
      Simulator.start(SimulatorOptions.current().networkQuotas("trunk"));
  private final Client admin = Client.admin(simulator);
  private final Network network = simulator.cloud().network();

  @AfterEach
  void close() {
    simulator.close();
  }

  private Answer put(String limits) {
    return admin.put(PATH + "/p", "{'quota': " + limits + "}");
  }

  @Test
  void projectIsNotLookedUp() {
    assertThat(put("{'network': 11}").at("/quota/network").asInt()).isEqualTo(11);
    assertThat(admin.get(PATH + "/made-up").at("/quota/security_group").asInt()).isEqualTo(10);
    assertThat(network.quotas()).isEqualTo(Map.of("p", Map.of("network", 11)));
  }

  @ParameterizedTest
  @CsvSource({
    "bananas,400",
    "pool,400",
    "vip,400",
    "security_groups,400",
    "network,200",
    "subnet,200",
    "subnetpool,200",
    "port,200",
    "router,200",
    "floatingip,200",
    "rbac_policy,200",
    "security_group,200",
    "security_group_rule,200",
    "trunk,200"
  })
  void namesAreThoseOfTheLoadedPlugins(String name, int status) {
    assertThat(put("{'" + name + "': 3}").status()).isEqualTo(status);
  }

  @Test
  void unknownNameRefusesTheWholeRequest() {
    Answer answer = put("{'network': 3, 'bananas': 3}");
    assertThat(answer.type()).isEqualTo("HTTPBadRequest");
    assertThat(answer.at("/NeutronError/message").asText())
        .isEqualTo("Unrecognized attribute(s) 'bananas'");
    assertThat(network.quotas()).isEmpty();
  }

  @Test
  void ownerInTheBodyIs400() {
    assertThat(put("{'network': 3, 'tenant_id': 'p'}").message())
        .startsWith("Unrecognized attribute(s)")
        .contains("tenant_id")
        .contains("project_id");
  }

  @ParameterizedTest
  @CsvSource({"-1,200", "'''12''',200", "-2,400", "2147483648,400", "null,400", "'''x''',400"})
  void limitIsANumberFromMinusOneOrItsText(String value, int status) {
    assertThat(put("{'network': " + value + "}").status()).isEqualTo(status);
  }

  @Test
  void rangeIsWordedAsNeutronLibDoes() {
    assertThat(put("{'network': -2}").message())
        .isEqualTo("Invalid input for network. Reason: '-2' is too small - must be at least '-1'.");
    assertThat(put("{'network': 'x'}").type()).isEqualTo("InvalidInput");
  }

  @Test
  void usageCountsOnlyWithCheckLimit() {
    network.ensureDefaultGroup("p");
    assertThat(put("{'security_group_rule': 0}").status()).isEqualTo(200);
    assertThat(put("{'security_group_rule': 0, 'force': true}").status()).isEqualTo(200);
    Answer refused = put("{'security_group_rule': 0, 'check_limit': true}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).endsWith("must be greater than or equal to already used 4");
    assertThat(put("{'security_group_rule': -1, 'check_limit': true}").status()).isEqualTo(400);
  }

  @Test
  void listHasAllProjectsWithValuesWhateverTheFilter() {
    put("{'network': 11}");
    admin.put(PATH + "/q", "{'quota': {'port': 5}}");
    Answer answer = admin.get(PATH + "?project_id=p");
    assertThat(answer.at("/quotas").findValuesAsText("tenant_id")).containsExactly("p", "q");
    assertThat(answer.at("/quotas/1/network").asInt()).isEqualTo(100);
  }

  @Test
  void defaultAndDetailsHaveTheRegisteredNames() {
    put("{'network': 11}");
    network.use("p", "network", 2);
    assertThat(admin.get(PATH + "/p/default").at("/quota/network").asInt()).isEqualTo(100);
    assertThat(admin.get(PATH + "/p/details.json").at("/quota/network/used").asInt()).isEqualTo(2);
  }

  @Test
  void deletingWhatIsNotThereIs404() {
    put("{'network': 11}");
    assertThat(admin.delete(PATH + "/p").status()).isEqualTo(204);
    Answer again = admin.delete(PATH + "/p");
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.message()).isEqualTo("Quota for tenant p could not be found.");
  }

  @Test
  void memberMaySetNothing() {
    User user = simulator.cloud().identity().addUser("default", "m", "pw");
    String project = simulator.cloud().identity().addProject("default", "m").id();
    simulator.cloud().identity().grant(user.id(), project, "member");
    Client member = Client.of(simulator, "m", "pw", "Default", project);
    Answer refused = member.put(PATH + "/" + project, "{'quota': {'network': 1}}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.type()).isEqualTo("PolicyNotAuthorized");
    assertThat(member.get(PATH + "/" + project).status()).isEqualTo(200);
    assertThat(member.get(PATH + "/p").status()).isEqualTo(403);
  }

  @Test
  void extensionsTellWhatTheServerCan() {
    Answer answer = admin.get("/network/v2.0/extensions");
    assertThat(answer.at("/extensions").findValuesAsText("alias"))
        .contains("security-group", "quotas", "stateful-security-group");
    assertThat(admin.get("/network/v2.0/extensions/quotas").status()).isEqualTo(200);
    assertThat(admin.get("/network/v2.0/extensions/nosuch").status()).isEqualTo(404);
  }
}
