package io.github.sigmadm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.http.Pacing;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import io.github.sigmadm.sandbox.rest.Interception;
import io.github.sigmadm.sandbox.rest.InterceptionHandle;
import io.github.sigmadm.sandbox.rest.Request;
import io.github.sigmadm.testing.Sampled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A deploy of several models (one is new, one is new and refers to another, one has changed, one
/// has a new name), once for each of its calls to Sigma and each [Fault].
///
/// Whatever happens, the run succeeds or says clearly what did not; no model is made twice, none is
/// left as neither it was nor its file wants it; and once the fault is gone, the next run makes it
/// good and the one after asks Sigma nothing.
final class FaultMatrixTest {

  private static final String BASE = "data-models/base.json";
  private static final String SALES = "data-models/sales.json";
  private static final String FRESH = "data-models/fresh.json";
  private static final String NAMED = "data-models/named.json";

  private static final String ALLOWING =
      Scene.CONFIGURATION + "policy: { breaking: allow }\nchecks: { warehouse: false }\n";

  private static final int WORKERS = 4;

  @TempDir private Path folder;

  /// Which calls the fault happens to.
  private enum Persistence {
    /// One alone.
    ONCE,
    /// One, and each of its kind that comes later.
    SAME_CALL_FROM_THEN_ON,
    /// One, and all that come later.
    ALL_CALLS_FROM_THEN_ON;

    /// Those that make a difference.
    static Set<Persistence> of(Fault fault) {
      return switch (fault) {
        case DROPPED_BEFORE, DROPPED_AFTER, UNAUTHORIZED, UNAVAILABLE, YAML ->
            EnumSet.allOf(Persistence.class);
        default -> fault.isFinal() ? EnumSet.of(ONCE) : EnumSet.of(ONCE, SAME_CALL_FROM_THEN_ON);
      };
    }
  }

  private record Case(int call, Fault fault, Persistence persistence, IdMode ids) {}

  private static String model(String name, String source, String columns) {
    return """
    { "name": "%s", "schemaVersion": 1, "pages": [ { "id": "p", "name": "P", "elements": [
      { "id": "orders", "kind": "table", "name": "Orders", "source": %s, "columns": [ %s ] } ] } ] }
    """
        .formatted(name, source, columns);
  }

  private static String onTable(String name, String columns) {
    return model(
        name,
        """
        { "kind": "warehouse-table", "connectionId": "%s", "path": ["DB", "S", "O"] }
        """
            .formatted(Sandbox.CONNECTION),
        columns);
  }

  private static final String AMOUNT = "{ \"id\": \"a\", \"formula\": \"[O/Amount]\" }";
  private static final String DOUBLE =
      AMOUNT + ", { \"id\": \"b\", \"name\": \"Double\", \"formula\": \"[Amount] * 2\" }";

  private static Map<String, String> before() {
    return Map.of(
        "sigma-dm.yml",
        ALLOWING,
        BASE,
        onTable("Base", AMOUNT),
        NAMED,
        onTable("Old name", AMOUNT));
  }

  private static Map<String, String> after() {
    return Map.of(
        BASE,
        onTable("Base", DOUBLE),
        NAMED,
        onTable("New name", AMOUNT),
        FRESH,
        onTable("Fresh", AMOUNT),
        SALES,
        model(
            "Sales",
            """
            { "kind": "data-model", "dataModelId": "${model:data-models/base.json}",
              "elementId": "orders" }
            """,
            "{ \"id\": \"x\", \"formula\": \"[Orders/Double]\" }"));
  }

  /// One checkout on which case after case is run.
  private final class Worker {
    private final Path checkout;
    private final Commit first;
    private final Commit second;

    Worker(int number) {
      checkout = folder.resolve("checkout" + number);
      try {
        Files.createDirectories(checkout);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      try (Scene scene = new Scene(checkout, IdMode.KEEP)) {
        first = scene.repository.commit("before", before());
        second = scene.repository.commit("after", after());
      }
    }

    Scene scene(IdMode ids, Pacing pacing) throws IOException {
      Files.deleteIfExists(checkout.resolve(".git/refs/sigma-dm/prod"));
      Scene scene =
          new Scene(checkout, SandboxOptions.defaults().withIds(ids))
              .waiting(Fault.TIMEOUT, pacing);
      assertThat(scene.execute(new Event.Push("main", Scene.NOTHING, first)))
          .isEqualTo(new Conclusion.Done());
      scene.sandbox.requests().clear();
      return scene;
    }

    Conclusion deploy(Scene scene) {
      try {
        return scene.execute(new Event.Push("main", first, second));
      } catch (Trouble trouble) {
        scene.lines.add("error: " + trouble.getMessage());
        return Troubles.conclusion(trouble);
      }
    }
  }

  /// A clock that waiting moves on, so that no time passes; at most a little where the other side
  /// needs it.
  static Pacing hurried(int divisor) {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T09:00:00Z"));
    return new Pacing(
        now::get,
        duration -> {
          now.updateAndGet(time -> time.plus(duration));
          if (divisor > 0) {
            Thread.sleep(duration.dividedBy(divisor));
          }
        },
        new Random(1));
  }

  @Test
  void everyFaultAtEveryCallEndsWell() throws Exception {
    long start = System.nanoTime();
    List<Case> cases = Sampled.of(cases(), 4);
    List<String> problems = new ArrayList<>();
    SortedMap<String, AtomicInteger> results = new ConcurrentSkipListMap<>();
    ConcurrentLinkedQueue<Case> left = new ConcurrentLinkedQueue<>(cases);
    try (var threads = Executors.newFixedThreadPool(WORKERS)) {
      List<Future<List<String>>> found = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++) {
        Worker worker = new Worker(i);
        found.add(threads.submit(() -> work(worker, left, results)));
      }
      for (Future<List<String>> each : found) {
        problems.addAll(each.get());
      }
    }
    System.out.printf(
        "%d cases in %d s: %s%n",
        cases.size(), Duration.ofNanos(System.nanoTime() - start).toSeconds(), results);
    assertThat(problems).isEmpty();
  }

  private List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    Worker worker = new Worker(99);
    int calls;
    try (Scene scene = worker.scene(IdMode.KEEP, hurried(0))) {
      assertThat(worker.deploy(scene)).isEqualTo(new Conclusion.Done());
      calls = scene.sandbox.requests().count();
    }
    for (int call = 1; call <= calls; call++) {
      for (Fault fault : Fault.values()) {
        for (Persistence persistence : Persistence.of(fault)) {
          cases.add(new Case(call, fault, persistence, call % 2 == 0 ? IdMode.REMAP : IdMode.KEEP));
        }
      }
    }
    return cases;
  }

  private List<String> work(
      Worker worker, ConcurrentLinkedQueue<Case> left, SortedMap<String, AtomicInteger> results)
      throws Exception {
    List<String> problems = new ArrayList<>();
    for (Case each = left.poll(); each != null; each = left.poll()) {
      Story story = new Story();
      try {
        run(worker, each, story);
      } catch (Exception | AssertionError e) {
        problems.add(each + "\n  " + e + "\n  " + String.join("\n  ", story.lines));
      }
      results
          .computeIfAbsent(each.fault() + " " + story.result, key -> new AtomicInteger())
          .incrementAndGet();
    }
    return problems;
  }

  private static final class Story {
    private final List<String> lines = new ArrayList<>();
    private String result = "defect";
  }

  private void run(Worker worker, Case given, Story story) throws Exception {
    Pacing pacing = hurried(given.fault() == Fault.ACTED_LATE ? 20 : 0);
    try (Scene scene = worker.scene(given.ids(), pacing)) {
      Live live = new Live(scene.sandbox);
      Map<String, String> was = live.models();
      List<InterceptionHandle> handles = new ArrayList<>();
      Predicate<Request> hit = hit(given);
      for (Interception interception : given.fault().interceptions()) {
        handles.add(scene.sandbox.intercept(hit, interception));
      }
      Conclusion conclusion = worker.deploy(scene);
      story.result = outcome(conclusion);
      assertThat(story.result).isIn(given.fault().ends());
      scene.sandbox.requests().all().forEach(request -> story.lines.add(request.toString()));
      story.lines.addAll(scene.lines);
      handles.forEach(InterceptionHandle::close);
      if (given.fault().isSlow()) {
        Thread.sleep(100);
      }
      Map<String, String> between = live.models();
      assertThat(String.join("\n", scene.lines)).doesNotContain("Exception", "\tat ", "null");

      story.lines.add("then:");
      Conclusion next = worker.deploy(scene);
      story.lines.addAll(scene.lines);
      assertThat(next.exitCode()).as("the next run").isZero();
      Map<String, String> wanted = live.models();
      assertThat(wanted.keySet()).containsExactly("Base", "Fresh", "New name", "Sales");
      assertThat(scene.sandbox.dataModels()).hasSize(4);
      between.forEach((name, content) ->
          assertThat(content).as("in between: " + name).isIn(was.get(name), wanted.get(name)));

      scene.sandbox.requests().clear();
      assertThat(worker.deploy(scene)).isEqualTo(new Conclusion.NothingToDo());
      assertThat(scene.sandbox.requests().count()).as("calls of the last run").isZero();
    }
  }

  private static String outcome(Conclusion conclusion) {
    return conclusion.exitCode()
        + conclusion.failureReason().map(reason -> " " + reason.word()).orElse("");
  }

  /// Requests that the fault happens to, counted from the first one that is asked about.
  private static Predicate<Request> hit(Case given) {
    AtomicLong begin = new AtomicLong();
    AtomicReference<String> kind = new AtomicReference<>("");
    return request -> {
      begin.compareAndSet(0, request.number());
      long number = request.number() - begin.get() + 1;
      if (number == given.call()) {
        kind.set(kind(request));
      }
      return switch (given.persistence()) {
        case ONCE -> number == given.call();
        case SAME_CALL_FROM_THEN_ON -> number >= given.call() && kind.get().equals(kind(request));
        case ALL_CALLS_FROM_THEN_ON -> number >= given.call();
      };
    };
  }

  private static String kind(Request request) {
    return request.method() + " " + request.path().replaceAll("[0-9a-f-]{36}", "*");
  }

  /// The models that live, by name, with ids that do not depend on how they came about.
  private record Live(Sandbox sandbox) {

    private static final Pattern ID = Pattern.compile("\"(?:id|dataModelId)\":\"([^\"]+)\"");

    SortedMap<String, String> models() {
      SortedMap<String, String> contents = new TreeMap<>();
      for (String id : sandbox.dataModels()) {
        var spec = sandbox.spec(id);
        String content =
            spec.path("folderId") + " " + spec.path("description") + " " + spec.path("pages");
        assertThat(contents.put(spec.path("name").asString(), content))
            .as("two models named " + spec.path("name"))
            .isNull();
      }
      contents.replaceAll((name, content) -> withoutIds(content));
      return contents;
    }

    private static String withoutIds(String content) {
      String plain = content;
      Set<String> ids = new HashSet<>();
      var matcher = ID.matcher(content);
      while (matcher.find()) {
        if (ids.add(matcher.group(1))) {
          plain = plain.replace("\"" + matcher.group(1) + "\"", "#" + ids.size());
        }
      }
      return plain.replaceAll("\"elementId\":\"[^\"]+\"", "\"elementId\":#");
    }
  }
}
