package org.cloudtransfer.upload.cloud;

import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.fuzz.Refusal;

/** Any answer to a request: body and status, and what a refusal says. */
public final class AnswerFuzz {
  private static final Request GET = Request.get(Service.NETWORK, "security-groups");

  private static volatile Answers answers = Answers.of(new byte[0]);
  private static final Cloud CLOUD = Answers.cloud(() -> answers);

  private AnswerFuzz() {}

  /** A refusal always has words. */
  public static void read(byte[] data) {
    answers = Answers.of(data);
    try {
      Reply reply = CLOUD.send(GET);
      if (reply.fault().message().isEmpty() || reply.fault().toString().isBlank()) {
        throw new AssertionError("no words for " + reply);
      }
      CLOUD.readIfThere(GET, "security_groups");
      CLOUD.read(GET, "security_groups");
    } catch (NoReplyException unclear) {
      // what the executor takes for an unclear outcome
    } catch (StopException stop) {
      Refusal.check(stop);
    }
  }
}
