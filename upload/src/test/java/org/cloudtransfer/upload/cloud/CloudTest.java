package org.cloudtransfer.upload.cloud;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.StopException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single exchanges. */
class CloudTest {
  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final Map<String, String> env = new HashMap<>();
  private final List<String> trace = new ArrayList<>();

  @BeforeEach
  void openrc() {
    env.put("OS_AUTH_URL", SERVER.baseUrl() + "/identity");
    env.put("OS_USERNAME", "admin");
    env.put("OS_PASSWORD", "s3cret");
    env.put("OS_PROJECT_NAME", "admin");
  }

  private static String service(String type, String url) {
    return service(type, url, "RegionOne", "public");
  }

  private static String service(String type, String url, String region, String face) {
    return String.format(
        "{\"type\": \"%s\", \"id\": \"id-%s\", \"name\": \"n\", \"endpoints\": [{\"id\": \"e\","
            + " \"interface\": \"%s\", \"region\": \"%s\", \"region_id\": \"%s\", \"url\":"
            + " \"%s\"}]}",
        type, type, face, region, region, url.replace("HERE", SERVER.baseUrl()));
  }

  private void keystone(String... catalog) {
    SERVER.stubFor(
        post("/identity/v3/auth/tokens")
            .willReturn(
                aResponse()
                    .withStatus(201)
                    .withHeader("X-Subject-Token", "t1")
                    .withBody(
                        "{\"token\": {\"user\": {\"id\": \"u\", \"name\": \"admin\", \"domain\":"
                            + " {\"id\": \"default\", \"name\": \"Default\"}}, \"project\":"
                            + " {\"id\": \"proj\", \"name\": \"admin\"}, \"expires_at\":"
                            + " \"2030-01-01T00:00:00.000000Z\", \"methods\": [\"password\"],"
                            + " \"catalog\": ["
                            + String.join(",", catalog)
                            + "]}}")));
  }

  private Cloud login() {
    return Cloud.login(
        new Openrc(env).credentials(new Openrc.Overrides(null, null, null, false)),
        new Cloud.Manners(
            8, 0, Clock.systemUTC(), new Random(1), wanted -> Duration.ZERO, trace::add));
  }

  private static void answers(String path, int status, String body) {
    SERVER.stubFor(any(urlEqualTo(path)).willReturn(aResponse().withStatus(status).withBody(body)));
  }

  // ---- catalog

  @ParameterizedTest
  @CsvSource({
    "compute, COMPUTE, HERE/compute, /compute/v2.1",
    "compute, COMPUTE, HERE/compute/, /compute/v2.1",
    "compute, COMPUTE, HERE/compute/v2.1, /compute/v2.1",
    "compute, COMPUTE, HERE/compute/v2.1/proj, /compute/v2.1/proj",
    "compute, COMPUTE, HERE/compute/v2/proj, /compute/v2.1/proj",
    "network, NETWORK, HERE/net, /net/v2.0",
    "network, NETWORK, HERE/net/v2.0, /net/v2.0",
    "network, NETWORK, HERE/net/v2.0/, /net/v2.0",
    "volumev3, VOLUME, HERE/vol/v3/proj, /vol/v3/proj",
    "volumev3, VOLUME, HERE/vol/v3, /vol/v3/proj",
    "volumev2, VOLUME, HERE/vol/v2/proj, /vol/v2/proj",
    "block-storage, VOLUME, HERE/vol, /vol/v3/proj"
  })
  void endpointsAreFoundHoweverTheyAreRegistered(
      String type, Service service, String url, String expected) {
    keystone(service("identity", "HERE/identity"), service(type, url)); // D30, N22

    assertThat(login().endpoint(service)).hasToString(SERVER.baseUrl() + expected);
  }

  @Test
  void theNewestVolumeServiceIsTaken() {
    keystone(
        service("volume", "HERE/v1/proj"),
        service("volumev2", "HERE/v2/proj"),
        service("volumev3", "HERE/v3/proj"));

    assertThat(login().endpoint(Service.VOLUME).getPath()).isEqualTo("/v3/proj");
  }

