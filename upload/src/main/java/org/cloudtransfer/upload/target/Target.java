package org.cloudtransfer.upload.target;

import java.util.List;
import java.util.Set;
import org.cloudtransfer.resource.ResourceKind;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.plan.Deed;
import org.cloudtransfer.upload.plan.Stage;

/** One resource kind on the target's side. */
public interface Target {
  ResourceKind kind();

  /** The services it talks to; an endpoint that is missing is an error before anything is done. */
  Set<Service> services();

  /**
   * Reads what the target holds of the owners that the archive names, and hands out the stages that
   * bring the archive's rows over. The stages decide purely; reading is done when this returns. It
   * may be called again for a fresh look.
   */
  List<Stage> prepare(Transfer transfer);

  /**
   * Reads what has become of what an upload did, and hands out the stages that take it back, the
   * last deed first. What somebody has changed since is left, and said to be.
   *
   * @param deeds of this kind, in the order in which they were done
   */
  List<Stage> undo(Transfer transfer, List<Deed> deeds);
}
