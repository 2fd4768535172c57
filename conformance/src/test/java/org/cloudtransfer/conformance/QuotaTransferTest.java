package org.cloudtransfer.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cloudtransfer.conformance.Client.COMPUTE;
import static org.cloudtransfer.resource.ResourceKind.CINDER_QUOTAS;
import static org.cloudtransfer.resource.ResourceKind.NEUTRON_QUOTAS;
import static org.cloudtransfer.resource.ResourceKind.NOVA_QUOTAS;

import java.nio.file.Path;
import java.util.List;
import org.cloudtransfer.resource.User.Origin;
import org.junit.jupiter.api.io.TempDir;

/** Limits of three services arrive as they were, or are named with the reason. */
class QuotaTransferTest {
  @TempDir private Path directory;

  private Run upload(CloudUnderTest cloud, ArchiveOf archive, String... options) {
    archive.only(NOVA_QUOTAS, NEUTRON_QUOTAS, CINDER_QUOTAS);
    return cloud.upload(archive.write(directory), options);
  }

  @Fact({"N3", "D30", "D31"})
  void limitsOfThreeServicesAreSetAsNumbers(CloudUnderTest cloud) {
    String project = cloud.project();
    Run run =
        upload(
            cloud,
            new ArchiveOf()
                .nova(project, "cores", 33)
                .neutron(project, "network", 34)
                .cinder(project, "volumes", 35));
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(cloud.novaQuota(project, "cores")).isEqualTo(33);
    assertThat(cloud.neutronQuota(project, "network")).isEqualTo(34);
    assertThat(cloud.cinderQuota(project, "volumes")).isEqualTo(35);
  }

  @Fact("N4")
  void unlimitedZeroAndAbsentAreThreeThings(CloudUnderTest cloud) {
    String project = cloud.project();
    int networks = cloud.neutronQuota(project, "network"); // 10 of old, 100 today
    Run run =
        upload(
            cloud,
            new ArchiveOf()
                .nova(project, "cores", -1)
                .nova(project, "instances", 0)
                .neutron(project, "port", -1)
                .neutron(project, "floatingip", 0)
                .cinder(project, "volumes", -1)
                .cinder(project, "gigabytes", 0));
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(
            List.of(
                cloud.novaQuota(project, "cores"),
                cloud.novaQuota(project, "instances"),
                cloud.novaQuota(project, "ram"),
                cloud.neutronQuota(project, "port"),
                cloud.neutronQuota(project, "floatingip"),
                cloud.neutronQuota(project, "network"),
                cloud.cinderQuota(project, "volumes"),
                cloud.cinderQuota(project, "gigabytes"),
                cloud.cinderQuota(project, "backups")))
        .containsExactly(-1, 0, 51200, -1, 0, networks, -1, 0, 10);
  }

