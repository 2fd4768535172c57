package org.cloudtransfer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cloudtransfer.resource.CinderQuota;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.resource.NeutronQuota;
import org.cloudtransfer.resource.NovaQuota;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.resource.SecurityGroupRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Format 0: tarballs of the Python 2 tool, byte for byte as its csv.writer leaves them. */
class LegacyArchiveTest {
  private static final String KEYPAIRS = "id,name,user_id,public_key,type\r\n";
  private static final String NOVA = "user_id,project_id,resource,hard_limit\r\n";
  private static final String NEUTRON = "tenant_id,resource,limit\r\n";
  private static final String CINDER = "project_id,resource,hard_limit\r\n";
  private static final String GROUPS =
      "id,name,description,tenant_id,remote_group_id,direction,ethertype,protocol,port_range_min,"
          + "port_range_max,remote_ip_prefix\r\n";

  @TempDir Path dir;
  private final Map<String, String> files = new LinkedHashMap<>();

  private Path pack() throws IOException {
    Packed packed = new Packed().directory("saved");
    for (Map.Entry<String, String> file : files.entrySet()) {
      packed.file("saved/" + file.getKey(), file.getValue());
    }
    return packed.at(dir.resolve("saved.tar.bz2"));
  }

  private Archive open() throws IOException {
    return Archive.open(pack());
  }

  @Test
  void allFiveFilesAreRead() throws IOException {
    files.put("saved_nova_keypairs.csv", KEYPAIRS + "7,my key,jdoe,ssh-rsa AAAA j@h,ssh\r\n");
    files.put("saved_nova_quotas.csv", NOVA + ",p,cores,40\r\njdoe,p,ram,-1\r\n");
    files.put("saved_neutron_quotas.csv", NEUTRON + "p,port,50\r\n");
    files.put("saved_cinder_quotas.csv", CINDER + "p,volumes_fast,\r\n");
    files.put(
        "saved_neutron_security_groups.csv", GROUPS + "g,web,,p,,ingress,IPv4,tcp,80,80,\r\n");

    Archive archive = open();

    assertThat(archive.format()).isZero();
    assertThat(archive.rows(Keypair.TABLE))
        .containsExactly(new Keypair("jdoe", "my key", "ssh", "ssh-rsa AAAA j@h", null));
    assertThat(archive.rows(NovaQuota.TABLE))
        .containsExactly(
            new NovaQuota("p", null, "cores", 40), new NovaQuota("p", "jdoe", "ram", -1));
    assertThat(archive.rows(NeutronQuota.TABLE)).containsExactly(new NeutronQuota("p", "port", 50));
    assertThat(archive.rows(CinderQuota.TABLE))
        .containsExactly(new CinderQuota("p", "volumes_fast", null));
    assertThat(archive.rows(SecurityGroup.TABLE))
        .containsExactly(new SecurityGroup("g", "p", "web", null, null, false));
    assertThat(archive.rows(SecurityGroupRule.TABLE))
        .containsExactly(
            new SecurityGroupRule(
                "g#1", "g", "p", "ingress", "IPv4", "tcp", 80, 80, null, null, null));
  }

  @Test
  void fieldsWithLineBreaksAndQuotesComeBack() throws IOException {
    files.put(
        "saved_nova_keypairs.csv",
        KEYPAIRS + "1,n,u,\"-----BEGIN\nA,\"\"B\"\"\r\nEND\n\",x509\r\n2,J\u00fcrgen,u,k,\r\n");

    assertThat(open().rows(Keypair.TABLE))
        .containsExactly(
            new Keypair("u", "n", "x509", "-----BEGIN\nA,\"B\"\r\nEND\n", null),
            new Keypair("u", "J\u00fcrgen", "ssh", "k", null));
  }

  /** An archive made with a selection: D14. */
  @Test
  void theKindsWhoseFilesAreMissingAreNotThere() throws IOException {
    files.put("saved_neutron_quotas.csv", NEUTRON);

    Archive archive = open();

    assertThat(archive.has(ResourceKind.NEUTRON_QUOTAS)).isTrue();
    assertThat(archive.has(ResourceKind.KEYPAIRS)).isFalse();
    assertThat(archive.has(ResourceKind.SECURITY_GROUPS)).isFalse();
  }

