package org.cloudtransfer.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.dist.SourceMessages.Message;
import org.junit.jupiter.api.Test;

final class MessagesTest {
  private static final Pattern EXIT_CODE =
      Pattern.compile("/\\*\\* (.*?)\\. \\*/\\s+[A-Z_]+\\((\\d+)\\)");

  private static List<Message> messages() throws IOException {
    return SourceMessages.below(
        Stream.of("common", "download", "upload")
            .map(module -> Path.of("..", module, "src/main/java"))
            .toList());
  }

  private static Map<Integer, String> exitCodes() throws IOException {
    String source =
        Files.readString(Path.of("../common/src/main/java/org/cloudtransfer/cli/ExitCode.java"));
    Map<Integer, String> meanings = new TreeMap<>();
    Matcher matcher = EXIT_CODE.matcher(source);
    while (matcher.find()) {
      String meaning = matcher.group(1).replaceAll("\\{@code (.*?)\\}", "`$1`");
      meanings.put(Integer.valueOf(matcher.group(2)), meaning);
    }
    return meanings;
  }

  @Test
  void everyExitCodeHasAMeaning() throws IOException {
    assertThat(exitCodes().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ExitCode.values()).map(ExitCode::number).toList());
  }

  @Test
  void everyMessageThatEndsARunSaysWhatToDo() throws IOException {
    assertThat(messages())
        .filteredOn(message -> message.sort().equals("1 stop"))
        .isNotEmpty()
        .allSatisfy(message -> assertThat(message.remedy()).as(message.text()).isNotBlank());
  }

  @Test
  void documentIsOfTheseMessages() throws IOException {
    new Document("messages.md").is(MessagesDocument.text(messages(), exitCodes()));
  }
}
