package io.github.sigmadm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.render.ModelMap.Edge;
import io.github.sigmadm.render.ModelMap.Link;
import io.github.sigmadm.render.ModelMap.Node;
import io.github.sigmadm.render.ModelMap.Shape;
import io.github.sigmadm.render.ModelMap.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A map shows what a model consists of, and what a plan does to it.
final class ModelMapTest {

  @Test
  void againstTheLiveModelNewAndGoneAreToldByIds() {
    ModelMap map = ModelMap.of(Samples.orders(Optional.of(Samples.live()))).orElseThrow();
    assertThat(map.nodes())
        .containsExactly(
            new Node("Orders", Shape.TABLE, Status.CHANGED),
            new Node("Customers", Shape.TABLE, Status.KEPT),
            new Node("Calendar", Shape.TABLE, Status.KEPT),
            new Node("Monthly", Shape.TABLE, Status.CHANGED),
            new Node("region", Shape.CONTROL, Status.KEPT),
            new Node("Returns", Shape.TABLE, Status.NEW),
            new Node("ORDERS", Shape.OUTSIDE, Status.KEPT),
            new Node("STORES", Shape.OUTSIDE, Status.KEPT),
            new Node("another model", Shape.OUTSIDE, Status.KEPT),
            new Node("Legacy Orders", Shape.TABLE, Status.GONE));
    assertThat(map.edges())
        .contains(
            new Edge(0, 1, Link.RELATIONSHIP, Optional.of("Customer"), Status.KEPT),
            new Edge(6, 0, Link.SOURCE, Optional.empty(), Status.KEPT),
            new Edge(5, 0, Link.RELATIONSHIP, Optional.of("Order"), Status.NEW),
            new Edge(0, 9, Link.SOURCE, Optional.empty(), Status.GONE),
            new Edge(4, 0, Link.FILTER, Optional.empty(), Status.KEPT));
  }

  @Test
  void againstTheBaseCommitNewIsToldByTheChanges() {
    ModelMap map = ModelMap.of(Samples.orders(Optional.empty())).orElseThrow();
    assertThat(map.nodes())
        .contains(
            new Node("Orders", Shape.TABLE, Status.CHANGED),
            new Node("Returns", Shape.TABLE, Status.NEW),
            new Node("Calendar", Shape.TABLE, Status.KEPT));
    assertThat(map.edges()).allMatch(edge -> edge.status() == Status.KEPT);
  }

  @Test
  void aModelThatIsLeftAloneOrHasOneElementNeedsNoMap() {
    assertThat(ModelMap.of(Samples.quiet("orders"))).isEmpty();
    ModelPlan renamed =
        Samples.update().models().stream()
            .filter(model -> model.name().startsWith("Stores"))
            .findFirst()
            .orElseThrow();
    assertThat(ModelMap.of(renamed)).isEmpty();
  }

  @Test
  void ofAHugeModelWhatChangesIsShownWithItsNeighbours() {
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      nodes.add(new Node("n" + i, Shape.TABLE, i == 50 ? Status.CHANGED : Status.KEPT));
      if (i > 0) {
        edges.add(new Edge(i - 1, i, Link.SOURCE, Optional.empty(), Status.KEPT));
      }
    }
    ModelMap map = new ModelMap(nodes, edges, 0).bounded(10);
    assertThat(map.nodes()).extracting(Node::label).containsExactly("n49", "n50", "n51");
    assertThat(map.edges()).hasSize(2);
    assertThat(map.left()).isEqualTo(97);
    assertThat(map.legend()).endsWith("97 other elements not shown");
  }

  @Test
  void aMapNeverExceedsItsBound() {
    forAnyMap(map -> {
      ModelMap bounded = map.bounded(5);
      assertThat(bounded.nodes()).hasSizeLessThanOrEqualTo(5);
      assertThat(bounded.nodes().size() + bounded.left()).isEqualTo(map.nodes().size());
    });
  }

  @Test
  void mermaidGetsOneStatementALine() {
    forAnyMap(map ->
        assertThat(MermaidMap.of(map).lines().skip(1))
            .allMatch(line ->
                line.matches(
                    "  (?:n\\d+(?:\\[|\\[\\(|\\{\\{)\"(?:[\\p{L}\\p{N} ]|#\\d+;)+\"(?:\\]|\\)\\]|\\}\\})(?::::(?:new|changed|gone))?"
                        + "|n\\d+ -\\.?->(?:\\|\"(?:[\\p{L}\\p{N} ]|#\\d+;)+\"\\|)? n\\d+"
                        + "|classDef [a-z]+ [a-z0-9#:, -]+|linkStyle [0-9,]+ [a-z0-9#:, -]+)")));
  }

  @Test
  void everyNodeHasOnePlaceAndRowsFlowToTheRightWhereTheyDoNotRunInCircles() {
    forAnyMap(map -> {
      MapLayout layout = MapLayout.of(map);
      assertThat(layout.columns().stream().flatMap(List::stream))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, map.nodes().size()).boxed().toList());
      boolean onwards = map.edges().stream().allMatch(edge -> edge.from() < edge.to());
      if (onwards) {
        assertThat(map.edges())
            .allMatch(edge -> column(layout, edge.from()) < column(layout, edge.to()));
      }
    });
  }

  private static int column(MapLayout layout, int node) {
    return IntStream.range(0, layout.columns().size())
        .filter(column -> layout.columns().get(column).contains(node))
        .findFirst()
        .orElseThrow();
  }

  private static void forAnyMap(java.util.function.Consumer<ModelMap> check) {
    qt().withExamples(500)
        .forAll(longs().all())
        .checkAssert(seed -> check.accept(anyMap(new Random(seed))));
  }

  /// Half of them without circles.
  private static ModelMap anyMap(Random random) {
    int size = 1 + random.nextInt(15);
    boolean circles = random.nextBoolean();
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      nodes.add(
          new Node(
              Nasty.text(random, 4), any(random, Shape.values()), any(random, Status.values())));
    }
    for (int i = 0; size > 1 && i < random.nextInt(25); i++) {
      int from = random.nextInt(size - 1);
      int to = circles ? random.nextInt(size) : from + 1 + random.nextInt(size - 1 - from);
      edges.add(
          new Edge(
              from,
              to,
              any(random, Link.values()),
              random.nextBoolean() ? Optional.of(Nasty.text(random, 3)) : Optional.empty(),
              any(random, Status.values())));
    }
    return new ModelMap(nodes, edges, 0);
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
