package io.github.sigmadm.render;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.LiveEntry;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.plan.Change;
import io.github.sigmadm.plan.ChangeSeverity;
import io.github.sigmadm.plan.Drift;
import io.github.sigmadm.plan.FileChange;
import io.github.sigmadm.plan.Impact;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Outcome;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.Report;
import io.github.sigmadm.plan.SigmaAdditions;
import io.github.sigmadm.plan.Target;
import io.github.sigmadm.plan.Thing;
import io.github.sigmadm.plan.What;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.testing.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;

/// Plans and reports whose every text tries to be more than text, in any number.
final class HostilePlans {

  private final Random random;
  private final Supplier<String> texts;
  private final int size;
  private int paths;

  private HostilePlans(Random random, Supplier<String> texts, int size) {
    this.random = random;
    this.texts = texts;
    this.size = size;
  }

  /// A plan in which everything that can have a name has this one.
  static Plan named(String text) {
    return new HostilePlans(new Random(1), () -> text, 3).plan();
  }

  /// Any plan.
  ///
  /// @param size how many models, and how much about each, at most
  static Plan any(long seed, int size) {
    Random random = new Random(seed);
    return new HostilePlans(random, () -> Nasty.text(random, 6), size).plan();
  }

  /// Any plan and any outcome of it.
  static Report anyReport(long seed, int size) {
    Random random = new Random(seed);
    HostilePlans plans = new HostilePlans(random, () -> Nasty.text(random, 6), size);
    Plan plan = plans.plan();
    return new Report(plan, plan.models().stream().map(plans::outcome).toList());
  }

  private Plan plan() {
    return new Plan(
        random.nextInt(8) == 0 ? Optional.empty() : Samples.PROD,
        Samples.HEAD,
        some(() -> Samples.BASE),
        some(() -> "9f2d6c1b8a7e4f30"),
        several(size, this::model),
        several(4, texts));
  }

  private ModelPlan model() {
    RepositoryPath path = path();
    List<Diagnostic> diagnostics = several(4, () -> diagnostic(path));
    return switch (random.nextInt(6)) {
      case 0 ->
          new ModelPlan.Create(
              path, text(), Optional.empty(), content(), List.of(), changes(), diagnostics);
      case 1 ->
          new ModelPlan.Unchanged(
              path,
              text(),
              new Target.Live(live()),
              IdMap.EMPTY,
              several(3, this::drift),
              diagnostics);
      case 2 ->
          new ModelPlan.Delete(path, text(), some(this::live), random.nextBoolean(), diagnostics);
      case 3 -> new ModelPlan.Invalid(path, text(), diagnostics);
      case 4 ->
          new ModelPlan.Conflict(
              path, text(), ModelPlan.Cause.LOSSY, text(), several(4, this::entry), diagnostics);
      default ->
          new ModelPlan.Update(
              path,
              text(),
              random.nextBoolean() ? new Target.Live(live()) : new Target.Base(),
              content(),
              SigmaAdditions.NONE,
              true,
              FileChange.NONE,
              IdMap.EMPTY,
              List.of(),
              changes(),
              several(5, this::drift),
              several(5, () -> new Impact(text(), some(texts), text())),
              diagnostics);
    };
  }

  private Outcome outcome(ModelPlan plan) {
    return switch (random.nextInt(6)) {
      case 0 ->
          new Outcome.Deployed(
              plan,
              new DataModelId("x" + text()),
              some(texts),
              random.nextInt(100),
              IdMap.EMPTY,
              several(3, texts));
      case 1 -> new Outcome.Unchanged(plan);
      case 2 -> new Outcome.Conflict(plan, text());
      case 3 -> new Outcome.RolledBack(plan, several(4, texts));
      case 4 -> new Outcome.Failed(plan, text(), random.nextBoolean());
      default -> new Outcome.Skipped(plan, text());
    };
  }

  private List<Change> changes() {
    return several(size * 2, this::change);
  }

  private Change change() {
    return new Change(
        any(Thing.values()),
        any(What.values()),
        any(ChangeSeverity.values()),
        some(texts),
        some(texts),
        text(),
        random.nextBoolean() ? Optional.of("formula") : some(texts),
        some(this::longText),
        some(this::longText));
  }

  private Drift drift() {
    Drift.Fate fate = any(Drift.Fate.values());
    return new Drift(
        change(),
        fate,
        fate == Drift.Fate.KEPT ? Optional.empty() : some(() -> any(ChangeSeverity.values())),
        some(this::change));
  }

  private String longText() {
    StringBuilder text = new StringBuilder(text());
    while (random.nextInt(3) == 0) {
      text.append('\n').append(text());
    }
    return text.toString();
  }

  private Diagnostic diagnostic(RepositoryPath path) {
    Diagnostic found =
        random.nextBoolean()
            ? Diagnostic.error(
                "a-code", path, Samples.at(1 + random.nextInt(99), 3), text(), text())
            : Diagnostic.warning("a-code", path, Samples.at(7, 1), text(), text());
    return random.nextInt(3) == 0 ? found.asKnown() : found;
  }

  private LiveModel live() {
    return new LiveModel(
        new DataModelId("x" + text()),
        text(),
        new FolderId("f"),
        Optional.empty(),
        random.nextBoolean() ? Optional.of("https://app.example/" + text()) : some(texts),
        random.nextInt(50),
        content());
  }

  private LiveEntry entry() {
    return new LiveEntry(new DataModelId("x" + text()), text(), some(texts), 3);
  }

  private RepositoryPath path() {
    String text = text().replaceAll("[/\u0000]", "_");
    return new RepositoryPath("m" + paths++ + "/" + text + "x.json");
  }

  /// Elements that read from one another, in circles too.
  private DataModel content() {
    int elements = random.nextInt(size + 1);
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < elements; i++) {
      json.append(i == 0 ? "" : ",")
          .append("{\"id\":\"e")
          .append(i)
          .append("\",\"kind\":\"table\",\"name\":")
          .append(quoted(text()))
          .append(",\"columns\":[],\"source\":{\"kind\":\"table\",\"elementId\":\"e")
          .append(random.nextInt(elements))
          .append("\"},\"relationships\":[{\"id\":\"r\",\"keys\":[],\"targetElementId\":\"e")
          .append(random.nextInt(elements))
          .append("\",\"name\":")
          .append(quoted(text()))
          .append("}]}");
    }
    return DataModel.of(
        Specs.parse("{\"pages\":[{\"id\":\"p\",\"name\":\"P\",\"elements\":[" + json + "]}]}"));
  }

  private static String quoted(String text) {
    return Json.compact(JsonNodeFactory.instance.stringNode(text));
  }

  private String text() {
    return texts.get();
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> Optional<T> some(Supplier<T> supplier) {
    return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(supplier.get());
  }

  private <T> List<T> several(int most, Supplier<? extends T> supplier) {
    List<T> list = new ArrayList<>();
    int number = random.nextInt(most + 1);
    for (int i = 0; i < number; i++) {
      list.add(supplier.get());
    }
    return list;
  }
}
