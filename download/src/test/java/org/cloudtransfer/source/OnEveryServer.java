package org.cloudtransfer.source;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** All tests of a class on each server that is supported: what holds for one holds for all. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass
@MethodSource("org.cloudtransfer.source.OnEveryServer$Servers#all")
public @interface OnEveryServer {

  /** The servers, as the test class's parameter. */
  final class Servers {
    private Servers() {}

    static Stream<DatabaseServer> all() {
      return Stream.of(PostgresServer.shared(), MySqlServer.shared());
    }
  }
}
