package org.cloudtransfer.upload.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.upload.cloud.Credentials.ApplicationCredential;
import org.cloudtransfer.upload.cloud.Credentials.ExistingToken;
import org.cloudtransfer.upload.cloud.Credentials.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** N21, N22: openrc in all its dialects. */
class OpenrcTest {
  private final Map<String, String> env = new HashMap<>();

  OpenrcTest() {
    env.put("OS_AUTH_URL", "http://keystone:5000/v3");
    env.put("OS_USERNAME", "admin");
    env.put("OS_PASSWORD", "p@ss'w\"ord$ \u00fc");
    env.put("OS_PROJECT_NAME", "demo");
  }

  private Credentials read() {
    return read(null, null, null, false);
  }

  private Credentials read(String region, String face, String ca, boolean insecure) {
    return new Openrc(env).credentials(new Openrc.Overrides(region, face, ca, insecure));
  }

  @ParameterizedTest
  @CsvSource({
    "http://k:5000, http://k:5000/v3",
    "http://k:5000/, http://k:5000/v3",
    "http://k:5000/v3, http://k:5000/v3",
    "http://k:5000/v3/, http://k:5000/v3",
    "http://k:5000/v3//, http://k:5000/v3",
    "http://k:5000/v2.0, http://k:5000/v3",
    "http://k:5000/v2.0/, http://k:5000/v3",
    "https://k/identity, https://k/identity/v3",
    "https://k/identity/v3, https://k/identity/v3",
    "https://k/identity/v2.0/, https://k/identity/v3",
    "HTTPS://k:13000/v3, HTTPS://k:13000/v3",
    "http://[fd00::1]:5000/v2.0, http://[fd00::1]:5000/v3"
  })
  void theAuthUrlIsMadeOneOfKeystoneV3(String given, String expected) {
    env.put("OS_AUTH_URL", given);

    assertThat(read().authUrl()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "internalURL, internal",
    "publicURL, public",
    "adminURL, admin",
    "internal, internal",
    "INTERNAL, internal"
  })
  void theEndpointTypeOfOldIsTheInterface(String given, String expected) {
    env.put("OS_ENDPOINT_TYPE", given);

    assertThat(read().interfaceName()).isEqualTo(expected);
  }

  @Test
  void theInterfaceOfTodayGoesBeforeThatOfOld() {
    env.put("OS_ENDPOINT_TYPE", "internalURL");
    env.put("OS_INTERFACE", "admin");

    assertThat(read().interfaceName()).isEqualTo("admin");
    assertThat(read(null, "public", null, false).interfaceName()).isEqualTo("public");
  }

  @Test
  void withoutAnInterfaceItIsThePublicOne() {
    assertThat(read().interfaceName()).isEqualTo("public");
  }

  /** SOC's own (crowbar-openstack, release/suse-openstack-cloud/7). */
  @Test
  void thatOfSuseOpenStackCloudIsUnderstood() {
    env.remove("OS_PROJECT_NAME");
    env.put("OS_TENANT_NAME", "openstack");
    env.put("OS_AUTH_URL", "http://192.168.124.81:5000/v2.0/");
    env.put("OS_ENDPOINT_TYPE", "internalURL");
    env.put("OS_AUTH_STRATEGY", "keystone");

    Credentials read = read();

    assertThat(read.authUrl()).isEqualTo("http://192.168.124.81:5000/v3");
    assertThat(read.scope().project()).isEqualTo("openstack");
    assertThat(read.scope().projectId()).isNull();
    assertThat(read.scope().domain().isTypeID()).isTrue();
    assertThat(read.scope().domain().getId()).isEqualTo("default");
    assertThat(read.interfaceName()).isEqualTo("internal");
    assertThat(((Password) read.method()).domain().getId()).isEqualTo("default");
  }

  @ParameterizedTest
  @CsvSource({"OS_PROJECT_ID", "OS_TENANT_ID"})
  void aProjectByIdGoesBeforeOneByName(String name) {
    env.put(name, "abc");

    assertThat(read().scope().projectId()).isEqualTo("abc");
  }

