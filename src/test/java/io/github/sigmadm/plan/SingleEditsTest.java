package io.github.sigmadm.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.github.sigmadm.match.LiveIds;
import io.github.sigmadm.match.Matcher;
import io.github.sigmadm.spec.Column;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.Page;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.testing.Edit;
import io.github.sigmadm.testing.RandomModels;
import io.github.sigmadm.testing.Renumbering;
import io.github.sigmadm.testing.SigmaSpelling;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One random edit of a random model comes to exactly the expected change, although Sigma has given
/// every id anew and spells the model its own way.
final class SingleEditsTest {

  /// The edits, each for a random thing of a model. An edit that the model offers no place for is
  /// empty.
  enum Kind {
    RENAME_COLUMN("column.renamed breaking") {
      @Override
      List<String> edits(Target on) {
        return List.of("set " + on.column() + "/name Entirely New");
      }
    },
    ADD_COLUMN("column.added safe") {
      @Override
      List<String> edits(Target on) {
        return List.of(
            "insert " + on.table() + "/columns/end {id: brand-new, formula: '1 + 1', name: Two}");
      }
    },
    CHANGE_FORMULA("column.changed notice") {
      @Override
      List<String> edits(Target on) {
        return on.pick(column -> isOrdinary(column) && column.name().isPresent())
            .map(id -> List.of("set " + on.table() + "/columns/@" + id + "/formula '42'"))
            .orElse(List.of());
      }
    },
    HIDE_COLUMN("column.changed breaking") {
      @Override
      List<String> edits(Target on) {
        return on.pick(column -> !column.hidden())
            .map(id -> List.of("set " + on.table() + "/columns/@" + id + "/hidden true"))
            .orElse(List.of());
      }
    },
    SHOW_COLUMN("column.changed safe") {
      @Override
      List<String> edits(Target on) {
        return on.pick(Column::hidden)
            .map(id -> List.of("set " + on.table() + "/columns/@" + id + "/hidden false"))
            .orElse(List.of());
      }
    },
    FORMAT_COLUMN("column.changed safe") {
      @Override
      List<String> edits(Target on) {
        return List.of("set " + on.column() + "/format {kind: number, formatString: '.9f'}");
      }
    },
    DESCRIBE_COLUMN("column.changed safe") {
      @Override
      List<String> edits(Target on) {
        return List.of("set " + on.column() + "/description In other words.");
      }
    },
    UNKNOWN_FIELD("field.added notice") {
      @Override
      List<String> edits(Target on) {
        return List.of("set " + on.column() + "/sparkle true");
      }
    },
    RENAME_TABLE("element.renamed breaking") {
      @Override
      List<String> edits(Target on) {
        return List.of("set " + on.table() + "/name Entirely New");
      }
    },
    DESCRIBE_TABLE("element.changed safe") {
      @Override
      List<String> edits(Target on) {
        return List.of("set " + on.table() + "/description In other words.");
      }
    },
    ADD_METRIC("metric.added safe") {
      @Override
      List<String> edits(Target on) {
        String metric = "{id: brand-new, formula: 'Count()', name: Rows}";
        return List.of(
            on.element().metrics().isEmpty()
                ? "set " + on.table() + "/metrics [" + metric + "]"
                : "insert " + on.table() + "/metrics/end " + metric);
      }
    },
    REMOVE_METRIC("metric.removed breaking") {
      @Override
      List<String> edits(Target on) {
        return on.element().metrics().isEmpty()
            ? List.of()
            : List.of("remove " + on.table() + "/metrics/0");
      }
    },
    CHANGE_QUERY("source.changed notice") {
      @Override
      List<String> edits(Target on) {
        return on.element()
                .node()
                .object("source")
                .flatMap(source -> source.text("statement"))
                .isPresent()
            ? List.of("set " + on.table() + "/source/statement select 1")
            : List.of();
      }
    },
    REMOVE_RELATIONSHIP("relationship.removed breaking") {
      @Override
      List<String> edits(Target on) {
        return on.element().relationships().isEmpty()
            ? List.of()
            : List.of("remove " + on.table() + "/relationships/0");
      }
    },
    CHANGE_FILTER("filter.changed notice") {
      @Override
      List<String> edits(Target on) {
        return on.element().filters().isEmpty()
            ? List.of()
            : List.of("set " + on.table() + "/filters/@f0/min 1000");
      }
    },
    DISABLE_ROW_FILTER("security.changed security") {
      @Override
      List<String> edits(Target on) {
        return on.element().filters().isEmpty()
            ? List.of()
            : List.of("set " + on.table() + "/filters/@f1/state disabled");
      }
    },
    REMOVE_RULE("security.removed security") {
      @Override
      List<String> edits(Target on) {
        return on.element().columnSecurities().isEmpty()
            ? List.of()
            : List.of("remove " + on.table() + "/columnSecurities");
      }
    },
    UNRESTRICT_COLUMN("security.changed security") {
      @Override
      List<String> edits(Target on) {
        return on.element().columnSecurities().isEmpty()
            ? List.of()
            : List.of("remove " + on.table() + "/columnSecurities/0/restrictedColumns/1");
      }
    },
    SORT("sort.changed safe") {
      @Override
      List<String> edits(Target on) {
        return List.of("set " + on.table() + "/sort [{columnId: c0, direction: descending}]");
      }
    },
    REMOVE_FOLDER("folder.removed safe") {
      @Override
      List<String> edits(Target on) {
        return on.element().folders().isEmpty()
            ? List.of()
            : List.of("remove " + on.table() + "/folders", "remove " + on.table() + "/order/@d0");
      }
    },
    REMOVE_GROUPING("grouping.removed breaking") {
      @Override
      List<String> edits(Target on) {
        return on.element().groupings().isEmpty() || isSource(on)
            ? List.of()
            : List.of("remove " + on.table() + "/groupings");
      }
    },
    RENAME_PAGE("page.renamed safe") {
      @Override
      List<String> edits(Target on) {
        return List.of("set pages/0/name Entirely New");
      }
    },
    MOVE_TABLE("element.moved safe") {
      @Override
      List<String> edits(Target on) {
        List<Page> pages = on.model().pages();
        Page other = pages.get(on.random().nextInt(pages.size()));
        if (other.elements().contains(on.element())) {
          return List.of();
        }
        return List.of(
            "remove " + on.table(),
            "insert pages/@"
                + other.id().value()
                + "/elements/end "
                + TreeWriter.compact(on.element().node()));
      }
    },
    REORDER_TABLES("order.changed safe") {
      @Override
      List<String> edits(Target on) {
        return on.model().pages().getFirst().elements().size() < 2
            ? List.of()
            : List.of("move pages/0/elements/0 1");
      }
    };

