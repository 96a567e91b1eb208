package io.github.sigmadm.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.formula.Formula;
import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.Column;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.IdSites;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Sound specs with one thing broken: the rule that is for it tells.
final class MutationTest {

  private static final RepositoryPath FILE = new RepositoryPath("spec.json");

  @TestFactory
  Stream<DynamicTest> anIdThatIsPointedAtCannotBeRenamedAlone() {
    return each(model -> {
      List<IdSite> sites = IdSites.in(model.node());
      Map<ScopedId, Long> uses = new HashMap<>();
      for (IdSite site : sites) {
        if (site instanceof IdSite.Reference reference && reference.certain()) {
          uses.merge(reference.id(), 1L, Long::sum);
        }
      }
      for (IdSite site : sites) {
        if (site instanceof IdSite.Definition definition) {
          long expected = uses.getOrDefault(definition.id(), 0L);
          assertThat(codes(renamed(model, site, "no-such-id"), "unknown-reference"))
              .as("rename %s", definition.id())
              .hasSize((int) expected);
        }
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> aReferenceCannotPointAtNothing() {
    return each(model -> {
      for (IdSite site : IdSites.in(model.node())) {
        if (site instanceof IdSite.Reference reference && reference.certain()) {
          List<Diagnostic> found = codes(renamed(model, site, "no-such-id"), "unknown-reference");
          assertThat(found)
              .as("point %s at nothing", reference.id())
              .extracting(Diagnostic::span)
              .contains(site.node().span());
        }
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> anIdCannotBeTakenTwice() {
    return each(model -> {
      Map<String, IdSite.Definition> firsts = new HashMap<>();
      for (IdSite site : IdSites.in(model.node())) {
        if (site instanceof IdSite.Definition definition) {
          String scope = definition.id().kind() + " " + definition.id().element();
          IdSite.Definition first = firsts.putIfAbsent(scope, definition);
          if (first != null) {
            assertThat(codes(renamed(model, site, first.id().id()), "duplicate-id"))
                .as("%s twice", first.id())
                .isNotEmpty();
          }
        }
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> aNameThatFormulasUseCannotBeChangedAlone() {
    return each(model -> {
      for (TableElement table : model.tables().toList()) {
        for (Column column : table.columns()) {
          String name = column.name().map(TextNode::value).orElse("");
          if (!name.isEmpty() && isUsed(table, column, name)) {
            ObjectNode broken =
                (ObjectNode)
                    replaced(
                        model.node(),
                        column.node(),
                        column.node().with("name", TextNode.of("Zzz", column.node().span())));
            assertThat(codes(broken, "unknown-name")).as("rename column %s", name).isNotEmpty();
          }
        }
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> nothingThatIsRequiredCanBeLeftOut() {
    return each(model -> {
      for (TableElement table : model.tables().toList()) {
        for (String field : List.of("id", "kind", "source", "columns")) {
          ObjectNode broken =
              (ObjectNode) replaced(model.node(), table.node(), table.node().without(field));
          assertThat(codes(broken, "missing-field")).as("without %s", field).isNotEmpty();
        }
      }
    });
  }

  /// Whatever stands in the place of a value, there are findings or none, but never a failure.
  @TestFactory
  Stream<DynamicTest> anythingMayStandAnywhere() {
    List<Node> odd =
        List.of(
            Node.NumberNode.of(7, Span.FILE_START),
            new ArrayNode(List.of(new ObjectNode(List.of(), Span.FILE_START)), Span.FILE_START));
    return each(model -> {
      AtomicInteger count = new AtomicInteger();
      everyReplacement(
          model.node(),
          odd,
          broken -> {
            if (broken instanceof ObjectNode document) {
              Checks.run(CheckInput.created(new ParsedSpec(FILE, DataModel.of(document))));
              count.incrementAndGet();
            }
          });
      assertThat(count).hasValueGreaterThan(50);
    });
  }

  private static void everyReplacement(Node node, List<Node> odd, Consumer<Node> use) {
    odd.forEach(use);
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.items().size(); i++) {
        int place = i;
        everyReplacement(
            array.items().get(i),
            odd,
            changed -> {
              List<Node> items = new ArrayList<>(array.items());
              items.set(place, changed);
              use.accept(new ArrayNode(items, array.span()));
            });
      }
    } else if (node instanceof ObjectNode object) {
      for (Node.Field field : object.fields()) {
        use.accept(object.without(field.name()));
        everyReplacement(
            field.value(), odd, changed -> use.accept(object.with(field.name(), changed)));
      }
    }
  }

  private static boolean isUsed(TableElement table, Column column, String name) {
    boolean unique =
        table.columns().stream()
                .filter(other -> other.name().filter(it -> it.value().equals(name)).isPresent())
                .count()
            == 1;
    return unique
        && Stream.concat(
                table.columns().stream()
                    .filter(other -> !other.id().equals(column.id()))
                    .flatMap(other -> other.formula().stream()),
                table.metrics().stream().flatMap(metric -> metric.formula().stream()))
            .flatMap(formula -> Formula.parse(formula.value()).references().stream())
            .anyMatch(reference -> reference.isBare() && Names.same(reference.name().text(), name));
  }

  private static Stream<DynamicTest> each(Consumer<DataModel> check) {
    return RealSpecsTest.models("sigma/examples").entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey().getFileName().toString(), () -> check.accept(entry.getValue())));
  }

  private static ObjectNode renamed(DataModel model, IdSite at, String id) {
    return IdSites.rewrite(
        model.node(),
        site -> site.node().span().equals(at.node().span()) ? id : site.node().value());
  }

  private static List<Diagnostic> codes(ObjectNode document, String code) {
    return Checks.run(CheckInput.existing(new ParsedSpec(FILE, DataModel.of(document)))).stream()
        .filter(found -> found.code().equals(code))
        .toList();
  }

  private static Node replaced(Node in, ObjectNode part, ObjectNode replacement) {
    if (in.span().equals(part.span()) && in instanceof ObjectNode) {
      return replacement;
    }
    if (in instanceof ArrayNode array) {
      return array.map(item -> replaced(item, part, replacement));
    }
    if (in instanceof ObjectNode object) {
      ObjectNode result = object;
      for (Node.Field field : object.fields()) {
        Node changed = replaced(field.value(), part, replacement);
        if (!changed.equals(field.value())) {
          result = result.with(field.name(), changed);
        }
      }
      return result;
    }
    return in;
  }
}
