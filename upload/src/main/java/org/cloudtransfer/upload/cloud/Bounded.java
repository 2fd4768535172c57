package org.cloudtransfer.upload.cloud;

import java.util.concurrent.Semaphore;

/** Lets so many calls be under way at once, whatever the number of threads. */
final class Bounded implements Transport {
  private final Transport next;
  private final Semaphore free;

  Bounded(Transport next, int most) {
    this.next = next;
    this.free = new Semaphore(most);
  }

  @Override
  public Answer send(Call call) {
    try {
      free.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoReplyException(call + " was interrupted", false, e);
    }
    try {
      return next.send(call);
    } finally {
      free.release();
    }
  }
}
