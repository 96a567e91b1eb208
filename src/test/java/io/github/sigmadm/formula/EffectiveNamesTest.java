package io.github.sigmadm.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EffectiveNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\u0007',
      textBlock =
          """
          [ORDERS/Order Id]                                => Order Id
          [Orders/Customer/Name]                           => Name
          [Name]                                           => Name
            [Name]                                         => Name
          [A/Net\\/Gross]                                  => Net/Gross
          Lookup([Dim Store/Store City], [K], [Dim Store/K]) => Store City (Dim Store)
          lookup([City], [K], [Dim Store/K])               => unknown
          DateTrunc("week", [Date])                        => Week of Date
          DateTrunc("week", [T/Date])                      => Week of Date
          DateTrunc([Unit], [Date])                        => unknown
          DateTrunc("week", [Date], "UTC")                 => unknown
          ([Name])                                         => unknown
          [Json].a                                         => unknown
          [A] + [B]                                        => unknown
          Sum([A])                                         => unknown
          "Web"                                            => unknown
          [broken                                          => unknown
          """)
  void aFormulaImpliesTheNameOfItsColumn(String formula, String name) {
    assertThat(ColumnNames.implied(formula).orElse("unknown")).isEqualTo(name);
  }

  @Test
  void aColumnsOwnNameCounts() {
    ColumnNames names =
        ColumnNames.of(
            table(
                "{kind: sql}",
                "columns: [{id: a, name: Mine, formula: '[X/Other]'}, {id: b, name: '', formula:"
                    + " '[X/Other]'}, {id: c, formula: '1'}]"));
    assertThat(names.columns())
        .extracting(ColumnNames.Named::name)
        .containsExactly(Optional.of("Mine"), Optional.of("Other"), Optional.empty());
    assertThat(names.areAllKnown()).isFalse();
    assertThat(names.called("MINE")).hasSize(1);
    assertThat(names.called("Nothing")).isEmpty();
  }

  @Test
  void inAJoinARepeatedNameTakesItsSidesName() {
    String columns =
        "columns: [{id: a, formula: '[F/Cust Key]'}, {id: b, formula: '[D/Cust Key]'}, {id: c,"
            + " name: cust key, formula: '[D/Other]'}]";
    assertThat(ColumnNames.of(table("{kind: join, joins: []}", columns)).columns())
        .extracting(named -> named.name().orElse("?"))
        .containsExactly("Cust Key", "Cust Key (D)", "cust key");
    assertThat(ColumnNames.of(table("{kind: sql}", columns)).columns())
        .extracting(named -> named.name().orElse("?"))
        .containsExactly("Cust Key", "Cust Key", "cust key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\u0007',
      textBlock =
          """
          {kind: warehouse-table, path: [DB, S, ORDER_LINES]}                => ORDER_LINES
          {kind: warehouse-table, path: []}                                  => unknown
          {kind: sql, statement: SELECT 1}                                   => Custom SQL
          {kind: union, sources: [{kind: sql}, {kind: sql}]}                 => Union of 2 Sources
          {kind: table, elementId: named}                                    => Named
          {kind: table, elementId: plain}                                    => PLAIN
          {kind: table, elementId: missing}                                  => unknown
          {kind: table, elementId: t}                                        => unknown
          {kind: table, elementId: circle}                                   => unknown
          {kind: join, primarySource: {kind: table, elementId: named}, joins: []}  => Named
          {kind: join, joins: [{left: {kind: table, elementId: plain}, right: {kind: table, elementId: named}}]} => PLAIN
          {kind: join, joins: [{left: {kind: warehouse-table, path: [B]}, right: {kind: warehouse-table, path: [C]}}, {left: {kind: warehouse-table, path: [A]}, right: {kind: warehouse-table, path: [B]}}]} => A
          {kind: join, joins: [{left: {kind: warehouse-table, path: [A]}, right: {kind: warehouse-table, path: [B]}}, {left: {kind: warehouse-table, path: [A]}, right: {kind: warehouse-table, path: [C]}}]} => A
          {kind: join, joins: [{left: {kind: warehouse-table, path: [A]}, right: {kind: warehouse-table, path: [B]}}, {left: {kind: warehouse-table, path: [C]}, right: {kind: warehouse-table, path: [D]}}]} => unknown
          {kind: data-model, dataModelId: m, elementId: known}               => Known There
          {kind: data-model, dataModelId: m, elementId: other}               => F
          {kind: csv-table, inodeId: x}                                      => F
          {kind: transpose, source: {kind: sql}}                             => unknown
          """)
  void anElementWithoutANameHasOneOfItsSource(String source, String name) {
    DataModel model =
        model(
            "  - {id: t, kind: table, source: "
                + source
                + ", columns: [{id: a, formula: '[F/A]'}, {id: b, formula: '1'}]}\n"
                + "  - {id: named, kind: table, name: Named, source: {kind: sql}, columns: []}\n"
                + "  - {id: plain, kind: table, source: {kind: warehouse-table, path: [PLAIN]},"
                + " columns: []}\n"
                + "  - {id: circle, kind: table, source: {kind: table, elementId: t}, columns:"
                + " []}\n");
    EffectiveNames names =
        EffectiveNames.of(
            model,
            (dataModel, element) ->
                dataModel.equals("m") && element.equals("known")
                    ? Optional.of("Known There")
                    : Optional.empty());
    assertThat(names.of(model.table("t").orElseThrow()).orElse("unknown")).isEqualTo(name);
    assertThat(names.ofElement("t").orElse("unknown")).isEqualTo(name);
  }

  @Test
  void prefixesThatDisagreeNameNothing() {
    DataModel model =
        model(
            "  - {id: t, kind: table, source: {kind: data-model}, columns: [{id: a, formula:"
                + " '[F/A]'}, {id: b, formula: '[G/B]'}]}\n");
    assertThat(EffectiveNames.of(model).ofElement("t")).isEmpty();
  }

  @Test
  void sourcesHaveNamesOfTheirOwn() {
    DataModel model =
        model(
            "  - {id: t, kind: table, name: Orders, source: {kind: warehouse-table, path: [ORD]},"
                + " columns: []}\n"
                + "  - {id: u, kind: table, source: {kind: table, elementId: t}, columns: []}\n");
    EffectiveNames names = EffectiveNames.of(model);
    assertThat(names.of(model.table("t").orElseThrow().source().orElseThrow())).contains("ORD");
    assertThat(names.of(model.table("u").orElseThrow().source().orElseThrow())).contains("Orders");
    assertThat(names.of(model.table("u").orElseThrow())).contains("Orders");
  }

  @Test
  void aLongChainOfTablesIsNamedAtOnce() {
    StringBuilder elements = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      elements
          .append("  - {id: t")
          .append(i)
          .append(", kind: table, source: {kind: table, elementId: t")
          .append(i + 1)
          .append("}, columns: []}\n");
    }
    elements.append("  - {id: t20000, kind: table, name: End, source: {kind: sql}, columns: []}\n");
    DataModel model = model(elements.toString());
    assertThat(EffectiveNames.of(model).ofElement("t0")).contains("End");
  }

  @Test
  void thePrimarySourceIsTheOneThatIsSaid() {
    Source.Join join =
        (Source.Join)
            table(
                    "{kind: join, primarySource: {kind: sql}, joins: [{left: {kind: union}, right:"
                        + " {kind: sql}}]}",
                    "columns: []")
                .source()
                .orElseThrow();
    assertThat(EffectiveNames.primary(join))
        .contains(new Source.Sql(join.primarySource().orElseThrow().node()));
  }

  private static TableElement table(String source, String rest) {
    return model("  - {id: t, kind: table, source: " + source + ", " + rest + "}\n")
        .table("t")
        .orElseThrow();
  }

  private static DataModel model(String elements) {
    String yaml = "pages:\n- id: p\n  elements:\n" + elements;
    return TreeReader.readYaml(new RepositoryPath("a.yml"), yaml.getBytes(StandardCharsets.UTF_8))
                .sound()
                .orElseThrow()
            instanceof ObjectNode document
        ? DataModel.of(document)
        : DataModel.of(new ObjectNode(List.of(), io.github.sigmadm.core.Span.FILE_START));
  }
}
