package org.cloudtransfer.simulator.http;

/** One OpenStack service, below its path prefix. Called from many threads at once. */
@FunctionalInterface
public interface Service {
  /** Answers; the service's state is changed when this returns. */
  Reply answer(Request request);
}
