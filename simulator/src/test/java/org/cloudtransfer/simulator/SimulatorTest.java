package org.cloudtransfer.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.cloudtransfer.simulator.cloud.Network;
import org.cloudtransfer.simulator.cloud.SecurityGroup;
import org.cloudtransfer.simulator.cloud.SecurityGroupRule;
import org.cloudtransfer.simulator.http.LoggedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorTest {
  private static void fill(Network network, boolean backwards) {
    String first = network.addGroup("p", backwards ? "b" : "a", "").id();
    String second = network.addGroup("p", backwards ? "a" : "b", "").id();
    String a = backwards ? second : first;
    String b = backwards ? first : second;
    network.addRule(rule(a, b));
    network.addRule(rule(b, a));
  }

  private static SecurityGroupRule rule(String group, String remote) {
    return new SecurityGroupRule(
        null, "p", group, "ingress", "IPv4", "tcp", 22, 22, null, remote, "", null);
  }

  @Test
  void cloudsOfTheSameContentHaveTheSameDumpWithoutIds() {
    try (Simulator one = Simulator.start(SimulatorOptions.newton());
        Simulator two = Simulator.start(SimulatorOptions.newton())) {
      fill(one.cloud().network(), false);
      fill(two.cloud().network(), true);
      assertThat(one.dumpWithoutIds().get("security_groups"))
          .isEqualTo(two.dumpWithoutIds().get("security_groups"));
      assertThat(one.dump().get("security_groups")).isNotEqualTo(two.dump().get("security_groups"));
      assertThat(
              one.dumpWithoutIds()
                  .at("/security_groups/p~1a/rules")
                  .findValuesAsText("remote_group"))
          .contains("p/b");
    }
  }

  @Test
  void dumpShowsEveryKindOfObject() {
    try (Simulator simulator = Simulator.start(SimulatorOptions.current())) {
      Client admin = Client.admin(simulator).version("2.10");
      String project = simulator.adminProject().id();
      admin.post(
          "/compute/v2.1/os-keypairs",
          "{'keypair': {'name': 'k', 'user_id': 'u', 'public_key': '" + Keys.ed25519(1) + "'}}");
      simulator.cloud().compute().setQuota(project, "cores", 3);
      simulator.cloud().compute().setQuota(project, "u", "cores", 2);
      simulator.cloud().network().setQuota(project, "port", 4);
      simulator.cloud().volume().setQuota(project, "volumes", 5);
      SecurityGroup group = simulator.cloud().network().addGroup(project, "g", "d");
      var dump = simulator.dump();
      assertThat(dump.at("/keypairs/u/k/type").asText()).isEqualTo("ssh");
      assertThat(dump.path("nova_quotas").path(project).path("cores").asInt()).isEqualTo(3);
      assertThat(dump.path("nova_user_quotas").path(project).path("u").path("cores").asInt())
          .isEqualTo(2);
      assertThat(dump.path("neutron_quotas").path(project).path("port").asInt()).isEqualTo(4);
      assertThat(dump.path("cinder_quotas").path(project).path("volumes").asInt()).isEqualTo(5);
      assertThat(dump.path("security_groups").path(group.id()).path("rules")).hasSize(2);
      assertThat(dump.at("/domains/default/name").asText()).isEqualTo("Default");
    }
  }

  @Test
  void logTellsWhoAskedForWhat() {
    try (Simulator simulator = Simulator.start(SimulatorOptions.current())) {
      Client admin = Client.admin(simulator);
      admin.get("/network/v2.0/security-groups?project_id=p");
      assertThat(simulator.requests().writes()).isEmpty();
      admin.put("/network/v2.0/quotas/p", "{'quota': {'port': 1}}");
      assertThat(simulator.requests().writes())
          .containsExactly(
              new LoggedRequest(
                  "PUT", "/network/v2.0/quotas/p", "", 200, "{\"quota\": {\"port\": 1}}", "admin"));
      assertThat(simulator.requests().all()).hasSize(3);
      assertThat(simulator.requests().all().get(1).query()).isEqualTo("project_id=p");
      simulator.requests().clear();
      assertThat(simulator.requests().all()).isEmpty();
    }
  }

  @Test
  void unknownPathsAre404InEachServicesOwnWay() {
    try (Simulator simulator = Simulator.start(SimulatorOptions.current())) {
      Client admin = Client.admin(simulator);
      assertThat(admin.get("/nosuch").status()).isEqualTo(404);
      assertThat(admin.get("/identity/v3/nosuch").status()).isEqualTo(404);
      assertThat(admin.get("/compute/v2.1/nosuch").at("/code").asText()).isEqualTo("404 Not Found");
      assertThat(admin.get("/network/v2.0/nosuch").type()).isEqualTo("HTTPNotFound");
    }
  }

  @Test
  void servicesNameTheirVersionsWithoutAToken() {
    try (Simulator simulator = Simulator.start(SimulatorOptions.newton())) {
      Client nobody = Client.anonymous(simulator);
      assertThat(nobody.get("/compute/").at("/versions/1/version").asText()).isEqualTo("2.38");
      assertThat(nobody.get("/compute/v2.1/").at("/version/id").asText()).isEqualTo("v2.1");
      assertThat(nobody.get("/network/").at("/versions/0/id").asText()).isEqualTo("v2.0");
      assertThat(nobody.get("/volume/").at("/versions").findValuesAsText("id"))
          .containsExactly("v2.0", "v3.0");
    }
  }

  @Test
  void populationByHandIsSeenThroughTheApis() {
    try (Simulator simulator = Simulator.start(SimulatorOptions.newton())) {
      Network network = simulator.cloud().network();
      SecurityGroup group = network.addGroup("p", "bystander", "");
      network.addRule(group, "ingress", "IPv4", "tcp", 22, 22, "192.0.2.0/24", null);
      simulator.cloud().compute().addKeypair("u", "theirs", "ssh", Keys.rsa(1, 2048), "aa:bb");
      Client admin = Client.admin(simulator).version("2.10");
      assertThat(admin.get("/compute/v2.1/os-keypairs/theirs?user_id=u").status()).isEqualTo(200);
      assertThat(
              admin
                  .get("/network/v2.0/security-group-rules?remote_ip_prefix=192.0.2.0/24")
                  .at("/security_group_rules"))
          .hasSize(1);
    }
  }

  @Test
  void openrcLeadsIn() {
    try (Simulator simulator = Simulator.start(SimulatorOptions.newton())) {
      assertThat(simulator.openrc())
          .contains("export OS_AUTH_URL=" + simulator.authUrl())
          .contains("export OS_PASSWORD='adminsecret'");
    }
  }

  @Test
  void commandLineIsReadOrRefused() {
    SimulatorOptions options =
        SimulatorMain.options(
            List.of("--profile", "current", "--port", "0", "--latency", "3").iterator());
    assertThat(options.latency().toMillis()).isEqualTo(3);
    assertThatThrownBy(() -> SimulatorMain.options(List.of("--bananas", "1").iterator()))
        .hasMessage("unknown option --bananas");
    assertThatThrownBy(() -> SimulatorMain.options(List.of("--port").iterator()))
        .hasMessage("no value for --port");
  }

  @Test
  void servesHttpsWithTheGivenCertificate(@TempDir Path directory) throws Exception {
    SSLContext context = context(directory.resolve("store.p12"));
    try (Simulator simulator = Simulator.start(SimulatorOptions.current().tls(context))) {
      assertThat(simulator.authUrl()).startsWith("https://127.0.0.1:");
      HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.authUrl())).GET().build();
      HttpClient trusting = HttpClient.newBuilder().sslContext(context).build();
      assertThat(trusting.send(request, BodyHandlers.ofString()).body())
          .contains("\"href\":\"https://127.0.0.1:");
      HttpClient strict = HttpClient.newHttpClient();
      assertThatThrownBy(() -> strict.send(request, BodyHandlers.ofString()))
          .isInstanceOf(IOException.class);
    }
  }

  private static SSLContext context(Path store)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    new ProcessBuilder(
            List.of(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "s",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString()))
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start()
        .waitFor();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory keyManagers = KeyManagerFactory.getInstance("PKIX");
    keyManagers.init(keys, "changeit".toCharArray());
    TrustManagerFactory trustManagers = TrustManagerFactory.getInstance("PKIX");
    trustManagers.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
    return context;
  }
}
