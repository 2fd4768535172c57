package org.cloudtransfer.upload.report;

import java.util.List;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.fuzz.Refusal;
import org.cloudtransfer.fuzz.Scratch;
import org.cloudtransfer.upload.plan.Plan;

/** The saved plan. */
public final class PlanFileFuzz {
  private static final Plan NOW = new Plan("seal", "target", List.of());

  private PlanFileFuzz() {}

  /** Takes it or refuses it. */
  public static void read(byte[] data) {
    try {
      PlanFile.requireFresh(Scratch.file("plan.json", data), NOW);
    } catch (StopException stop) {
      Refusal.check(stop);
    }
  }
}
