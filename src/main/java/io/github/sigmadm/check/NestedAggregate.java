package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.formula.Expression;
import io.github.sigmadm.formula.Expression.Call;
import io.github.sigmadm.formula.FormulaFunction.Trait;
import io.github.sigmadm.formula.FunctionCatalogue;
import org.jspecify.annotations.Nullable;

/// No aggregate stands inside another one. What wraps an aggregate (`PercentOfTotal`, `Rollup`, …)
/// or reaches into another table (`Lookup`) begins anew.
final class NestedAggregate implements Rule {

  @Override
  public String code() {
    return "nested-aggregate";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (FormulaSite site : subject.formulas()) {
      if (site.calls().size() > 1) {
        visit(site, site.formula().root(), null, findings);
      }
    }
  }

  private void visit(FormulaSite site, Expression part, @Nullable Call outer, Findings findings) {
    Call around = outer;
    if (part instanceof Call call) {
      if (FunctionCatalogue.is(call.name(), Trait.AGGREGATE)) {
        if (outer != null) {
          findings.add(
              this,
              site.spanOf(call.start(), call.nameEnd()),
              "The aggregate " + call.name() + " stands inside the aggregate " + outer.name() + ".",
              "Compute the inner one in a column of its own, with a grouping, and aggregate that"
                  + " column.");
        }
        around = call;
      } else if (FunctionCatalogue.is(call.name(), Trait.WRAPS_AGGREGATE) || call.isTo("Lookup")) {
        around = null;
      }
    }
    for (Expression child : part.children()) {
      visit(site, child, around, findings);
    }
  }
}
