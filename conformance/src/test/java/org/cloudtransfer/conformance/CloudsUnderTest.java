package org.cloudtransfer.conformance;

import java.lang.reflect.Method;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cloudtransfer.simulator.cloud.Profile;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The simulators of the releases that a case is true of, oldest first, then the real cloud if there
 * is one. All live as long as the virtual machine.
 */
final class CloudsUnderTest implements ArgumentsProvider {
  /** What the new cloud's release has no part in. */
  private static final Set<Class<?>> ONCE = Set.of(DownloadTest.class, TlsTest.class);

  private static final Map<Profile, CloudUnderTest> SIMULATED = new EnumMap<>(Profile.class);
  private static CloudUnderTest real;

  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    Method fact = context.getRequiredTestMethod();
    Stream<CloudUnderTest> simulated =
        Stream.of(Profile.values())
            .filter(profile -> isTrue(fact, profile))
            .map(CloudsUnderTest::simulated);
    boolean onReal = isTrue(fact, CloudUnderTest.REAL) && Lab.isUp();
    return Stream.concat(simulated, onReal ? Stream.of(real()) : Stream.empty()).map(Arguments::of);
  }

  static boolean isTrue(Method method, Profile profile) {
    Fact fact = method.getAnnotation(Fact.class);
    return profile.since(fact.since())
        && fact.until().since(profile)
        && (!ONCE.contains(method.getDeclaringClass()) || profile == CloudUnderTest.REAL);
  }

  static synchronized CloudUnderTest simulated(Profile profile) {
    return SIMULATED.computeIfAbsent(profile, CloudUnderTest::simulated);
  }

  static synchronized CloudUnderTest real() {
    if (real == null) {
      real = CloudUnderTest.real();
    }
    return real;
  }
}
