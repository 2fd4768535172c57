package org.cloudtransfer.upload.target;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Openrc;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that the simulator does not give. */
class ReadingTest {
  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private Cloud cloud;

  @BeforeEach
  void logIn() {
    SERVER.stubFor(
        post("/v3/auth/tokens")
            .willReturn(
                aResponse()
                    .withStatus(201)
                    .withHeader("X-Subject-Token", "t")
                    .withBody(
                        "{\"token\": {\"user\": {\"id\": \"u\", \"name\": \"admin\"}, \"project\":"
                            + " {\"id\": \"own\", \"name\": \"admin\"}, \"catalog\": ["
                            + service("compute")
                            + ","
                            + service("network")
                            + "]}}")));
    Map<String, String> env =
        Map.of(
            "OS_AUTH_URL", SERVER.baseUrl(),
            "OS_USERNAME", "admin",
            "OS_PASSWORD", "x",
            "OS_PROJECT_NAME", "admin");
    cloud =
        Cloud.login(
            new Openrc(env).credentials(new Openrc.Overrides(null, null, null, false)),
            new Cloud.Manners(
                8, 0, Clock.systemUTC(), new Random(1), wanted -> Duration.ZERO, line -> {}));
  }

  private static String service(String type) {
    return String.format(
        "{\"type\": \"%s\", \"id\": \"i\", \"endpoints\": [{\"interface\": \"public\","
            + " \"region\": \"R\", \"region_id\": \"R\", \"url\": \"%s/%s\"}]}",
        type, SERVER.baseUrl(), type);
  }

  private static String group(String id, String project) {
    return String.format(
        "{\"id\": \"%s\", \"tenant_id\": \"%s\", \"name\": \"n\", \"description\": null,"
            + " \"security_group_rules\": []}",
        id, project);
  }

  /** Neutron's pagination_max_limit: a long list comes in pages. */
  @Test
  void groupsBeyondTheFirstPageAreRead() {
    String next = "\"security_groups_links\": [{\"rel\": \"next\", \"href\": \"x\"}]";
    page("absent", group("a", "own") + "," + group("b", "p"), ", " + next);
    page("b", group("c", "p") + "," + group("d", "q"), ", " + next);
    page("d", group("e", "p"), "");

    assertThat(PresentGroups.readOf(cloud, "p").byId()).containsOnlyKeys("b", "c", "e");
  }

  /** Neutron takes some 2 ms a rule to list groups. */
  @Test
  void projectsAreAskedForTogetherAsLongAsTheyHaveFewRules() {
    assertThat(PresentGroups.chunks(new TreeMap<>(Map.of("a", 400, "b", 400, "c", 400))))
        .containsExactly(List.of("a", "b"), List.of("c"));
    assertThat(PresentGroups.chunks(new TreeMap<>(Map.of("a", 1, "b", 5000, "c", 1))))
        .containsExactly(List.of("a"), List.of("b"), List.of("c"));
    assertThat(PresentGroups.chunks(new TreeMap<>())).isEmpty();
  }

  private static void page(String marker, String groups, String links) {
    SERVER.stubFor(
        get(urlPathEqualTo("/network/v2.0/security-groups"))
            .withQueryParam("marker", marker.equals("absent") ? absent() : equalTo(marker))
            .willReturn(
                aResponse().withBody("{\"security_groups\": [" + groups + "]" + links + "}")));
  }

  @Test
  void aGroupOfOldWithTenantAndWithoutDescriptionIsRead() {
    page("absent", group("b", "p"), "");

    PresentGroup group = PresentGroups.readOf(cloud, "p").get("b").orElseThrow();
    assertThat(group.projectId()).isEqualTo("p");
    assertThat(group.description()).isEmpty();
    assertThat(group.stateful()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Version 2.9999 is not supported by the API. Minimum is 2.1 and maximum is 2.38.|2.38",
        "Version 2.9999 is not supported by the API. Minimum is 2.1 and maximum is 2.103.|2.103",
        "Not acceptable.|2.10"
      })
  void theHighestMicroversionIsReadFromTheRefusal(String message, String highest) {
    SERVER.stubFor(
        get(urlPathEqualTo("/compute/v2.1/os-keypairs"))
            .willReturn(
                aResponse()
                    .withStatus(406)
                    .withBody(
                        "{\"computeFault\": {\"message\": \"" + message + "\", \"code\": 406}}")));

    assertThat(Microversions.highest(cloud)).isEqualTo(highest);
  }

  @ParameterizedTest
  @CsvSource({"2.38, 92, false", "2.92, 92, true", "2.103, 92, true", "2.9, 10, false"})
  void microversionsAreComparedAsNumbers(String version, int minor, boolean atLeast) {
    assertThat(Microversions.atLeast(version, minor)).isEqualTo(atLeast);
  }
}
