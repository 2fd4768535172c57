package org.cloudtransfer.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.cloudtransfer.simulator.cloud.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Format 0: the tarball of the Python 2 tool, and what that tool made of it. */
class LegacyUploadTest {
  private static final String GROUPS =
      "id,name,description,tenant_id,remote_group_id,direction,ethertype,protocol,port_range_min,"
          + "port_range_max,remote_ip_prefix\r\n";

  @TempDir Path dir;

  private static Path pack(Path tarball, Map<String, String> files) throws IOException {
    try (OutputStream out = new BZip2CompressorOutputStream(Files.newOutputStream(tarball));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
      tar.putArchiveEntry(new TarArchiveEntry("saved/"));
      tar.closeArchiveEntry();
      for (Map.Entry<String, String> file : files.entrySet()) {
        byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry("saved/" + file.getKey());
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return tarball;
  }

  @Test
  void itIsCarriedAsFarAsItTellsAndNothingIsWidened() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "saved_nova_keypairs.csv",
        "id,name,user_id,public_key,type\r\n1,k,ann," + Keys.rsa(1) + ",ssh\r\n");
    files.put(
        "saved_nova_quotas.csv",
        "user_id,project_id,resource,hard_limit\r\n,p,cores,40\r\nann,p,cores,7\r\n");
    files.put("saved_neutron_quotas.csv", "tenant_id,resource,limit\r\np,port,77\r\n");
    files.put("saved_cinder_quotas.csv", "project_id,resource,hard_limit\r\np,volumes,11\r\n");
    files.put(
        "saved_neutron_security_groups.csv",
        GROUPS
            + "d,default,,p,d,ingress,IPv4,,,,\r\n"
            + "g,web,d\u00e9p\u00f4t,p,,ingress,IPv4,tcp,80,80,10.0.0.0/8\r\n"
            + "g,web,d\u00e9p\u00f4t,p,dropped,ingress,IPv4,tcp,22,22,\r\n"
            + "m,mixed,,p,,ingress,IPv4,tcp,1,1,\r\n"
            + "m,mixed,,q,,ingress,IPv4,tcp,2,2,\r\n");
    files.put(".tar.bz2", "rubbish");
    files.put("security_groups_crash.txt", "x");
    Path tarball = pack(dir.resolve("old.tar.bz2"), files);
    try (Bench bench = Bench.newton(dir.resolve("b")).projects("p", "q").users("ann")) {

      Ran ran = bench.run("--tarball", tarball.toString()).exits(1);

      ran.says("format 0", "security group mixed", "admits the group dropped"); // D1, D4
      assertThat(bench.cloud.cloud().compute().keypair("ann", "k")).isPresent();
      assertThat(bench.cloud.cloud().compute().quotas("p", "ann")).isEqualTo(Map.of("cores", 7));
      assertThat(bench.cloud.cloud().network().quotas("p")).isEqualTo(Map.of("port", 77));
      assertThat(bench.cloud.cloud().volume().quotas("p")).isEqualTo(Map.of("volumes", 11));
      Network network = bench.cloud.cloud().network();
      assertThat(network.rules(network.groups("p", "web").get(0).id())).hasSize(1); // D2
      assertThat(network.groups("p", "mixed")).isEmpty();
      assertThat(network.groups("q", "mixed")).isEmpty();

      bench.cloud.requests().clear();
      bench.run("--tarball", tarball.toString()).exits(1);
      assertThat(bench.writes()).isEmpty(); // D17, D33
    }
  }

  @Test
  void aRowThatBelongsToNobodyIsWithheldAndTheOthersArrive() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "saved_nova_keypairs.csv",
        "id,name,user_id,public_key,type\r\n1,k,,"
            + Keys.rsa(2)
            + ",ssh\r\n2,k,ann,"
            + Keys.rsa(1)
            + ",ssh\r\n");
    files.put("saved_neutron_quotas.csv", "tenant_id,resource,limit\r\n,port,1\r\np,port,77\r\n");
    files.put(
        "saved_neutron_security_groups.csv",
        GROUPS
            + "n,default,,,n,ingress,IPv4,,,,\r\n"
            + "g,web,,p,,ingress,IPv4,tcp,80,80,\r\n"
            + "g,web,,p,,,IPv4,tcp,81,81,\r\n"
            + "g,web,,p,,ingress,,tcp,82,82,\r\n");
    Path tarball = pack(dir.resolve("old.tar.bz2"), files);
    try (Bench bench = Bench.newton(dir.resolve("b")).projects("p").users("ann")) {

      Ran ran = bench.run("--tarball", tarball.toString(), "--orphans", "assign=ann").exits(1);

      ran.says("which user it belongs to", "which project it belongs to", "it has no direction");
      assertThat(ran.count("keypairs").withheld()).isEqualTo(1);
      assertThat(ran.count("neutron-quotas").withheld()).isEqualTo(1);
      assertThat(ran.count("security-groups").withheld()).isEqualTo(1);
      assertThat(ran.count("security-group-rules").withheld()).isEqualTo(3);
      assertThat(bench.cloud.cloud().compute().keypair("ann", "k")).isPresent();
      assertThat(bench.cloud.cloud().network().quotas("p")).isEqualTo(Map.of("port", 77));
      Network network = bench.cloud.cloud().network();
      assertThat(network.rules(network.groups("p", "web").get(0).id())).hasSize(1);
    }
  }
}
