package org.cloudtransfer.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cloudtransfer.simulator.Client.Answer;
import org.cloudtransfer.simulator.cloud.User;
import org.cloudtransfer.simulator.cloud.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CinderQuotasTest {
  private final Simulator simulator = Simulator.start(SimulatorOptions.current());
  private final Client admin = Client.admin(simulator);
  private final Volume volume = simulator.cloud().volume();
  private final String root = "/volume/v3/" + simulator.adminProject().id();

  @AfterEach
  void close() {
    simulator.close();
  }

  private Answer put(String limits) {
    return admin.put(root + "/os-quota-sets/p", "{'quota_set': " + limits + "}");
  }

  @Test
  void projectIsNotLookedUp() {
    assertThat(put("{'volumes': 12}").at("/quota_set/volumes").asInt()).isEqualTo(12);
    assertThat(volume.quotas()).isEqualTo(Map.of("p", Map.of("volumes", 12)));
  }

  @ParameterizedTest
  @CsvSource({"bananas", "volumes_nosuch", "force", "consistencygroups", "Volumes"})
  void badKeyRefusesTheWholeRequest(String key) {
    Answer answer = put("{'volumes': 13, '" + key + "': 1}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/badRequest/message").asText())
        .isEqualTo("Invalid input received: Bad key(s) in quota set: " + key);
    assertThat(volume.quotas()).isEmpty();
  }

  @Test
  void everyVolumeTypeHasThreeQuotas() {
    volume.addType("ssd");
    assertThat(put("{'volumes_ssd': 3, 'gigabytes_ssd': 4, 'snapshots_ssd': -1}").status())
        .isEqualTo(200);
    assertThat(put("{'volumes___DEFAULT__': 3, 'groups': 1}").status()).isEqualTo(200);
    assertThat(admin.get(root + "/types").at("/volume_types").findValuesAsText("name"))
        .containsExactlyInAnyOrder("__DEFAULT__", "ssd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'volumes': -1};200",
        "{'volumes': -2};400",
        "{'volumes': 2147483648};400",
        "{'volumes': '12'};400",
        "{'volumes': true};400",
        "{};400"
      })
  void limitIsANumberFromMinusOne(String line) {
    String[] parts = line.split(";");
    assertThat(put(parts[0]).status()).isEqualTo(Integer.parseInt(parts[1]));
  }

  @Test
  void firstLimitOfAProjectMayBeBelowUsage() {
    volume.use("p", "volumes", 1);
    assertThat(put("{'volumes': 0}").status()).isEqualTo(200);
    assertThat(put("{'volumes': 0}").status()).isEqualTo(400);
  }

  @Test
  void limitBelowUsageIs400AndCannotBeForced() {
    volume.use("p", "volumes", 1);
    put("{'volumes': 10}");
    Answer answer = put("{'volumes': 0}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message())
        .isEqualTo(
            "Quota volumes limit must be equal or greater than existing resources. Current usage"
                + " is 1 and the requested limit is 0.");
    assertThat(put("{'volumes': -1}").status()).isEqualTo(200);
    String beside = "{'quota_set': {'volumes': 0}, 'skip_validation': true}";
    assertThat(admin.put(root + "/os-quota-sets/p", beside).status()).isEqualTo(400);
  }

  @Test
  void emptySetLacksProperties() {
    assertThat(put("{}").message()).endsWith("{} does not have enough properties");
  }

  @Test
  void usageIsShownOnRequest() {
    volume.use("p", "gigabytes", 7);
    Answer answer = admin.get(root + "/os-quota-sets/p?usage=True");
    assertThat(answer.at("/quota_set/gigabytes/in_use").asInt()).isEqualTo(7);
    assertThat(answer.at("/quota_set/id").asText()).isEqualTo("p");
    assertThat(admin.get(root + "/os-quota-sets/p").at("/quota_set/gigabytes").asInt())
        .isEqualTo(1000);
  }

  @Test
  void deletingGoesBackToDefaults() {
    put("{'volumes': 12}");
    assertThat(admin.delete(root + "/os-quota-sets/p").status()).isEqualTo(200);
    assertThat(admin.get(root + "/os-quota-sets/p/defaults").at("/quota_set/volumes").asInt())
        .isEqualTo(10);
    assertThat(volume.quotas()).isEmpty();
  }

  @Test
  void projectOfTheUrlMustBeTheTokens() {
    Answer answer = admin.get("/volume/v3/other/os-quota-sets/p");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).isEqualTo("Malformed request url");
  }

  @Test
  void memberMaySetNothing() {
    User user = simulator.cloud().identity().addUser("default", "m", "pw");
    String project = simulator.cloud().identity().addProject("default", "m").id();
    simulator.cloud().identity().grant(user.id(), project, "member");
    Client member = Client.of(simulator, "m", "pw", "Default", project);
    String path = "/volume/v3/" + project + "/os-quota-sets/" + project;
    Answer refused = member.put(path, "{'quota_set': {'volumes': 1}}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.at("/forbidden/message").asText())
        .isEqualTo("Policy doesn't allow volume_extension:quotas:update to be performed.");
    assertThat(member.get(path).status()).isEqualTo(200);
  }

  @Test
  void version2IsGone() {
    assertThat(admin.get("/volume/v2/" + simulator.adminProject().id() + "/types").status())
        .isEqualTo(404);
    assertThat(Client.anonymous(simulator).get("/volume/").at("/versions/0/version").asText())
        .isEqualTo("3.70");
  }
}