  @Test
  void regionAndInterfaceAreMinded() {
    keystone(
        service("compute", "HERE/east", "East", "public"),
        service("compute", "HERE/west", "West", "public"),
        service("compute", "HERE/west-in", "West", "internal"));
    env.put("OS_REGION_NAME", "West");
    env.put("OS_INTERFACE", "internal");

    assertThat(login().endpoint(Service.COMPUTE).getPath()).isEqualTo("/west-in/v2.1");
  }

  @Test
  void aMissingServiceIsNamed() {
    keystone(service("compute", "HERE/compute"));

    StopException stop =
        catchThrowableOfType(StopException.class, () -> login().endpoint(Service.NETWORK));

    assertThat(stop.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(stop).hasMessageContaining("network").hasMessageContaining("no such service");
  }

  @Test
  void anEmptyCatalogIsNoCrash() {
    keystone();

    assertThat(catchThrowableOfType(StopException.class, () -> login().endpoint(Service.COMPUTE)))
        .hasMessageContaining("compute");
  }

  // ---- log-in

  @Test
  void aPasswordLogInNamesUserProjectAndDomains() {
    env.put("OS_USER_DOMAIN_NAME", "People");
    env.put("OS_PROJECT_DOMAIN_ID", "things");
    keystone();

    login();

    SERVER.verify(
        postRequestedFor(urlEqualTo("/identity/v3/auth/tokens"))
            .withRequestBody(
                equalToJson(
                    "{\"auth\": {\"identity\": {\"methods\": [\"password\"], \"password\":"
                        + " {\"user\": {\"name\": \"admin\", \"password\": \"s3cret\", \"domain\":"
                        + " {\"name\": \"People\"}}}}, \"scope\": {\"project\": {\"name\":"
                        + " \"admin\", \"domain\": {\"id\": \"things\"}}}}}")));
  }

  @Test
  void aProjectIdNeedsNoDomain() {
    env.put("OS_PROJECT_ID", "proj");
    keystone();

    login();

    SERVER.verify(
        postRequestedFor(urlEqualTo("/identity/v3/auth/tokens"))
            .withRequestBody(matchingJsonPath("$.auth.scope.project.id", equalTo("proj"))));
  }

  @Test
  void anApplicationCredentialBringsItsOwnScope() {
    env.remove("OS_PASSWORD");
    env.put("OS_APPLICATION_CREDENTIAL_ID", "ac");
    env.put("OS_APPLICATION_CREDENTIAL_SECRET", "s3cret");
    keystone();

    login();

    SERVER.verify(
        postRequestedFor(urlEqualTo("/identity/v3/auth/tokens"))
            .withRequestBody(
                equalToJson(
                    "{\"auth\": {\"identity\": {\"methods\": [\"application_credential\"],"
                        + " \"application_credential\": {\"id\": \"ac\", \"secret\":"
                        + " \"s3cret\"}}}}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>It works!</html>", "{}", "[]", "null", "{\"token\": {}}"})
  void whatIsNoKeystoneIsToldSo(String body) {
    SERVER.stubFor(
        post("/identity/v3/auth/tokens")
            .willReturn(
                aResponse().withStatus(201).withHeader("X-Subject-Token", "t").withBody(body)));

    StopException stop = catchThrowableOfType(StopException.class, this::login);

    assertThat(stop.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(stop).hasMessageContaining("does not answer like Keystone v3");
  }

  @Test
  void aTokenWithoutItsHeaderIsNone() {
    SERVER.stubFor(
        post("/identity/v3/auth/tokens")
            .willReturn(
                aResponse().withStatus(201).withBody("{\"token\": {\"user\": {\"id\": \"u\"}}}")));

    assertThat(catchThrowableOfType(StopException.class, this::login)).isNotNull();
  }

  // ---- requests

  private Cloud cloud() {
    keystone(service("compute", "HERE/compute/v2.1"), service("network", "HERE/network"));
    return login();
  }

  @Test
  void pathsAndQueriesAreEncodedOnce() {
    answers("/compute/v2.1/a%20b%2Fc/%C3%BC%3F?q=x%26y%3D%2B&q=%23", 200, "{\"ok\": 1}");

    Cloud cloud = cloud();
    cloud.read(
        Request.get(Service.COMPUTE, "a b/c", "\u00fc?").with("q", "x&y=+").with("q", "#"), "ok");

    SERVER.verify(
        getRequestedFor(urlEqualTo("/compute/v2.1/a%20b%2Fc/%C3%BC%3F?q=x%26y%3D%2B&q=%23"))
            .withHeader("X-Auth-Token", equalTo("t1")));
  }

  /** Encoded or not, a server or proxy would do it to all key pairs, or to the service. */
  @ParameterizedTest
  @ValueSource(strings = {".", "..", ""})
  void aNameThatNoAddressCanHoldIsNeverSent(String name) {
    Cloud cloud = cloud();
    int before = SERVER.getAllServeEvents().size();

    Reply deleted = cloud.send(Request.delete(Service.COMPUTE, "os-keypairs", name));
    Reply shown = cloud.send(Request.get(Service.COMPUTE, "os-keypairs", name));

    assertThat(SERVER.getAllServeEvents()).hasSize(before);
    assertThat(deleted.refused()).isTrue();
    assertThat(deleted.fault().toString()).contains("no address can hold", "(HTTP 400)");
    assertThat(shown.status()).isEqualTo(404);
  }

  @Test
  void dotsAmongOtherCharactersAreOfTheName() {
    answers("/compute/v2.1/os-keypairs/..%2F%25%3B", 200, "{\"ok\": 1}");

    Request get = Request.get(Service.COMPUTE, "os-keypairs", "../%;");

    assertThat(cloud().send(get).body().path("ok").asInt()).isEqualTo(1);
  }

  @Test
  void aMicroversionIsSaidInBothWays() {
    answers("/compute/v2.1/os-keypairs", 200, "{}");

    cloud().send(Request.get(Service.COMPUTE, "os-keypairs").at("2.10"));

    SERVER.verify(
        getRequestedFor(urlEqualTo("/compute/v2.1/os-keypairs"))
            .withHeader("X-OpenStack-Nova-API-Version", equalTo("2.10"))
            .withHeader("OpenStack-API-Version", equalTo("compute 2.10")));
  }

  @Test
  void textLeavesAndArrivesAsUtf8() {
    answers("/network/v2.0/x", 200, "{\"name\": \"\u6f22\u5b57\"}");
    Cloud cloud = cloud();

    Reply reply =
        cloud.send(
            Request.put(
                Service.NETWORK,
                JsonNodeFactory.instance.objectNode().put("n", "\ud83e\udd84"),
                "x"));

    assertThat(reply.body().path("name").asText()).isEqualTo("\u6f22\u5b57");
    assertThat(SERVER.getAllServeEvents().get(0).getRequest().getBodyAsString())
        .isEqualTo("{\"n\":\"\ud83e\udd84\"}");
  }

  @Test
  void theTraceNamesRequestAndStatusAndNoSecret() {
    answers("/network/v2.0/x", 404, "{}");

    cloud().send(Request.get(Service.NETWORK, "x"));

    assertThat(trace)
        .hasSize(2)
        .first()
        .asString()
        .matches("POST " + SERVER.baseUrl() + "/identity/v3/auth/tokens -> 201");
    assertThat(trace).last().isEqualTo("GET " + SERVER.baseUrl() + "/network/v2.0/x -> 404");
  }

  @Test
  void theTraceHasEveryAttempt() {
    SERVER.stubFor(
        get(urlEqualTo("/network/v2.0/x"))
            .inScenario("busy")
            .willReturn(aResponse().withStatus(429))
            .willSetStateTo("free"));
    SERVER.stubFor(
        get(urlEqualTo("/network/v2.0/x"))
            .inScenario("busy")
            .whenScenarioStateIs("free")
            .willReturn(aResponse().withStatus(200).withBody("{}")));

    cloud().send(Request.get(Service.NETWORK, "x"));

    assertThat(trace.stream().filter(line -> line.startsWith("GET ")))
        .containsExactly(
            "GET " + SERVER.baseUrl() + "/network/v2.0/x -> 429",
            "GET " + SERVER.baseUrl() + "/network/v2.0/x -> 200");
    assertThat(trace).anyMatch(line -> line.endsWith("before the next attempt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html/>"})
  void anErrorWithoutJsonIsAReplyAllTheSame(String body) {
    answers("/network/v2.0/x", 409, body);

    Reply reply = cloud().send(Request.get(Service.NETWORK, "x"));

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.body().isMissingNode()).isTrue();
  }

  @Test
  void aPostWhoseAnswerIsNoJsonIsUnclear() {
    answers("/network/v2.0/x", 201, "<html/>");

    NoReplyException lost =
        catchThrowableOfType(
            NoReplyException.class,
            () ->
                cloud()
                    .send(
                        Request.post(Service.NETWORK, JsonNodeFactory.instance.objectNode(), "x")));

    assertThat(lost.reachedTarget()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMPTY_RESPONSE",
        "CONNECTION_RESET_BY_PEER",
        "MALFORMED_RESPONSE_CHUNK",
        "RANDOM_DATA_THEN_CLOSE"
      })
  void aBrokenAnswerToAPostIsUnclearAndNotRepeated(String fault) {
    SERVER.stubFor(post("/network/v2.0/x").willReturn(aResponse().withFault(Fault.valueOf(fault))));

    NoReplyException lost =
        catchThrowableOfType(
            NoReplyException.class,
            () ->
                cloud()
                    .send(
                        Request.post(Service.NETWORK, JsonNodeFactory.instance.objectNode(), "x")));

    assertThat(lost.reachedTarget()).isTrue();
    SERVER.verify(1, postRequestedFor(urlEqualTo("/network/v2.0/x")));
  }

  /** N17. */
  @Test
  void aRefusedTokenIsRenewedAndTheRequestRepeatedOnce() {
    SERVER.stubFor(
        get("/network/v2.0/x")
            .inScenario("token")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("renewed")
            .willReturn(aResponse().withStatus(401)));
    SERVER.stubFor(
        get("/network/v2.0/x")
            .inScenario("token")
            .whenScenarioStateIs("renewed")
            .willReturn(aResponse().withBody("{\"ok\": true}")));

    assertThat(cloud().read(Request.get(Service.NETWORK, "x"), "ok").asBoolean()).isTrue();
    SERVER.verify(2, postRequestedFor(urlEqualTo("/identity/v3/auth/tokens")));
  }

  @Test
  void aTokenThatIsRefusedAlwaysIsNotAskedForForEver() {
    answers("/network/v2.0/x", 401, "{}");

    StopException stop =
        catchThrowableOfType(
            StopException.class, () -> cloud().read(Request.get(Service.NETWORK, "x"), "ok"));

    assertThat(stop.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    SERVER.verify(2, getRequestedFor(urlEqualTo("/network/v2.0/x")));
  }

  @Test
  void whatIsNotThereIsAMissingNode() {
    answers("/network/v2.0/x", 404, "{}");

    assertThat(cloud().readIfThere(Request.get(Service.NETWORK, "x"), "x").isMissingNode())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"message\": \"busy\"}"})
  void anotherAnswerThanWhatWasAskedForIsNotNothing(String body) {
    answers("/network/v2.0/x", 200, body);
    Cloud cloud = cloud();
    Request request = Request.get(Service.NETWORK, "x");

    for (ThrowingCallable reading :
        List.<ThrowingCallable>of(
            () -> cloud.read(request, "x"),
            () -> cloud.readIfThere(request, "x"),
            () -> cloud.readWholeIfAllowed(request, "x"))) {
      StopException stop = catchThrowableOfType(StopException.class, reading);
      assertThat(stop.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(stop).hasMessageContaining("without any x");
    }
  }

  @Test
  void theCloudIsKnownByKeystonesServiceAndNotByItsAddress() {
    keystone(service("identity", "HERE/identity"));
    Cloud one = login();
    env.put("OS_AUTH_URL", SERVER.baseUrl().replace("localhost", "127.0.0.1") + "/identity/v3/");

    assertThat(login().identity()).isEqualTo(one.identity());
  }

  @Test
  void nothingElseThanWhatWasAskedIsRequested() {
    cloud();

    SERVER.verify(1, postRequestedFor(anyUrl()));
    SERVER.verify(0, getRequestedFor(anyUrl()));
  }
}
