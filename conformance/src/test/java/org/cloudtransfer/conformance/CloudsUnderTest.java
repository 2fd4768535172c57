package org.cloudtransfer.conformance;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The simulator, then the real cloud if there is one. Both live as long as the virtual machine. */
final class CloudsUnderTest implements ArgumentsProvider {
  private static CloudUnderTest simulated;
  private static CloudUnderTest real;

  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return Stream.concat(Stream.of(simulated()), Lab.isUp() ? Stream.of(real()) : Stream.empty())
        .map(Arguments::of);
  }

  static synchronized CloudUnderTest simulated() {
    if (simulated == null) {
      simulated = CloudUnderTest.simulated();
    }
    return simulated;
  }

  static synchronized CloudUnderTest real() {
    if (real == null) {
      real = CloudUnderTest.real();
    }
    return real;
  }
}
