package io.github.sigmadm.check;

import io.github.sigmadm.check.shape.ShapeProblem;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.Severity;
import io.github.sigmadm.formula.FormulaProblem;
import java.util.List;

/// All rules, and the one way to apply them.
public final class Checks {

  /// In the order of the documentation: looks first, then what points where, then formulas.
  private static final List<Rule> RULES =
      List.of(
          new SchemaVersion(),
          new ShapeRule("missing-field", Severity.ERROR, ShapeProblem.Kind.MISSING_FIELD),
          new ShapeRule("wrong-type", Severity.ERROR, ShapeProblem.Kind.WRONG_TYPE),
          new ShapeRule("invalid-value", Severity.ERROR, ShapeProblem.Kind.INVALID_VALUE),
          new ShapeRule("unknown-field", Severity.WARNING, ShapeProblem.Kind.UNKNOWN_FIELD),
          new ShapeRule("unknown-kind", Severity.WARNING, ShapeProblem.Kind.UNKNOWN_KIND),
          new CreateMetadata(),
          new MisplacedPart(),
          new Placeholder(),
          new DuplicateId(),
          new ControlIds(),
          new UnknownReference(),
          new UnknownModel(),
          new ModelCycle(),
          new DuplicateModel.Id("duplicate-model-id"),
          new DuplicateModel.Name("duplicate-model-name"),
          new FolderAsColumn(),
          new SourceCycle(),
          new RepeatedGroupingColumn(),
          new TwoFolders(),
          new FolderCycle(),
          new RelationshipToItself(),
          new NotComposable(),
          new JoinTree(),
          new MixedConnections(),
          new UnionMatches(),
          new UngroupedSource(),
          new SourceAfterUser(),
          new CsvSource(),
          new MixedValues(),
          new SelectionMode(),
          new DateRange(),
          new ControlParameter(),
          new SqlControl(),
          new SqlElement(),
          new DuplicateElementName(),
          new DuplicateName(),
          new UnnamedMetric(),
          new SlashInName(),
          new FormulaSyntax("formula-syntax", FormulaProblem.Kind.SYNTAX),
          new FormulaSyntax("operator-form", FormulaProblem.Kind.OPERATOR_FORM),
          new Functions.Unknown("unknown-function"),
          new Functions.Misnamed("invalid-function"),
          new Functions.Arguments("argument-count"),
          new FoundRule("unknown-prefix", Severity.ERROR, FoundReference.What.PREFIX),
          new FoundRule("unknown-source-column", Severity.ERROR, FoundReference.What.COLUMN),
          new FoundRule("unknown-name", Severity.ERROR, FoundReference.What.NAME),
          new FoundRule(
              "cross-element-reference", Severity.WARNING, FoundReference.What.OTHER_TABLE),
          new CircularFormula(),
          new NestedAggregate(),
          new MetricAggregate());

  private Checks() {}

  /// Applies every rule to a spec.
  public static Verdict check(CheckInput input) {
    Subject subject = new Subject(input);
    Findings findings = new Findings(input.spec().file());
    RULES.forEach(rule -> rule.check(subject, findings));
    return new Verdict(input.spec(), Baseline.mark(findings.inReadingOrder(), input.base()));
  }

  /// What the rules find in a spec, in reading order.
  public static List<Diagnostic> run(CheckInput input) {
    return check(input).diagnostics();
  }

  /// The rules, in the order of their documentation.
  static List<Rule> rules() {
    return RULES;
  }
}