  @Test
  void domainsByIdGoBeforeThoseByName() {
    env.put("OS_USER_DOMAIN_NAME", "People");
    env.put("OS_PROJECT_DOMAIN_NAME", "Things");
    assertThat(((Password) read().method()).domain().getId()).isEqualTo("People");
    assertThat(read().scope().domain().isTypeID()).isFalse();
    assertThat(read().scope().domain().getId()).isEqualTo("Things");

    env.put("OS_USER_DOMAIN_ID", "u1");
    env.put("OS_PROJECT_DOMAIN_ID", "p1");
    assertThat(((Password) read().method()).domain().getId()).isEqualTo("u1");
    assertThat(read().scope().domain().isTypeID()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "OS_DEFAULT_DOMAIN, true",
    "OS_DEFAULT_DOMAIN_ID, true",
    "OS_DEFAULT_DOMAIN_NAME, false"
  })
  void aDefaultDomainIsForBoth(String name, boolean id) {
    env.put(name, "d");

    assertThat(read().scope().domain().getId()).isEqualTo("d");
    assertThat(read().scope().domain().isTypeID()).isEqualTo(id);
    assertThat(((Password) read().method()).domain().getId()).isEqualTo("d");
  }

  @Test
  void aPasswordOfAnyCharactersIsTakenAsItIsAndNotShown() {
    Password method = (Password) read().method();

    assertThat(method.password().reveal()).isEqualTo("p@ss'w\"ord$ \u00fc");
    assertThat(read().toString()).doesNotContain("p@ss");
  }

  @Test
  void aUserByIdNeedsNoName() {
    env.remove("OS_USERNAME");
    env.put("OS_USER_ID", "u-1");

    assertThat(((Password) read().method()).userId()).isEqualTo("u-1");
  }

  @Test
  void anApplicationCredentialNeedsNeitherPasswordNorProject() {
    env.clear();
    env.put("OS_AUTH_URL", "http://k:5000");
    env.put("OS_AUTH_TYPE", "v3applicationcredential");
    env.put("OS_APPLICATION_CREDENTIAL_ID", "ac");
    env.put("OS_APPLICATION_CREDENTIAL_SECRET", "s3cret");

    assertThat(((ApplicationCredential) read().method()).id()).isEqualTo("ac");
    assertThat(read().scope().project()).isNull();
    assertThat(read().toString()).doesNotContain("s3cret");
  }

  @Test
  void anApplicationCredentialByNameNeedsItsUser() {
    env.remove("OS_PASSWORD");
    env.put("OS_APPLICATION_CREDENTIAL_NAME", "mine");
    env.put("OS_APPLICATION_CREDENTIAL_SECRET", "s3cret");

    ApplicationCredential method = (ApplicationCredential) read().method();
    assertThat(method.name()).isEqualTo("mine");
    assertThat(method.user()).isEqualTo("admin");
  }

  @Test
  void aTokenWillDoWithoutAPassword() {
    env.remove("OS_PASSWORD");
    env.put("OS_TOKEN", "t0ken");

    assertThat(((ExistingToken) read().method()).token().reveal()).isEqualTo("t0ken");
    assertThat(read().toString()).doesNotContain("t0ken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OS_AUTH_URL", "OS_USERNAME", "OS_PASSWORD", "OS_PROJECT_NAME"})
  void anEmptyVariableIsAMissingOne(String name) {
    env.put(name, "");

    assertThatThrownBy(this::read)
        .isInstanceOf(StopException.class)
        .hasMessageContaining(name + " is not set");
  }

  @Test
  void optionsGoBeforeTheEnvironment() {
    env.put("OS_REGION_NAME", "East");
    env.put("OS_CACERT", "/env.pem");

    assertThat(read().region()).isEqualTo("East");
    assertThat(read().connection().cacert()).isEqualTo(Path.of("/env.pem"));
    assertThat(read("West", null, "/opt.pem", false).region()).isEqualTo("West");
    assertThat(read("West", null, "/opt.pem", false).connection().cacert())
        .isEqualTo(Path.of("/opt.pem"));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "true, true", "True, true", "yes, true", "0, false", "false, false"})
  void insecureMayComeFromTheEnvironment(String said, boolean insecure) {
    env.put("OS_INSECURE", said);

    assertThat(read().connection().insecure()).isEqualTo(insecure);
  }
}
