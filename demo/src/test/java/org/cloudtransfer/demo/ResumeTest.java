package org.cloudtransfer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.cloudtransfer.demo.Programs.Ended;
import org.cloudtransfer.demo.Programs.Running;
import org.cloudtransfer.demo.check.Verdict;
import org.cloudtransfer.simulator.http.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResumeTest {
  private static final String KEYPAIRS = "/compute/.*/os-keypairs";
  private static final String GROUPS = "/network/.*/security-groups";
  private static final String RULES = "/network/.*/security-group-rules";

  /** What a process that got SIGKILL ends with. */
  private static final int KILLED = 137;

  @TempDir private Path directory;

  @Test
  void keypairsAloneThenTheRestEndInTheSameState() throws Exception {
    try (Stage stage = Stage.set(directory)) {
      assertThat(stage.upload("--keypairs").exitCode()).isEqualTo(Stage.ROWS_LEFT);
      assertThat(stage.simulator().requests().writes())
          .isNotEmpty()
          .allMatch(request -> request.path().endsWith("/os-keypairs"));
      stage.upload("--quotas", "--security-groups");
      assertSettled(stage);
    }
  }

  @Test
  void kindsInTheReverseOrderEndInTheSameState() throws Exception {
    try (Stage stage = Stage.set(directory)) {
      stage.upload("--security-groups");
      stage.upload("--cinder-quotas", "--neutron-quotas");
      stage.upload("--nova-quotas");
      assertSettled(stage);
    }
  }

  /** Each kill strikes in the middle of a request, before or after it has had its effect. */
  @Test
  void killedAgainAndAgainEndsInTheSameState() throws Exception {
    try (Stage stage = Stage.set(directory)) {
      killAt(stage, Fault.on("PUT", "/compute.*").skip(50).afterEffect());
      killAt(stage, Fault.on("PUT", "/network.*").skip(20));
      killAt(stage, Fault.on("PUT", "/volume.*").skip(10).afterEffect());
      killAt(stage, Fault.on("POST", KEYPAIRS).skip(100).afterEffect());
      killAt(stage, Fault.on("POST", KEYPAIRS).skip(50));
      killAt(stage, Fault.on("POST", GROUPS).skip(1).afterEffect());
      killAt(stage, Fault.on("DELETE", RULES + "/.*").skip(30).afterEffect());
      killAt(stage, Fault.on("POST", RULES).skip(50).afterEffect());
      killAt(stage, Fault.on("POST", RULES).skip(60));
      assertSettled(stage);
    }
  }

  private static void killAt(Stage stage, Fault moment) throws Exception {
    AtomicReference<Process> process = new AtomicReference<>();
    stage.simulator().faults().add(moment.run(() -> process.get().destroyForcibly()));
    Running running = stage.startUpload("--workers", "2");
    process.set(running.process());
    assertThat(running.await().exitCode()).isEqualTo(KILLED);
    stage.simulator().faults().clear();
  }

  /** One more run completes it, and then there is nothing left to do. */
  private static void assertSettled(Stage stage) throws Exception {
    Ended ended = stage.upload();
    Verdict verdict = stage.check().of(stage.state(), ended.output());
    assertThat(verdict.differences()).as(ended.output()).isEmpty();
    assertThat(ended.exitCode()).isEqualTo(Stage.ROWS_LEFT);
    stage.simulator().requests().clear();
    assertThat(stage.upload().exitCode()).isEqualTo(Stage.ROWS_LEFT);
    assertThat(stage.simulator().requests().writes()).isEmpty();
  }
}
