package io.github.sigmadm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import io.github.sigmadm.sandbox.rest.Effect;
import io.github.sigmadm.sandbox.rest.Interception;
import io.github.sigmadm.sandbox.rest.InterceptionHandle;
import io.github.sigmadm.sandbox.rest.LoggedRequest;
import io.github.sigmadm.sandbox.rest.Request;
import io.github.sigmadm.sandbox.rest.Response;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class InterceptionTest {

  private static final Predicate<Request> CREATE = Request.matching("POST", "/v2/dataModels/spec");
  private static final Predicate<Request> READ = Request.matching("GET", "/v2/dataModels/*/spec");

  private final Sandbox sandbox = Sandbox.start();
  private final Client client = Client.of(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void aConnectionThatIsDroppedBeforeActingLeavesNothing() {
    sandbox.intercept(CREATE, Interception.before(Effect.drop()));
    assertThatThrownBy(() -> client.create(spec())).isInstanceOf(UncheckedIOException.class);
    assertThat(sandbox.dataModels()).isEmpty();
  }

  @Test
  void aConnectionThatIsDroppedAfterActingHidesWhatCameOfIt() {
    sandbox.intercept(CREATE, Interception.after(Effect.drop()));
    assertThatThrownBy(() -> client.create(spec())).isInstanceOf(UncheckedIOException.class);
    assertThat(sandbox.dataModels()).hasSize(1);
    assertThat(sandbox.requests().all().getLast().status()).isZero();
  }

  @Test
  void anotherAnswerCanBeGivenSoManyTimes() {
    Response busy = Response.text(503, "text/html", "<html>Busy</html>").with("Retry-After", "1");
    try (InterceptionHandle handle =
        sandbox.intercept(CREATE, Interception.before(Effect.answer(busy)), 2)) {
      Client.Answer refused = client.post("/v2/dataModels/spec", spec()).expect(503);
      assertThat(refused.text()).isEqualTo("<html>Busy</html>");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      client.post("/v2/dataModels/spec", spec()).expect(503);
      client.post("/v2/dataModels/spec", spec()).expect(200);
      assertThat(handle.count()).isEqualTo(2);
      assertThat(sandbox.dataModels()).hasSize(1);
    }
  }

  @Test
  void anAnswerAfterActingIsALie() {
    Response lie = Response.text(500, "text/plain", "no");
    sandbox.intercept(CREATE, Interception.after(Effect.answer(lie)));
    client.post("/v2/dataModels/spec", spec()).expect(500);
    assertThat(sandbox.dataModels()).hasSize(1);
  }

  @Test
  void anAnswerCanBeCut() {
    String id = client.create(spec());
    sandbox.intercept(READ, Interception.after(Effect.cut(40)), 1);
    assertThatThrownBy(() -> client.spec(id)).isInstanceOf(UncheckedIOException.class);
    assertThat(client.spec(id)).isNotEmpty();
    assertThatThrownBy(() -> Interception.before(Effect.cut(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void somethingCanHappenInBetween() {
    String id = client.create(spec());
    ObjectNode planned = client.spec(id);
    sandbox.intercept(
        Request.matching("PUT", "/v2/dataModels/*/spec"),
        Interception.before(
            Effect.run(
                () -> sandbox.person().editText(id, pages -> pages.replace("Page 1", "Mine")))),
        1);
    client.update(id, planned).expect(409);
    client.update(id, client.spec(id)).expect(200);
  }

  @Test
  void aRequestCanBeDelayedAndTheDelayTakenBack() {
    Duration delay = Duration.ofMillis(150);
    try (InterceptionHandle handle =
        sandbox.intercept(request -> true, Interception.before(Effect.delay(delay)))) {
      long before = System.nanoTime();
      client.get("/v2/whoami").expect(200);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(delay);
      assertThat(handle.count()).isEqualTo(1);
    }
    client.get("/v2/whoami").expect(200);
  }

  @Test
  void aRequestCanBePickedByItsNumberAndContent() {
    sandbox.intercept(
        request -> request.number() == 3 && request.body().isEmpty(),
        Interception.before(Effect.answer(Response.text(429, "text/plain", "slow down"))));
    client.get("/v2/whoami").expect(200);
    client.get("/v2/whoami").expect(429);
    client.get("/v2/whoami").expect(200);
  }

  @Test
  void everyCallCanTakeTime() {
    Duration latency = Duration.ofMillis(120);
    try (Sandbox slow = Sandbox.start(SandboxOptions.defaults().withLatency(latency))) {
      long before = System.nanoTime();
      Client.of(slow).get("/v2/whoami").expect(200);
      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .isGreaterThan(latency.multipliedBy(2));
    }
  }

  @Test
  void moreThanFiveAtOnceCanBeTooMany() throws Exception {
    SandboxOptions options =
        SandboxOptions.defaults()
            .withLatency(Duration.ofMillis(400))
            .withQuirks(Quirk.SIXTH_AT_ONCE_REFUSED);
    try (Sandbox limited = Sandbox.start(options);
        ExecutorService threads = Executors.newFixedThreadPool(6)) {
      Client other = Client.of(limited);
      List<Callable<Integer>> calls =
          Collections.nCopies(6, () -> other.get("/v2/dataModels").status());
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> status : threads.invokeAll(calls)) {
        statuses.add(status.get());
      }
      assertThat(statuses).containsOnlyOnce(429).contains(200);
      other.get("/v2/dataModels").expect(200);
    }
  }

  @Test
  void theLogHasWhatWasAskedAndNoSecret() {
    client.get("/v2/files?typeFilters=folder&limit=2").expect(200);
    client.get("/v2/dataModels/unknown/spec").expect(404);
    LoggedRequest listed = sandbox.requests().all().get(1);
    assertThat(listed.toString()).isEqualTo("GET /v2/files 200");
    assertThat(listed.query()).containsEntry("limit", List.of("2"));
    assertThat(sandbox.requests().count("GET", "/v2/dataModels/*/spec")).isEqualTo(1);
    assertThat(sandbox.requests().count("POST", "/v2/auth/token")).isEqualTo(1);
    assertThat(sandbox.requests().count()).isEqualTo(3);
    assertThat(sandbox.requests().writes()).isZero();
    assertThat(sandbox.requests().all().toString())
        .doesNotContain(sandbox.options().credentials().clientSecret())
        .doesNotContain("Bearer");
    sandbox.requests().clear();
    assertThat(sandbox.requests().count()).isZero();
  }

  @Test
  void aDefectOfTheSandboxIsAnAnswerThatSaysSo() {
    sandbox.intercept(
        READ,
        Interception.before(
            Effect.run(() -> {
              throw new IllegalStateException("broken on purpose");
            })));
    Client.Answer answer = client.get("/v2/dataModels/x/spec").expect(500);
    assertThat(answer.text()).contains("The sandbox itself has a defect").contains("on purpose");
  }

  @Test
  void aTakenPortIsSaidAtOnce() {
    int port = Integer.parseInt(sandbox.baseUrl().replaceAll(".*:", ""));
    assertThatThrownBy(() -> Sandbox.start(SandboxOptions.defaults().withPort(port)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("port " + port);
  }

  private static ObjectNode spec() {
    return Json.object()
        .setAll(
            Specs.model("Orders", Specs.orders("orders", Specs.column("a", "[ORDERS/Order Id]"))));
  }

  @Test
  void aDefectIsAnAnswerWhateverItIs() {
    sandbox.intercept(
        READ,
        Interception.before(
            Effect.run(() -> {
              throw new AssertionError("broken");
            })));

    assertThat(client.get("/v2/dataModels/x/spec").expect(500).text())
        .startsWith("The sandbox itself has a defect.")
        .contains("AssertionError: broken");
  }
}
