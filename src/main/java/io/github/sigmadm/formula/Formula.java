package io.github.sigmadm.formula;

import io.github.sigmadm.formula.Expression.Call;
import io.github.sigmadm.formula.Expression.Reference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A formula, read.
///
/// @param text the formula as written
/// @param root what it says; parts that could not be read are [Expression.Missing]
/// @param problems what is wrong with its text, in text order
public record Formula(String text, Expression root, List<FormulaProblem> problems) {

  public Formula {
    problems = List.copyOf(problems);
  }

  /// Reads a formula. Takes any text, in linear time and with a bounded stack, and never throws.
  public static Formula parse(String text) {
    return FormulaParser.parse(text);
  }

  /// Whether the text could be read as a whole.
  public boolean isReadable() {
    return problems.stream().noneMatch(problem -> problem.kind() == FormulaProblem.Kind.SYNTAX);
  }

  /// The reference, when the formula is nothing else: a column that passes another one through.
  public Optional<Reference> pureReference() {
    return root instanceof Reference reference
            && problems.isEmpty()
            && reference.end() - reference.start() == text.strip().length()
        ? Optional.of(reference)
        : Optional.empty();
  }

  /// All parts of the formula, each before the parts inside it.
  public List<Expression> parts() {
    List<Expression> found = new ArrayList<>();
    Deque<Expression> waiting = new ArrayDeque<>();
    waiting.push(root);
    while (!waiting.isEmpty()) {
      Expression part = waiting.pop();
      found.add(part);
      part.children().reversed().forEach(waiting::push);
    }
    return found;
  }

  /// All references, in text order.
  public List<Reference> references() {
    return parts().stream().filter(Reference.class::isInstance).map(Reference.class::cast).toList();
  }

  /// All function calls, each before the calls inside it.
  public List<Call> calls() {
    return parts().stream().filter(Call.class::isInstance).map(Call.class::cast).toList();
  }
}
