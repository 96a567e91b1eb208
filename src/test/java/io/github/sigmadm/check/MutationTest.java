package io.github.sigmadm.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.testing.Place;
import io.github.sigmadm.testing.Trees;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Real specs with one thing broken: the rule that is for it tells.
///
/// Of every kind of mutation only some are tried in each file, evenly spread, unless
/// `-Dmutations=all` asks for every one.
final class MutationTest {

  private static final int TRIED = Boolean.getBoolean("mutations.all") ? Integer.MAX_VALUE : 12;

  /// How a kind of mutation fared.
  private static final class Score {
    int found;
    int unknowable;
    final Map<String, Integer> reasons = new TreeMap<>();
    final List<String> missed = new ArrayList<>();
  }

  @Test
  void everyBrokenReferenceIsToldByItsRuleWhereItCanBeKnown() {
    Map<String, Score> scores = new TreeMap<>();
    for (String folder : List.of("sigma/examples", "corpus")) {
      Map<Path, DataModel> models = RealSpecsTest.models(folder);
      models.forEach((file, model) -> {
        OtherSpecs others = RealSpecsTest.others(models);
        List<Mutation> mutations = new ArrayList<>(IdMutations.of(model));
        mutations.addAll(FormulaMutations.of(model, others));
        attempt(file.getFileName().toString(), model, others, mutations, scores);
      });
    }
    System.out.print(table(scores));
    List<String> missed = scores.values().stream().flatMap(score -> score.missed.stream()).toList();
    assertThat(missed).isEmpty();
    assertThat(scores).hasSizeGreaterThan(25);
  }

  private static void attempt(
      String file,
      DataModel model,
      OtherSpecs others,
      List<Mutation> mutations,
      Map<String, Score> scores) {
    List<Finding> before = findings(model.node(), others);
    Map<String, List<Mutation>> byKind = new TreeMap<>();
    mutations.forEach(mutation ->
        byKind.computeIfAbsent(mutation.kind(), kind -> new ArrayList<>()).add(mutation));
    byKind.forEach((kind, all) -> {
      Score score = scores.computeIfAbsent(kind, key -> new Score());
      int step = Math.max(1, all.size() / TRIED);
      for (int i = 0; i < all.size(); i += step) {
        Mutation mutation = all.get(i);
        List<Finding> after = new ArrayList<>(findings(mutation.document().get(), others));
        before.forEach(after::remove);
        if (after.stream().anyMatch(found -> mutation.rules().contains(found.code()))) {
          score.found++;
        } else if (mutation.unknowable().isPresent() || isOutside(mutation, model, others)) {
          score.unknowable++;
          score.reasons.merge(mutation.unknowable().orElse("a model elsewhere"), 1, Integer::sum);
        } else {
          score.missed.add(file + ": " + kind + ": " + mutation.words() + ": " + after);
        }
      }
    });
  }

  /// Whether the mutation is of a reference into models that are not there to look into.
  private static boolean isOutside(Mutation mutation, DataModel model, OtherSpecs others) {
    return mutation.kind().contains("of another model")
        && model
            .tables()
            .flatMap(table -> table.source().stream())
            .flatMap(source -> Stream.concat(Stream.of(source), source.parts().stream()))
            .anyMatch(source ->
                source instanceof io.github.sigmadm.spec.Source.OfDataModel of
                    && of.dataModelId().flatMap(id -> others.find(id.value())).isEmpty());
  }

  private static String table(Map<String, Score> scores) {
    StringBuilder table = new StringBuilder();
    Score sum = new Score();
    scores.forEach((kind, score) -> {
      line(table, kind, score);
      sum.found += score.found;
      sum.unknowable += score.unknowable;
      sum.missed.addAll(score.missed);
      score.reasons.forEach((reason, count) -> sum.reasons.merge(reason, count, Integer::sum));
    });
    line(table, "all", sum);
    sum.reasons.forEach((reason, count) -> table.append("%6d: %s%n".formatted(count, reason)));
    return table.toString();
  }

  private static void line(StringBuilder table, String kind, Score score) {
    int knowable = score.found + score.missed.size();
    table.append(
        String.format(
            Locale.ROOT,
            "%-60s %5d of %5d found (%3d %%), %5d cannot be known offline%n",
            kind,
            score.found,
            knowable,
            knowable == 0 ? 100 : 100 * score.found / knowable,
            score.unknowable));
  }

  /// Whatever stands in the place of a value, there are findings or none, but never a failure.
  @TestFactory
  Stream<DynamicTest> anythingMayStandAnywhere() {
    List<Node> odd =
        List.of(
            Node.NumberNode.of(7, Span.FILE_START), Trees.of(List.of(Map.of())), Trees.of("zzz"));
    return RealSpecsTest.models("sigma/examples").entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey().getFileName().toString(),
                () -> {
                  for (Place place : Place.in(entry.getValue().node())) {
                    findings(place.without().get(), OtherSpecs.NONE);
                    odd.forEach(node -> findings(place.with().apply(node), OtherSpecs.NONE));
                  }
                }));
  }

  /// A finding wherever it stands.
  private record Finding(String code, String message) {}

  private static List<Finding> findings(ObjectNode document, OtherSpecs others) {
    ParsedSpec spec = new ParsedSpec(new RepositoryPath("spec.json"), DataModel.of(document));
    return Checks.run(CheckInput.existing(spec).with(others)).stream()
        .map((Diagnostic found) -> new Finding(found.code(), found.message()))
        .toList();
  }
}
