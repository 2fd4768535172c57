package org.cloudtransfer.upload.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of source-schemas.md §6.3, computed with Keystone's own generator. */
class PublicIdTest {

  @ParameterizedTest
  @CsvSource({
    "default, jdoe, 0d908a44eedc0528ea6ee8f9fdda8b9816c4a708612798e82009ec70cdc35420",
    "5a4f2f0d7f6b4a3f9f6f3b0f9e2d1c00, alice,"
        + " 8e5881d17aac99ca91a2c5f8d0daf4a23716c8f3d9709c10209b07be5c220383",
    "default, j\u00fcrgen, 4d86cf721d2282ce44ceee5236c442d0f0b5298683f3d5f6b8d7381097ac2510"
  })
  void itIsWhatKeystoneGenerates(String domain, String local, String id) {
    assertThat(PublicId.of(domain, local)).isEqualTo(id);
  }

  /** D5: a user and a group of one local ID are two. */
  @Test
  void itIsNotThatOfAGroup() {
    assertThat(PublicId.of("default", "admins"))
        .isNotEqualTo("e3c42f08e5da3b305fec12b67e0e4956ed9f97e598709a53243b6f9505a8fe70")
        .hasSize(64);
  }

  @Test
  void itFoldsNothing() {
    assertThat(PublicId.of("default", "JDoe")).isNotEqualTo(PublicId.of("default", "jdoe"));
    assertThat(PublicId.of("default", "ju\u0308rgen"))
        .isNotEqualTo(PublicId.of("default", "j\u00fcrgen"));
    assertThat(PublicId.of("other", "jdoe")).isNotEqualTo(PublicId.of("default", "jdoe"));
  }
}
