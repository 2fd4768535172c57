package org.cloudtransfer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTest {
  static List<List<?>> lines() {
    return List.of(
        Arrays.asList((Object) null),
        Arrays.asList(null, null),
        List.of(""),
        Arrays.asList("", null, ""),
        List.of("plain", 5, -1, true, false),
        List.of("a \"quote\"", "\"", "\"\"", ","),
        List.of("two\nlines", "carriage\rreturn", "\r\n", " blanks ", "\t"),
        List.of("# no comment", "back\\slash", "\\N", "ü", "\uD83D\uDD11", "\\."));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void linesAreAsTheFormatPrintsThem(List<?> values) throws Exception {
    StringWriter printed = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(printed, Csv.FORMAT)) {
      printer.printRecord(values);
    }
    assertThat(Csv.line(values)).isEqualTo(printed.toString());
  }
}
