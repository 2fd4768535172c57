package org.cloudtransfer.upload.cloud;

/** A request left, or tried to, and nothing that could be trusted came back. */
public final class NoReplyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean reachedTarget;

  NoReplyException(String message, boolean reachedTarget, Throwable cause) {
    super(message, cause);
    this.reachedTarget = reachedTarget;
  }

  /** Whether the request may have taken effect; false only if there was no connection at all. */
  public boolean reachedTarget() {
    return reachedTarget;
  }
}