  @Fact("N4")
  void limitThatIsInForceAlreadyIsNotWritten(CloudUnderTest cloud) {
    String project = cloud.project();
    Run run =
        upload(
            cloud,
            new ArchiveOf()
                .nova(project, "cores", 20)
                .neutron(project, "network", cloud.neutronQuota(project, "network"))
                .cinder(project, "volumes", 10));
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.writes()).isEmpty();
  }

  @Fact("D12")
  void projectWithLimitsOfUsersOnlyGetsThese(CloudUnderTest cloud) {
    String project = cloud.project();
    String user = cloud.user();
    Run run = upload(cloud, new ArchiveOf().nova(project, user, "cores", 3));
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(cloud.novaQuota(project, user, "cores")).isEqualTo(3);
    assertThat(cloud.novaQuota(project, "cores")).isEqualTo(20);
  }

  @Fact("D16")
  void projectsLimitIsRaisedBeforeItsUsersAreMeasuredAgainstIt(CloudUnderTest cloud) {
    String project = cloud.project();
    String user = cloud.user();
    Run run =
        upload(cloud, new ArchiveOf().nova(project, user, "cores", 50).nova(project, "cores", 60));
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(cloud.novaQuota(project, "cores")).isEqualTo(60);
    assertThat(cloud.novaQuota(project, user, "cores")).isEqualTo(50);
  }

  @Fact({"D16", "D15"})
  void usersLimitAboveTheProjectsIsNamedAndSetIfForced(CloudUnderTest cloud) {
    String project = cloud.project();
    String user = cloud.user();
    ArchiveOf archive = new ArchiveOf().nova(project, "cores", 5).nova(project, user, "cores", 9);
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).contains("must be less than or equal to 5").contains("--force");
    Run forced = cloud.upload(directory.resolve("archive.tar.bz2"), "--force");
    assertThat(forced.code()).as(forced.toString()).isZero();
    assertThat(cloud.novaQuota(project, user, "cores")).isEqualTo(9);
  }

  @Fact({"N5", "D16"})
  void limitBelowUsageIsWithheldUnlessForced(CloudUnderTest cloud) {
    String project = cloud.project();
    String member = CloudUnderTest.fresh("conformance");
    cloud.grant(cloud.user(member), project, "member");
    Client client =
        Client.login(cloud.env().get("OS_AUTH_URL"), member, "secret", "Default", project);
    for (int i = 0; i < 2; i++) {
      client
          .post(
              COMPUTE,
              "/os-server-groups",
              "{'server_group': {'name': 'g%d', 'policies': ['affinity']}}".formatted(i))
          .orFail();
    }
    ArchiveOf archive =
        new ArchiveOf().nova(project, "server_groups", 1).nova(project, "cores", 33);
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).contains("the 2 in use");
    assertThat(cloud.novaQuota(project, "server_groups")).isEqualTo(10);
    assertThat(cloud.novaQuota(project, "cores")).isEqualTo(33);
    Run forced = cloud.upload(directory.resolve("archive.tar.bz2"), "--force");
    assertThat(forced.code()).as(forced.toString()).isZero();
    assertThat(cloud.novaQuota(project, "server_groups")).isEqualTo(1);
  }

  @Fact({"N6", "D9"})
  void limitsThatTheTargetDoesNotKnowAreNamedAndTheOthersAreSet(CloudUnderTest cloud) {
    String project = cloud.project();
    Run run =
        upload(
            cloud,
            new ArchiveOf()
                .nova(project, "cores", 33)
                .nova(project, "volumes", 10)
                .neutron(project, "network", 34)
                .neutron(project, "vip", 3)
                .neutron(project, "member", -1)
                .neutron(project, "health_monitor", -1)
                .cinder(project, "volumes", 35)
                .cinder(project, "consistencygroups", 10));
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.count("neutron-quotas", "n/a")).isEqualTo(3);
    assertThat(run.out()).contains("vip").contains("member").contains("health_monitor");
    assertThat(cloud.novaQuota(project, "cores")).isEqualTo(33);
    assertThat(cloud.neutronQuota(project, "network")).isEqualTo(34);
    assertThat(cloud.cinderQuota(project, "volumes")).isEqualTo(35);
  }

  @Fact("N6")
  void limitsOfOlderMicroversionsAreStillSet(CloudUnderTest cloud) {
    String project = cloud.project();
    Run run =
        upload(
            cloud,
            new ArchiveOf().nova(project, "injected_files", 7).nova(project, "metadata_items", 9));
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(
            cloud
                .admin()
                .version("2.1")
                .get(COMPUTE, "/os-quota-sets/" + project)
                .at("/quota_set/injected_files")
                .asInt())
        .isEqualTo(7);
  }

  @Fact("D9")
  void limitsOfAMissingVolumeTypeAreWithheldAndThoseOfOthersSet(CloudUnderTest cloud) {
    String project = cloud.project();
    cloud.volumeType("ssd");
    Run run =
        upload(
            cloud,
            new ArchiveOf()
                .cinder(project, "volumes", 35)
                .cinder(project, "volumes_ssd", 5)
                .cinder(project, "gigabytes_no_such_type", 50));
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).contains("no volume type no_such_type");
    assertThat(cloud.cinderQuota(project, "volumes")).isEqualTo(35);
    assertThat(cloud.cinderQuota(project, "volumes_ssd")).isEqualTo(5);
  }

  @Fact({"D10", "Q10"})
  void limitOfAUserWhoIsGoneIsWithheldAlthoughNovaWouldTakeIt(CloudUnderTest cloud) {
    String project = cloud.project();
    String gone = CloudUnderTest.fresh("gone");
    ArchiveOf archive =
        new ArchiveOf()
            .user(gone, gone, "Default", Origin.LDAP)
            .nova(project, gone, "cores", 3)
            .nova(project, "cores", 33);
    Run run = upload(cloud, archive);
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(run.count("nova-quotas", "withheld")).isEqualTo(1);
    assertThat(cloud.novaQuota(project, gone, "cores")).isEqualTo(33);
  }

  @Fact({"NQ4", "C3", "N14"})
  void limitsOfAProjectThatIsGoneAreWithheldAlthoughServicesWouldTakeThem(CloudUnderTest cloud) {
    String gone = CloudUnderTest.unknownId();
    int networks = cloud.neutronQuota(gone, "network");
    Run run =
        upload(
            cloud,
            new ArchiveOf()
                .nova(gone, "cores", 33)
                .neutron(gone, "network", 34)
                .cinder(gone, "volumes", 35));
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(run.writes()).isEmpty();
    assertThat(cloud.neutronQuota(gone, "network")).isEqualTo(networks);
    assertThat(cloud.cinderQuota(gone, "volumes")).isEqualTo(10);
  }

  @Fact("D20")
  void formerLimitsAreInTheJournal(CloudUnderTest cloud) throws Exception {
    String project = cloud.project();
    upload(cloud, new ArchiveOf().nova(project, "cores", 33));
    assertThat(directory.resolve("archive").resolve("upload-journal.jsonl"))
        .content()
        .contains(project)
        .contains("20");
  }

  @Fact("N4")
  void raiseOnlyLeavesHigherLimitsAndNamesThem(CloudUnderTest cloud) {
    String project = cloud.project();
    ArchiveOf archive = new ArchiveOf().nova(project, "cores", 5).nova(project, "instances", 50);
    Run run = upload(cloud, archive, "--quotas-policy", "raise-only");
    assertThat(run.code()).as(run.toString()).isEqualTo(1);
    assertThat(cloud.novaQuota(project, "cores")).isEqualTo(20);
    assertThat(cloud.novaQuota(project, "instances")).isEqualTo(50);
  }
}