  /** The tool packed itself and its crash log (D22, D17): they do no harm and are named. */
  @Test
  void whatTheToolLeftInTheDirectoryIsLeftAside() throws IOException {
    files.put("saved_neutron_quotas.csv", NEUTRON);
    files.put(".tar.bz2", "rubbish");
    files.put("security_groups_crash.txt", "x");

    Archive archive = open();

    assertThat(archive.remarks())
        .anyMatch(remark -> remark.contains("security_groups_crash.txt"))
        .anyMatch(remark -> remark.contains(".tar.bz2"));
    assertThat(Refused.everything(archive.directory())).hasSize(2);
  }

  @Test
  void itSaysWhatSuchAnArchiveCannotTell() throws IOException {
    files.put("saved_neutron_security_groups.csv", GROUPS);

    assertThat(String.join(" ", open().remarks()))
        .contains("format 0", "no checksums", "without rules", "descriptions of rules"); // D1, D11
  }

  @Test
  void rulesOfOneGroupAreGatheredInOrder() throws IOException {
    files.put(
        "saved_neutron_security_groups.csv",
        GROUPS
            + "g,web,d,p,g,ingress,IPv4,,,,\r\n"
            + "h,db,,p,g,ingress,IPv4,,,,\r\n"
            + "g,web,d,p,,egress,IPv6,,,,::/0\r\n");

    Archive archive = open();

    assertThat(archive.rows(SecurityGroup.TABLE))
        .extracting(SecurityGroup::id)
        .containsExactly("g", "h");
    assertThat(archive.rows(SecurityGroupRule.TABLE))
        .extracting(SecurityGroupRule::id)
        .containsExactly("g#1", "g#2", "h#1");
    assertThat(archive.rows(SecurityGroupRule.TABLE).get(0).remoteGroupId()).isEqualTo("g");
  }

  /** D4: the only project in that file is the rule's, which need not be the group's. */
  @Test
  void aGroupWhoseRulesHaveSeveralOwnersHasNone() throws IOException {
    files.put(
        "saved_neutron_security_groups.csv",
        GROUPS + "g,web,,p,,ingress,IPv4,,,,\r\ng,web,,admin,,ingress,IPv4,,,,\r\n");

    Archive archive = open();

    assertThat(archive.rows(SecurityGroup.TABLE).get(0).projectId()).isEmpty();
    assertThat(archive.remarks()).anyMatch(remark -> remark.contains("security group web (g)"));
  }

  /** Neutron gives a new group its egress rules in the name of the group's project. */
  @Test
  void theProjectOfItsAutomaticRulesIsTheGroupsAndThatIsSaid() throws IOException {
    files.put(
        "saved_neutron_security_groups.csv",
        GROUPS
            + "g,web,,p,,egress,IPv4,,,,\r\n"
            + "g,web,,p,,egress,IPv6,,,,\r\n"
            + "g,web,,admin,,ingress,IPv4,,,,\r\n"
            + "h,db,,p,,egress,IPv4,,,,\r\n"
            + "h,db,,admin,,egress,IPv6,,,,\r\n");

    Archive archive = open();

    assertThat(archive.rows(SecurityGroup.TABLE))
        .extracting(SecurityGroup::projectId)
        .containsExactly("p", "");
    assertThat(archive.remarks())
        .anyMatch(remark -> remark.contains("group web (g)") && remark.contains("taken to be p"))
        .anyMatch(remark -> remark.contains("group db (h)") && remark.contains("unknown"));
  }

  @Test
  void theDefaultGroupIsKnownByItsName() throws IOException {
    files.put("saved_neutron_security_groups.csv", GROUPS + "g,default,,p,g,ingress,IPv4,,,,\r\n");

    assertThat(open().rows(SecurityGroup.TABLE).get(0).isDefault()).isTrue();
  }

  /** Kilo and before could make two; joined, one would open its ports for the other's. */
  @Test
  void ofTwoGroupsOfThatNameInOneProjectNoneIsTheDefaultOneAndThatIsSaid() throws IOException {
    files.put(
        "saved_neutron_security_groups.csv",
        GROUPS
            + "g,default,,p,g,ingress,IPv4,,,,\r\n"
            + "h,default,,p,,ingress,IPv4,tcp,22,22,\r\n"
            + "i,default,,q,i,ingress,IPv4,,,,\r\n");

    Archive archive = open();

    assertThat(archive.rows(SecurityGroup.TABLE))
        .extracting(SecurityGroup::isDefault)
        .containsExactly(false, false, true);
    assertThat(archive.remarks())
        .anyMatch(remark -> remark.contains("Project p has 2 groups of the name default"));
  }

