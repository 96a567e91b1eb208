package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.formula.Expression;
import io.github.sigmadm.formula.Expression.Call;
import io.github.sigmadm.formula.FormulaFunction.Trait;
import io.github.sigmadm.formula.FunctionCatalogue;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/// A metric aggregates: it calls an aggregate function, or refers to a metric that does. Calls of
/// functions that are not known are taken for aggregates.
final class MetricAggregate implements Rule {

  @Override
  public String code() {
    return "metric-without-aggregate";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    // what refers to another metric, or to something that cannot be known, may aggregate there
    Set<FormulaSite> open = Collections.newSetFromMap(new IdentityHashMap<>());
    for (FoundReference found : subject.references()) {
      if (!(found.target() instanceof FoundReference.Columns)) {
        open.add(found.site());
      }
    }
    for (FormulaSite site : subject.formulas()) {
      if (site.owner() instanceof FormulaSite.OfMetric
          && site.formula().isReadable()
          && !open.contains(site)
          && site.formula().parts().stream().noneMatch(MetricAggregate::mayAggregate)) {
        findings.add(
            this,
            site.node().span(),
            site.label() + " aggregates nothing.",
            "Put an aggregate such as Sum(…) or Count(…) around it, or make it a column.");
      }
    }
  }

  private static boolean mayAggregate(Expression part) {
    return switch (part) {
      case Call call ->
          FunctionCatalogue.find(call.name()).isEmpty()
              || FunctionCatalogue.is(call.name(), Trait.AGGREGATE)
              || FunctionCatalogue.is(call.name(), Trait.WRAPS_AGGREGATE)
              || FunctionCatalogue.is(call.name(), Trait.WINDOW);
      case Expression.Variable ignored -> true;
      case Expression.Reference ignored -> false;
      case Expression.JsonPath ignored -> false;
      case Expression.TextLiteral ignored -> false;
      case Expression.NumberLiteral ignored -> false;
      case Expression.Constant ignored -> false;
      case Expression.Unary ignored -> false;
      case Expression.Operation ignored -> false;
      case Expression.Missing ignored -> false;
    };
  }
}
