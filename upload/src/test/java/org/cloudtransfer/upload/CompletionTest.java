package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.cloudtransfer.simulator.cloud.Identity;
import org.cloudtransfer.simulator.cloud.Profile;
import org.cloudtransfer.simulator.http.Fault;
import org.cloudtransfer.simulator.http.LoggedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the page of a plan completes, what is asked for that, and what is said if it is not all. */
class CompletionTest {
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>");

  @TempDir Path dir;

  /** Where {@code nobody} has no place, and {@code ann} has. */
  private Bench bench(SimulatorOptions options) {
    Bench bench = Bench.of(options, dir).users("ann").projects("p");
    bench.source.keypair("ann", "k", Keys.rsa(1)).keypair("nobody", "k", Keys.rsa(2));
    return bench;
  }

  private Path page() {
    return dir.resolve("plan.html");
  }

  private Ran plan(Bench bench, String... more) {
    List<String> args = new ArrayList<>(List.of("--report", page().toString()));
    args.addAll(List.of(more));
    return bench.command("plan", args.toArray(String[]::new));
  }

  private JsonNode mapping(String what) throws IOException {
    Matcher data = DATA.matcher(Files.readString(page()));
    assertThat(data.find()).isTrue();
    for (JsonNode mapping : new ObjectMapper().readTree(data.group(1)).path("mappings")) {
      if (mapping.path("what").asText().equals(what)) {
        return mapping;
      }
    }
    throw new AssertionError("nothing of " + what);
  }

  private static List<String> listings(Bench bench, String what) {
    return bench.cloud.requests().matching("GET", ".*/v3/" + what).stream()
        .map(LoggedRequest::query)
        .map(query -> query == null ? "" : query)
        .filter(query -> !query.contains("name"))
        .toList();
  }

  private static List<String> names(JsonNode mapping) {
    List<String> names = new ArrayList<>();
    mapping.path("known").forEach(known -> names.add(known.path(1).asText()));
    return names;
  }

  @Test
  void nobodyIsListedWithoutAReport() {
    try (Bench bench = bench(SimulatorOptions.newton())) {
      bench.command("plan").exits(1);

      assertThat(listings(bench, "users")).isEmpty();
    }
  }

  @Test
  void nobodyIsListedIfEverybodyHasAPlace() {
    try (Bench bench = bench(SimulatorOptions.newton()).users("nobody")) {
      plan(bench).exits(0).saysNot("Listing who may be chosen");

      assertThat(listings(bench, "users")).isEmpty();
    }
  }

  @Test
  void theReportOfAnUploadListsNobodyAndSaysSo() throws IOException {
    try (Bench bench = bench(SimulatorOptions.newton())) {
      bench.upload("--report", page().toString()).exits(1);

      assertThat(listings(bench, "users")).isEmpty();
      assertThat(page()).content().contains("the report of `upload plan` knows all");
    }
  }

  @Test
  void usersOfEachDomainAreListedOnceAndNothingIsWritten() throws IOException {
    try (Bench bench = bench(SimulatorOptions.newton())) {
      Identity identity = bench.cloud.cloud().identity();
      String other = identity.addDomain("Other").id();
      identity.addUser("zoe-id", other, "zoe", "x");
      plan(bench).exits(1);

      assertThat(listings(bench, "users"))
          .containsExactlyInAnyOrder("domain_id=default", "domain_id=" + other);
      assertThat(listings(bench, "projects")).isEmpty();
      assertThat(bench.writes()).isEmpty();
      JsonNode users = mapping("users");
      assertThat(names(users)).containsExactly("admin", "name of ann", "zoe");
      assertThat(users.path("known").path(2).toString()).isEqualTo("[\"zoe-id\",\"zoe\",1]");
      assertThat(users.path("domains").toString()).isEqualTo("[\"Default\",\"Other\"]");
      assertThat(users.path("whole").asBoolean()).isTrue();
      assertThat(page()).content().contains("Names of 3 users of the target are completed.");
    }
  }

  @Test
  void onlyTheDomainsThatTheRunLooksAtAreListed() {
    try (Bench bench = bench(SimulatorOptions.newton())) {
      bench.cloud.cloud().identity().addDomain("Other");
      plan(bench, "--user-domain", "Default").exits(1);

      assertThat(listings(bench, "users")).containsExactly("domain_id=default");
    }
  }

