package org.cloudtransfer.upload;

import java.nio.file.Path;
import org.cloudtransfer.resource.User;

/** An old cloud whose people had ideas for names. */
final class Hostile {
  static final String SCRIPT = "<script>window.pwned = 1</script>";
  static final String BREAKOUT = "</script><img src=x onerror=\"window.pwned = 2\">";
  static final String QUOTES = "O'Neil \"the\" `key` & ${co}";
  static final String RIGHT_TO_LEFT = "\u202eevil\u202c \u05e9\u05dc\u05d5\u05dd \u2028";
  static final String LONG = "long".repeat(63) + "end";

  private Hostile() {}

  /** Where five users have no place. */
  static Bench bench(Path dir) {
    Bench bench = Sample.fill(Bench.newton(dir)).inRealTime();
    bench
        .source
        .user("script", SCRIPT, "D", User.Origin.SQL)
        .user("breakout", BREAKOUT, QUOTES, User.Origin.LDAP)
        .user("rtl", RIGHT_TO_LEFT, "D", User.Origin.SQL)
        .user("long", LONG, "D", User.Origin.SQL)
        .user("__proto__", "constructor", "D", User.Origin.SQL)
        .project("p", BREAKOUT)
        .project("q", RIGHT_TO_LEFT)
        .keypair("script", SCRIPT, Keys.rsa(3))
        .keypair("breakout", BREAKOUT, Keys.rsa(3))
        .keypair("rtl", QUOTES, Keys.rsa(3))
        .keypair("long", LONG, Keys.rsa(3))
        .keypair("__proto__", "__proto__", Keys.rsa(3))
        .group("h1", "p", SCRIPT, BREAKOUT)
        .group("h2", "q", RIGHT_TO_LEFT, QUOTES)
        .group("h3", "gone", LONG, SCRIPT);
    return bench;
  }
}
