package org.cloudtransfer.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cloudtransfer.config.DatabaseLocator.Located;
import org.cloudtransfer.config.DatabaseUrl;
import org.cloudtransfer.config.ServiceDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MySqlTlsTest {
  @TempDir private Path directory;

  private static MySqlTls tls(String options) {
    DatabaseUrl url = DatabaseUrl.parse("mysql+pymysql://u:secret@h/d?" + options, "a test");
    return new MySqlTls(new Located(ServiceDatabase.NOVA, url, "a test", false));
  }

  @ParameterizedTest
  @CsvSource({
    "charset=utf8, disable",
    "ssl_ca=, trust",
    "ssl=false, disable",
    "ssl=true, trust",
    "ssl_key=generated, trust",
    "ssl_ca=CA, verify-full",
    "ssl_ca=CA&ssl_check_hostname=false, verify-ca",
    "ssl_ca=CA&ssl_verify_identity=False, verify-ca",
    "ssl_ca=CA&ssl_verify_cert=0, trust",
    "ssl_ca=CA&ssl_verify_cert=1, verify-full",
    "ssl_verify_cert=true, verify-ca",
    "ssl_verify_cert=true&ssl_verify_identity=true, verify-full",
    "ssl_verify_identity=true, verify-full",
    "ssl_mode=REQUIRED, trust",
    "ssl_mode=PREFERRED, disable",
    "ssl_mode=VERIFY_CA&ssl_ca=CA, verify-ca",
    "ssl_mode=verify_identity&ssl_ca=CA, verify-full"
  })
  void optionsMeanWhatTheyMeanInPython(String options, String mode) throws IOException {
    Path ca = Files.writeString(directory.resolve("ca.pem"), "");

    assertThat(
            tls(options.replace("CA", ca.toString()).replace("VERIFY_" + ca, "VERIFY_CA"))
                .properties())
        .containsEntry("sslMode", mode);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssl_cert=/c&ssl_key=/k",
        "ssl_key=/k",
        "ssl_capath=/etc/ssl/certs",
        "ssl_ca=/nonexistent",
        "ssl_mode=SOMEHOW"
      })
  void whatCannotBeDoneIsRefused(String options) {
    assertThatThrownBy(() -> tls(options).properties())
        .hasMessageStartingWith("The database URL from a test ")
        .hasMessageNotContaining("secret");
  }
}