    /// Whether another table is built on it, and perhaps on its grouping.
    static boolean isSource(Target on) {
      return TreeWriter.compact(on.model().node())
          .contains("\"elementId\":\"" + on.element().id().value() + "\"");
    }

    private final String expected;

    Kind(String expected) {
      this.expected = expected;
    }

    abstract List<String> edits(Target on);

    /// Whether no row filter reads it and no rule restricts it.
    static boolean isOrdinary(Column column) {
      return !List.of("c0", "c1").contains(column.id().value())
          && !column.name().map(name -> name.value()).equals(Optional.of("Allowed"));
    }
  }

  /// A random table of a model.
  record Target(DataModel model, TableElement element, Random random) {

    String table() {
      return "@" + element.id().value();
    }

    String column() {
      return table() + "/columns/" + random.nextInt(element.columns().size());
    }

    Optional<String> pick(java.util.function.Predicate<Column> wanted) {
      List<String> ids =
          element.columns().stream().filter(wanted).map(column -> column.id().value()).toList();
      return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEditComesToExactlyItsChange(Kind kind) {
    qt().withExamples(40)
        .forAll(longs().between(0, Integer.MAX_VALUE))
        .checkAssert(seed -> check(kind, seed));
  }

  private static void check(Kind kind, long seed) {
    Random random = new Random(seed);
    DataModel model = RandomModels.model(seed);
    List<TableElement> tables = model.tables().toList();
    List<String> edits =
        kind.edits(new Target(model, tables.get(random.nextInt(tables.size())), random));
    ObjectNode edited = model.node();
    for (String edit : edits) {
      edited = Edit.of(edit).applyTo(edited);
    }
    Renumbering renumbered = Renumbering.fresh(model, seed);
    DataModel live = SigmaSpelling.of(renumbered.model(), seed);
    DataModel wanted = DataModel.of(edited);
    DataModel sent =
        LiveIds.rewrite(wanted, Matcher.match(wanted, live, renumbered.ids())).content();
    List<String> found = new ArrayList<>();
    for (Change change : Comparison.compare(Side.of(live), Side.of(sent))) {
      found.add(change.kind() + " " + change.severity().word());
    }
    assertThat(found).isEqualTo(edits.isEmpty() ? List.of() : List.of(kind.expected));
    // and once it is written, there is nothing left to do
    assertThat(Comparison.compare(Side.of(sent), Side.of(sent))).isEmpty();
  }
}
