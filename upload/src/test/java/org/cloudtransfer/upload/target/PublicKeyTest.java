package org.cloudtransfer.upload.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D8. */
class PublicKeyTest {

  @ParameterizedTest
  @CsvSource({
    "ssh-rsa AAAA, ssh-rsa AAAA, true",
    "ssh-rsa AAAA me@here, ssh-rsa AAAA you@there, true",
    "ssh-rsa AAAA me@here, ssh-rsa AAAA, true",
    "'ssh-rsa AAAA\n', ssh-rsa AAAA, true",
    "'ssh-rsa   AAAA\tx', ssh-rsa AAAA, true",
    "ssh-rsa AAAA, ssh-rsa AAAB, false",
    "ssh-rsa AAAA, ssh-dss AAAA, false",
    "ssh-rsa AAAA x, ssh-rsa aaaa x, false",
    "'ssh-rsa AAAA\nssh-rsa BBBB', ssh-rsa AAAA, false",
    "'ssh-rsa AAAA\nssh-rsa BBBB', 'ssh-rsa AAAA\nssh-rsa CCCC', false",
    "'ssh-rsa AAAA\nssh-rsa BBBB\n', 'ssh-rsa AAAA\nssh-rsa BBBB', true",
    "'', '', true",
    "'', ssh-rsa AAAA, false",
    "AAAA, BBBB, false"
  })
  void whatCountsIsTheKey(String one, String other, boolean same) {
    assertThat(PublicKey.same(one, other)).isEqualTo(same);
    assertThat(PublicKey.same(other, one)).isEqualTo(same);
  }
}
