package org.cloudtransfer.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A case that runs with the same code on every cloud there is: the simulator, and the real one of
 * the lab if that is up. The method's name is the fact; its one parameter is the {@link
 * CloudUnderTest}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(CloudsUnderTest.class)
@interface Fact {
  /** Under which the case is listed in {@code docs/conformance.md}, e.g. {@code D6}. */
  String[] value();
}