  /** NULL in the source, as the tenant of what Neutron makes for itself. */
  @Test
  void aRowWithoutOwnerIsReadAndDoesNotRefuseTheOthers() throws IOException {
    files.put(
        "saved_nova_keypairs.csv",
        "id,name,user_id,public_key,type\r\n1,k,,x,ssh\r\n2,k,ann,x,ssh\r\n");
    files.put("saved_nova_quotas.csv", "user_id,project_id,resource,hard_limit\r\n,,cores,4\r\n");
    files.put("saved_neutron_quotas.csv", NEUTRON + ",port,1\r\np,,2\r\n");
    files.put("saved_cinder_quotas.csv", "project_id,resource,hard_limit\r\n,volumes,1\r\n");
    files.put(
        "saved_neutron_security_groups.csv",
        GROUPS + "g,default,,,g,ingress,IPv4,,,,\r\nh,web,,p,,,,tcp,22,22,\r\n");

    Archive archive = open();

    assertThat(archive.rows(Keypair.TABLE)).extracting(Keypair::userId).containsExactly("", "ann");
    assertThat(archive.rows(NovaQuota.TABLE)).hasSize(1);
    assertThat(archive.rows(NeutronQuota.TABLE)).hasSize(2);
    assertThat(archive.rows(CinderQuota.TABLE)).hasSize(1);
    assertThat(archive.rows(SecurityGroup.TABLE))
        .extracting(SecurityGroup::projectId)
        .containsExactly("", "p");
    assertThat(archive.rows(SecurityGroupRule.TABLE)).hasSize(2);
  }

  /** Neutron's and Cinder's tables have no unique constraint. */
  @Test
  void ofDoubledRowsTheLastOneCountsAndThatIsSaid() throws IOException {
    files.put(
        "saved_neutron_quotas.csv", NEUTRON + "p,port,1\r\np,port,2\r\np,vip,3\r\np,vip,3\r\n");

    Archive archive = open();

    assertThat(archive.rows(NeutronQuota.TABLE))
        .containsExactly(new NeutronQuota("p", "port", 2), new NeutronQuota("p", "vip", 3));
    assertThat(archive.remarks().stream().filter(r -> r.contains("two rows"))).hasSize(1);
  }

  @Test
  void aMissingColumnIsRefused() throws IOException {
    files.put("saved_neutron_quotas.csv", "tenant_id,resource\r\np,port\r\n");

    assertThat(Refused.message(pack())).contains("no column limit");
  }

  @Test
  void aLineOfAnotherLengthIsRefused() throws IOException {
    files.put("saved_neutron_quotas.csv", NEUTRON + "p,port\r\n");

    assertThat(Refused.message(pack())).contains("saved_neutron_quotas.csv, record 1");
  }

  @Test
  void aLimitThatIsNoNumberIsRefused() throws IOException {
    files.put("saved_neutron_quotas.csv", NEUTRON + "p,port,many\r\n");

    assertThat(Refused.message(pack())).contains("saved_neutron_quotas.csv, record 1", "many");
  }

  @Test
  void textThatIsNotUtf8IsRefused() throws IOException {
    Path tarball =
        new Packed()
            .file(
                "saved/saved_neutron_quotas.csv",
                (NEUTRON + "p,p\u00f6rt,1\r\n").getBytes(StandardCharsets.ISO_8859_1))
            .at(dir.resolve("saved.tar.bz2"));

    assertThat(Refused.message(tarball)).contains("saved_neutron_quotas.csv");
  }

  @Test
  void aTarballWithNothingOfTheToolsIsRefused() throws IOException {
    files.put("readme.txt", "x");

    assertThat(Refused.message(pack())).contains("neither a manifest.json nor");
  }

  @Test
  void openingAgainKeepsTheJournal() throws IOException {
    files.put("saved_neutron_quotas.csv", NEUTRON + "p,port,1\r\n");
    Path tarball = pack();
    Archive first = Archive.open(tarball);
    Files.writeString(first.directory().resolve(Archive.JOURNAL), "{}\n");

    assertThat(Archive.open(tarball).seal()).isEqualTo(first.seal());
    assertThat(first.directory().resolve(Archive.JOURNAL)).hasContent("{}\n");
  }

  @Test
  void theDirectoryOfAnotherOneIsRefused() throws IOException {
    files.put("saved_neutron_quotas.csv", NEUTRON + "p,port,1\r\n");
    String seal = open().seal();
    files.put("saved_neutron_quotas.csv", NEUTRON + "p,port,2\r\n");
    Path other = pack();
    Set<String> before = Refused.everything(dir);

    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Archive.open(other)))
        .hasMessageContaining("is not what this tarball unpacks to");
    assertThat(Refused.everything(dir)).isEqualTo(before);
    assertThat(seal).hasSize(64);
  }
}
