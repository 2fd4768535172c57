package org.cloudtransfer.simulator.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All requests in the order in which their replies were ready. Any thread may ask. */
public final class RequestLog {
  private final List<LoggedRequest> requests = new ArrayList<>();
  private long firstWrite;
  private long lastWrite;

  synchronized void add(LoggedRequest request) {
    requests.add(request);
    if (request.isWrite()) {
      lastWrite = System.nanoTime();
      firstWrite = firstWrite == 0 ? lastWrite : firstWrite;
    }
  }

  /** From the first reply to a request for a change to the last one; zero if there was none. */
  public synchronized Duration writing() {
    return Duration.ofNanos(lastWrite - firstWrite);
  }

  /** Everything since the start or the last {@link #clear()}. */
  public synchronized List<LoggedRequest> all() {
    return List.copyOf(requests);
  }

  /** Only those that asked for a change. */
  public List<LoggedRequest> writes() {
    return all().stream().filter(LoggedRequest::isWrite).toList();
  }

  /** Those of a method whose path fits a regular expression as a whole. */
  public List<LoggedRequest> matching(String method, String path) {
    return all().stream().filter(r -> r.method().equals(method) && r.path().matches(path)).toList();
  }

  /** Forgets what was asked so far. */
  public synchronized void clear() {
    requests.clear();
    firstWrite = 0;
    lastWrite = 0;
  }
}
