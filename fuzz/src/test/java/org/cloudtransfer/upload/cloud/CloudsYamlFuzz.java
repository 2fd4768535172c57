package org.cloudtransfer.upload.cloud;

import java.nio.file.Path;
import java.util.Map;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.fuzz.Refusal;
import org.cloudtransfer.fuzz.Scratch;

/** A clouds.yaml, up to the credentials. */
public final class CloudsYamlFuzz {
  private CloudsYamlFuzz() {}

  /** The file is the secure.yaml, too, so that it is laid over itself. */
  public static void read(byte[] data) {
    Path file = Scratch.file("clouds.yaml", data);
    Map<String, String> env =
        Map.of("OS_CLIENT_CONFIG_FILE", file.toString(), "OS_CLIENT_SECURE_FILE", file.toString());
    try {
      Map<String, String> openrc = new CloudsYaml(env, file.getParent()).environment("c");
      new Openrc(openrc).credentials(new Openrc.Overrides(null, null, null, false));
    } catch (StopException stop) {
      Refusal.check(stop);
    }
  }
}
