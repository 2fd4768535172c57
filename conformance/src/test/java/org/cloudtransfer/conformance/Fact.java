package org.cloudtransfer.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cloudtransfer.simulator.cloud.Profile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A case that runs with the same code on every cloud there is: a simulator of each release that it
 * is true of, and the real one of the lab (Zed) if that is up. The method's name is the fact; its
 * one parameter is the {@link CloudUnderTest}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(CloudsUnderTest.class)
@interface Fact {
  /** The first release of which it is true. */
  Profile since() default Profile.NEWTON;

  /** The last release of which it is true. */
  Profile until() default Profile.EPOXY;

  /** Under which the case is listed in {@code docs/conformance.md}, e.g. {@code D6}. */
  String[] value();
}