  @Test
  void projectsAreListedIfOneHasNoPlace() throws IOException {
    try (Bench bench = bench(SimulatorOptions.newton()).users("nobody")) {
      bench.source.nova("gone", "cores", 40);
      plan(bench).exits(1);

      assertThat(listings(bench, "users")).isEmpty();
      assertThat(names(mapping("projects"))).containsExactly("admin", "name of p");
      assertThat(bench.writes()).isEmpty();
    }
  }

  @Test
  void aListThatIsRefusedIsSaidOnThePageAndThePlanIsMade() throws IOException {
    try (Bench bench = bench(SimulatorOptions.newton())) {
      bench
          .cloud
          .faults()
          .add(Fault.on("GET", ".*/v3/users").skip(lookups(bench)).always().answer(403));
      plan(bench).exits(1);

      assertThat(mapping("users").path("whole").asBoolean()).isFalse();
      assertThat(page())
          .content()
          .contains(
              "The users of domain Default are not known here: this account may not list them.");
    }
  }

  /** How often a plan without a report asks for users, and for those of like names. */
  private static int lookups(Bench bench) {
    bench.command("plan").exits(1);
    int lookups = bench.cloud.requests().matching("GET", ".*/v3/users").size();
    bench.cloud.requests().clear();
    return lookups + 1;
  }

  @Test
  void aListThatIsTooMuchForTheTargetIsNotAskedForAgain() throws IOException {
    try (Bench bench = bench(SimulatorOptions.newton())) {
      bench
          .cloud
          .faults()
          .add(Fault.on("GET", ".*/v3/users").skip(lookups(bench)).always().answer(504));
      plan(bench).exits(1);

      assertThat(listings(bench, "users")).hasSize(1);
      assertThat(bench.slept).isEmpty();
      assertThat(page()).content().contains("Keystone answered", "HTTP 504");
    }
  }

  @Test
  void aListThatKeystoneCutsShortIsSaidOnThePage() throws IOException {
    try (Bench bench = bench(SimulatorOptions.newton().listLimit(3)).users("a", "b", "c")) {
      plan(bench).exits(1);

      assertThat(names(mapping("users"))).hasSize(3);
      assertThat(page())
          .content()
          .contains(
              "Only 3 of the users of domain Default are known here: Keystone cuts its lists short");
    }
  }

  @Test
  void aListInPagesIsReadToItsEnd() throws IOException {
    try (Bench bench = bench(SimulatorOptions.of(Profile.EPOXY))) {
      bench.users(ids(2500));
      plan(bench).exits(1);

      assertThat(listings(bench, "users")).hasSize(3);
      assertThat(names(mapping("users"))).hasSize(2502);
      assertThat(mapping("users").path("whole").asBoolean()).isTrue();
    }
  }

  /** It would begin again with each page. */
  @Test
  void aDirectoryThatKnowsNoPagesIsReadOnce() throws IOException {
    try (Bench bench = bench(SimulatorOptions.of(Profile.EPOXY))) {
      Identity identity = bench.cloud.cloud().identity();
      String ldap = identity.addDomain("LDAP").id();
      for (String id : ids(1200)) {
        identity.addLdapUser(ldap, id, "login " + id);
      }
      plan(bench).exits(1);

      assertThat(listings(bench, "users")).hasSize(3);
      assertThat(names(mapping("users"))).hasSize(1202);
      assertThat(mapping("users").path("whole").asBoolean()).isTrue();
    }
  }

  private static String[] ids(int count) {
    String[] ids = new String[count];
    for (int i = 0; i < count; i++) {
      ids[i] = "u%05d".formatted(i);
    }
    return ids;
  }

  @Test
  void moreUsersThanAPageCanHoldAreSaidOnThePage() throws IOException {
    try (Bench bench = bench(SimulatorOptions.newton())) {
      bench.users(ids(50_100));
      plan(bench).exits(1);

      assertThat(names(mapping("users"))).hasSize(50_000);
      assertThat(page())
          .content()
          .contains("Only 50000 of the users of domain Default are known here");
    }
  }
}
