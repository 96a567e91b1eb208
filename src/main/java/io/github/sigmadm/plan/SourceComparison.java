package io.github.sigmadm.plan;

import io.github.sigmadm.formula.CanonicalFormula;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.tree.CanonicalJson;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Compares where the rows of a table come from.
final class SourceComparison {

  private final SourceWords wordsBefore;
  private final SourceWords wordsAfter;
  private final Subject subject;
  private final Findings findings;

  private SourceComparison(TablePair tables) {
    this.wordsBefore = new SourceWords(tables.before().document().labels());
    this.wordsAfter = new SourceWords(tables.after().document().labels());
    this.subject = tables.before().subject();
    this.findings = tables.findings();
  }

  static void compare(TablePair tables) {
    Optional<Named> before = tables.before().parts().object("source");
    Optional<Named> after = tables.after().parts().object("source");
    SourceComparison comparison = new SourceComparison(tables);
    if (before.isPresent() && after.isPresent()) {
      comparison.compare(before.get(), after.get());
    } else if (before.isPresent() || after.isPresent()) {
      comparison.kindChanged(
          before.map(source -> Source.of(source.node())),
          after.map(source -> Source.of(source.node())));
    }
  }

  private void kindChanged(Optional<Source> before, Optional<Source> after) {
    findings.changed(
        Thing.SOURCE,
        subject,
        "source",
        "source.kind",
        before.map(wordsBefore::describe),
        after.map(wordsAfter::describe));
  }

  private void compare(Named before, Named after) {
    Source old = Source.of(before.node());
    Source now = Source.of(after.node());
    if (!before.text("kind").equals(after.text("kind"))) {
      kindChanged(Optional.of(old), Optional.of(now));
      return;
    }
    Set<String> compared =
        switch (old) {
          case Source.WarehouseTable table -> {
            fields(before, after, List.of("connectionId"));
            if (Findings.differ(before, after, "path")) {
              changed("path", path(table), path(Source.of(after.node())));
            }
            yield Set.of("kind", "connectionId", "path");
          }
          case Source.OfElement ignored -> {
            fields(before, after, List.of("elementId", "groupingId"));
            yield Set.of("kind", "elementId", "groupingId");
          }
          case Source.OfDataModel ignored -> {
            fields(before, after, List.of("dataModelId", "elementId", "groupingId"));
            yield Set.of("kind", "dataModelId", "elementId", "groupingId");
          }
          case Source.Sql ignored -> {
            fields(before, after, List.of("connectionId", "statement"));
            yield Set.of("kind", "connectionId", "statement");
          }
          case Source.Join join -> {
            if (now instanceof Source.Join other) {
              new JoinComparison(wordsBefore, wordsAfter, subject, findings).compare(join, other);
            }
            yield Set.of("kind", "joins", "primarySource", "name");
          }
          case Source.Union union -> {
            if (now instanceof Source.Union other) {
              compare(union, other);
            }
            fields(before, after, List.of("name"));
            yield Set.of("kind", "sources", "matches", "name");
          }
          case Source.Transpose transpose -> {
            if (now instanceof Source.Transpose other && Findings.differ(before, after, "source")) {
              changed(
                  "source",
                  transpose.source().map(wordsBefore::brief),
                  other.source().map(wordsAfter::brief));
            }
            List<String> fields =
                List.of(
                    "direction",
                    "columnToTranspose",
                    "valueColumn",
                    "outputColumns",
                    "aggregate",
                    "columnsToMerge",
                    "columnLabelForMergedColumns",
                    "columnLabelForValues");
            fields(before, after, fields);
            yield with(fields, "kind", "source");
          }
          case Source.Other ignored -> {
            fields(before, after, List.of("connectionId", "path", "inodeId"));
            yield Set.of("kind", "connectionId", "path", "inodeId");
          }
        };
    findings.compareRest(subject, "source.", before, after, compared);
  }

  private void compare(Source.Union before, Source.Union after) {
    if (!sameSources(before.sources(), after.sources())) {
      changed(
          "sources",
          Optional.of(wordsBefore.list(before.sources())),
          Optional.of(wordsAfter.list(after.sources())));
    }
    if (!canonical(before).equals(canonical(after))) {
      changed(
          "matches",
          Optional.of(matches(before, wordsBefore)),
          Optional.of(matches(after, wordsAfter)));
    }
  }

  private static boolean sameSources(List<Source> before, List<Source> after) {
    return before.size() == after.size()
        && IntStream.range(0, before.size())
            .allMatch(i -> before.get(i).node().sameValue(after.get(i).node()));
  }

  /// What the columns are made of, in one spelling.
  private static List<String> canonical(Source.Union union) {
    return union.matches().stream()
        .map(match ->
            match.text("outputColumnName").orElse("")
                + " = "
                + sourceColumns(match).stream()
                    .map(column -> column.map(CanonicalFormula::of).toString())
                    .toList()
                + CanonicalJson.text(match.without("outputColumnName").without("sourceColumns")))
        .toList();
  }

  /// One line for each column of the union.
  private static String matches(Source.Union union, SourceWords words) {
    return union.matches().stream()
        .map(match -> {
          List<Optional<String>> columns = sourceColumns(match);
          return match.text("outputColumnName").orElse("?")
              + " = "
              + IntStream.range(0, columns.size())
                  .mapToObj(i ->
                      (i < union.sources().size() ? words.brief(union.sources().get(i)) + ": " : "")
                          + columns.get(i).orElse("none"))
                  .collect(Collectors.joining("; "));
        })
        .collect(Collectors.joining("\n"));
  }

  /// The columns of a match; empty where a source lacks it. Written with or without brackets.
  private static List<Optional<String>> sourceColumns(ObjectNode match) {
    return match.items("sourceColumns").stream()
        .map(item ->
            item instanceof TextNode text ? Optional.of(text.value()) : Optional.<String>empty())
        .map(text -> text.map(name -> name.startsWith("[") ? name : "[" + name + "]"))
        .toList();
  }

  private void fields(Named before, Named after, List<String> fields) {
    for (String field : fields) {
      if (Findings.differ(before, after, field)) {
        changed(field, before.show(field), after.show(field));
      }
    }
  }

  private void changed(String field, Optional<String> before, Optional<String> after) {
    findings.changed(Thing.SOURCE, subject, "source." + field, before, after);
  }

  private static Optional<String> path(Source source) {
    return source instanceof Source.WarehouseTable table
        ? Optional.of(String.join(".", table.path()))
        : Optional.empty();
  }

  private static Set<String> with(List<String> fields, String... others) {
    Set<String> all = new HashSet<>(fields);
    all.addAll(List.of(others));
    return all;
  }
}
