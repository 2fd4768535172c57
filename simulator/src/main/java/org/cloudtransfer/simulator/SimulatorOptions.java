package org.cloudtransfer.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import org.cloudtransfer.simulator.cloud.Profile;

/** How a {@link Simulator} behaves. Immutable: each method gives a changed copy. */
public final class SimulatorOptions implements Cloneable {
  private static final Set<String> OLD_KEY_TYPES =
      Set.of(
          "ssh-rsa",
          "ssh-dss",
          "ecdsa-sha2-nistp256",
          "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp521");

  private final Profile profile;
  private int port;
  private Duration latency = Duration.ZERO;
  private String adminPassword = "adminsecret";
  private Clock clock = Clock.systemUTC();
  private Duration tokenLife = Duration.ofHours(4);
  private int listLimit;
  private List<String> regions = List.of("RegionOne");
  private Optional<SSLContext> tls = Optional.empty();
  private boolean clientCertificates;
  private Set<String> sshKeyTypes;
  private Set<String> networkQuotas = Set.of();
  private boolean anywhereIsNone;
  private Optional<Map<String, Integer>> unifiedLimits = Optional.empty();

  private SimulatorOptions(Profile profile, Set<String> sshKeyTypes, boolean anywhereIsNone) {
    this.profile = profile;
    this.sshKeyTypes = sshKeyTypes;
    this.anywhereIsNone = anywhereIsNone;
  }

  /**
   * A cloud of the Newton release: its cryptography does not know ssh-ed25519, its neutron is older
   * than 9.4.0.
   */
  public static SimulatorOptions newton() {
    return new SimulatorOptions(Profile.NEWTON, OLD_KEY_TYPES, false);
  }

  /** A cloud of the Zed release: that of the real services that we measured. */
  public static SimulatorOptions current() {
    return late(Profile.ZED);
  }

  private static SimulatorOptions late(Profile profile) {
    Set<String> keyTypes = new TreeSet<>(OLD_KEY_TYPES);
    keyTypes.add("ssh-ed25519");
    return new SimulatorOptions(profile, keyTypes, true);
  }

  /** A cloud of this release. */
  public static SimulatorOptions of(Profile profile) {
    return switch (profile) {
      case NEWTON -> newton();
      case PIKE -> new SimulatorOptions(profile, OLD_KEY_TYPES, true);
      case TRAIN, ZED, EPOXY -> late(profile);
    };
  }

  /** The port to listen on; 0, the default, is any free one. */
  public SimulatorOptions port(int value) {
    SimulatorOptions copy = copy();
    copy.port = value;
    return copy;
  }

  /** How long every answer takes. */
  public SimulatorOptions latency(Duration value) {
    SimulatorOptions copy = copy();
    copy.latency = value;
    return copy;
  }

  /** The password of user {@code admin} of domain {@code Default}. */
  public SimulatorOptions adminPassword(String value) {
    SimulatorOptions copy = copy();
    copy.adminPassword = value;
    return copy;
  }

  /** What dates objects and ends tokens. */
  public SimulatorOptions clock(Clock value) {
    SimulatorOptions copy = copy();
    copy.clock = value;
    return copy;
  }

  /** How long a token holds. */
  public SimulatorOptions tokenLife(Duration value) {
    SimulatorOptions copy = copy();
    copy.tokenLife = value;
    return copy;
  }

  /** Keystone's {@code list_limit}: longer lists are cut and marked as truncated; 0 for none. */
  public SimulatorOptions listLimit(int value) {
    SimulatorOptions copy = copy();
    copy.listLimit = value;
    return copy;
  }

  /** The regions of the catalog; behind all of them is the same cloud. */
  public SimulatorOptions regions(String... names) {
    SimulatorOptions copy = copy();
    copy.regions = List.of(names);
    return copy;
  }

  /** Serves HTTPS with this context. */
  public SimulatorOptions tls(SSLContext value) {
    SimulatorOptions copy = copy();
    copy.tls = Optional.of(value);
    return copy;
  }

  /** Whether only clients are served that show a certificate which the TLS context trusts. */
  public SimulatorOptions clientCertificates(boolean value) {
    SimulatorOptions copy = copy();
    copy.clientCertificates = value;
    return copy;
  }

  /** The SSH key types that nova's cryptography library knows. */
  public SimulatorOptions sshKeyTypes(Set<String> value) {
    SimulatorOptions copy = copy();
    copy.sshKeyTypes = Set.copyOf(value);
    return copy;
  }

  /**
   * Names of neutron quotas that further plugins register (trunk, loadbalancer, ...), unlimited by
   * default.
   */
  public SimulatorOptions networkQuotas(String... names) {
    SimulatorOptions copy = copy();
    copy.networkQuotas = Set.of(names);
    return copy;
  }

  /**
   * Whether rules for 0.0.0.0/0, ::/0 and no prefix are one and the same, as since Newton 9.4.0.
   */
  public SimulatorOptions anywhereIsNone(boolean value) {
    SimulatorOptions copy = copy();
    copy.anywhereIsNone = value;
    return copy;
  }

  /**
   * Nova asks Keystone for limits ({@code UnifiedLimitsDriver}): it takes and ignores those that it
   * is given.
   *
   * @param registered the default limits by Keystone's names, e.g. {@code class:VCPU}
   */
  public SimulatorOptions unifiedLimits(Map<String, Integer> registered) {
    SimulatorOptions copy = copy();
    copy.unifiedLimits = Optional.of(Map.copyOf(registered));
    return copy;
  }

  private SimulatorOptions copy() {
    try {
      return (SimulatorOptions) clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this class is cloneable", e);
    }
  }

  Profile profile() {
    return profile;
  }

  int port() {
    return port;
  }

  Duration latency() {
    return latency;
  }

  String adminPassword() {
    return adminPassword;
  }

  Clock clock() {
    return clock;
  }

  Duration tokenLife() {
    return tokenLife;
  }

  int listLimit() {
    return listLimit;
  }

  List<String> regions() {
    return regions;
  }

  Optional<SSLContext> tls() {
    return tls;
  }

  boolean clientCertificates() {
    return clientCertificates;
  }

  Set<String> sshKeyTypes() {
    return sshKeyTypes;
  }

  Set<String> networkQuotas() {
    return networkQuotas;
  }

  Optional<Map<String, Integer>> unifiedLimits() {
    return unifiedLimits;
  }

  boolean anywhereIsNone() {
    return anywhereIsNone;
  }
}
