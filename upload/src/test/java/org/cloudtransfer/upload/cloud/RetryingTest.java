package org.cloudtransfer.upload.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.cloudtransfer.upload.cloud.Transport.Answer;
import org.cloudtransfer.upload.cloud.Transport.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** D15, N18: what is sent again, and what is not. */
class RetryingTest {
  private static final Call POST = new Call("POST", URI.create("http://x/"), Map.of(), "{}", false);
  private static final Call PUT = new Call("PUT", URI.create("http://x/"), Map.of(), "{}", true);

  private final Deque<Supplier<Answer>> script = new ArrayDeque<>();
  private int sent;

  private Transport retrying() {
    return new Retrying(
        call -> {
          sent++;
          return script.size() > 1 ? script.removeFirst().get() : script.getFirst().get();
        },
        new Backoff(Clock.systemUTC(), new Random(1)),
        wanted -> Duration.ZERO);
  }

  private RetryingTest answers(int... statuses) {
    for (int status : statuses) {
      script.add(() -> new Answer(status, Map.of(), ""));
    }
    return this;
  }

  private RetryingTest loses(boolean reached) {
    script.add(
        () -> {
          throw new NoReplyException("lost", reached, null);
        });
    return this;
  }

  @ParameterizedTest
  @CsvSource({"429", "413"})
  void aBusyAnswerIsAlwaysRepeated(int status) {
    answers(status, status, 201);

    assertThat(retrying().send(POST).status()).isEqualTo(201);
    assertThat(sent).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void aServerErrorIsRepeatedOnlyWhereThatDoesNoHarm(int status) {
    answers(status, 200);
    assertThat(retrying().send(PUT).status()).isEqualTo(200);

    script.clear();
    sent = 0;
    answers(status, 200);
    assertThat(retrying().send(POST).status()).isEqualTo(status);
    assertThat(sent).isEqualTo(1);
  }

  @Test
  void aLostAnswerIsRepeatedOnlyWhereThatDoesNoHarm() {
    loses(true).answers(200);
    assertThat(retrying().send(PUT).status()).isEqualTo(200);

    script.clear();
    sent = 0;
    loses(true).answers(200);
    assertThatThrownBy(() -> retrying().send(POST)).isInstanceOf(NoReplyException.class);
    assertThat(sent).isEqualTo(1);
  }

  @Test
  void aRequestThatNeverLeftIsRepeated() {
    loses(false).loses(false).answers(201);

    assertThat(retrying().send(POST).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 300, 400, 401, 403, 404, 409})
  void anythingElseIsAnAnswer(int status) {
    answers(status);

    assertThat(retrying().send(PUT).status()).isEqualTo(status);
    assertThat(sent).isEqualTo(1);
  }

  @Test
  void thereIsAnEndToIt() {
    answers(503);
    assertThat(retrying().send(PUT).status()).isEqualTo(503);
    assertThat(sent).isEqualTo(Retrying.ATTEMPTS);

    script.clear();
    sent = 0;
    loses(false);
    assertThatThrownBy(() -> retrying().send(POST)).isInstanceOf(NoReplyException.class);
    assertThat(sent).isEqualTo(Retrying.ATTEMPTS);
  }

  @Test
  void aCallShowsNeitherHeadersNorBody() {
    Call call = POST.with("X-Auth-Token", "t0ken");

    assertThat(call.toString()).isEqualTo("POST http://x/");
    assertThat(call.headers()).containsEntry("X-Auth-Token", "t0ken");
  }
}
