package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.formula.Expression.Call;
import io.github.sigmadm.formula.FormulaFunction;
import io.github.sigmadm.formula.FormulaFunction.ArgumentCount;
import io.github.sigmadm.formula.FunctionCatalogue;
import io.github.sigmadm.formula.FunctionCatalogue.Misnomer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The rules about the functions that formulas call.
final class Functions {

  private static final List<String> NAMES =
      FunctionCatalogue.all().stream().map(FormulaFunction::name).toList();

  private Functions() {}

  /// A function exists: its name is in Sigma's index, which is open, so that a new one may be
  /// missing here.
  record Unknown(String code) implements Rule {

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public void check(Subject subject, Findings findings) {
      for (FormulaSite site : subject.formulas()) {
        for (Call call : site.calls()) {
          if (isOperator(call)
              || FunctionCatalogue.find(call.name()).isPresent()
              || FunctionCatalogue.misnomer(call.name()).isPresent()) {
            continue;
          }
          findings.add(
              this,
              site.spanOf(call.start(), call.nameEnd()),
              "The function \"" + call.name() + "\" is not in Sigma's function index.",
              findings.didYouMean(call.name(), NAMES)
                  + "Sigma's help lists the functions; if Sigma has added this one since, ignore"
                  + " this.");
        }
      }
    }
  }

  /// A function is not one that other tools have and Sigma is known not to have.
  record Misnamed(String code) implements Rule {

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public void check(Subject subject, Findings findings) {
      for (FormulaSite site : subject.formulas()) {
        for (Call call : site.calls()) {
          Optional<Misnomer> misnomer = FunctionCatalogue.misnomer(call.name());
          if (misnomer.isEmpty()) {
            continue;
          }
          findings.add(
              this,
              misnomer.get().certain() ? severity() : Severity.WARNING,
              site.spanOf(call.start(), call.nameEnd()),
              "Sigma has no function \"" + call.name() + "\".",
              "Write " + misnomer.get().instead() + ".");
        }
      }
    }
  }

  /// A function gets as many arguments as it takes, where that is known.
  record Arguments(String code) implements Rule {

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public void check(Subject subject, Findings findings) {
      for (FormulaSite site : subject.formulas()) {
        if (!site.formula().isReadable()) {
          continue;
        }
        for (Call call : site.calls()) {
          int given = call.arguments().size();
          FormulaFunction function = FunctionCatalogue.find(call.name()).orElse(null);
          ArgumentCount count = function == null ? null : function.arguments().orElse(null);
          if (function != null && count != null && !count.accepts(given)) {
            findings.add(
                this,
                count.certain() ? severity() : Severity.WARNING,
                site.spanOf(call.start(), call.nameEnd()),
                function.name() + " takes " + count.words() + ", and is given " + given + ".",
                "See https://help.sigmacomputing.com/docs/"
                    + function.name().toLowerCase(Locale.ROOT)
                    + " for its arguments.");
          }
        }
      }
    }
  }

  private static boolean isOperator(Call call) {
    return call.isTo("And") || call.isTo("Or");
  }
}
