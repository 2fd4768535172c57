package org.cloudtransfer.upload.cloud;

import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.fuzz.Refusal;

/** Keystone's answer to a log-in: token and catalog. */
public final class LoginFuzz {
  private LoginFuzz() {}

  /** Logs in, and asks the catalog for everything. */
  public static void read(byte[] data) {
    Cloud cloud;
    try {
      cloud = Cloud.over(Answers.of(data), Answers.CREDENTIALS);
      cloud.identity();
      cloud.callerProject();
      cloud.callerUser();
    } catch (StopException stop) {
      Refusal.check(stop);
      return;
    }
    for (Service service : Service.values()) {
      try {
        cloud.endpoint(service);
      } catch (StopException stop) {
        Refusal.check(stop);
      }
    }
  }
}
