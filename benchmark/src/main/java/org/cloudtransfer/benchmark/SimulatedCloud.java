package org.cloudtransfer.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cloudtransfer.simulator.Simulator;
import org.cloudtransfer.simulator.SimulatorOptions;
import org.cloudtransfer.simulator.cloud.Identity;
import org.cloudtransfer.simulator.http.RequestLog;

/** A simulator with the owners of a workload. */
record SimulatedCloud(Simulator simulator) implements AutoCloseable {

  static SimulatedCloud start(Duration latency, Workload workload) {
    Simulator simulator = Simulator.start(SimulatorOptions.current().latency(latency));
    Identity identity = simulator.cloud().identity();
    workload.projects().forEach(id -> identity.addProject(id, "default", "name-of-" + id));
    workload.users().forEach(id -> identity.addUser(id, "default", "name-of-" + id, "secret"));
    for (String project : workload.projects()) {
      simulator.cloud().network().setQuota(project, "security_group", -1);
      simulator.cloud().network().setQuota(project, "security_group_rule", -1);
    }
    return new SimulatedCloud(simulator);
  }

  static List<String> ids(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + "%030x".formatted(i)).toList();
  }

  RequestLog log() {
    return simulator.requests();
  }

  Map<String, String> environment() {
    return Map.of(
        "OS_AUTH_URL", simulator.authUrl(),
        "OS_IDENTITY_API_VERSION", "3",
        "OS_REGION_NAME", "RegionOne",
        "OS_USERNAME", "admin",
        "OS_PASSWORD", "adminsecret",
        "OS_USER_DOMAIN_NAME", "Default",
        "OS_PROJECT_NAME", "admin",
        "OS_PROJECT_DOMAIN_NAME", "Default");
  }

  @Override
  public void close() {
    simulator.close();
  }
}
