package io.github.sigmadm.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A part of a formula. `start` (inclusive) and `end` (exclusive) are indexes (UTF-16) into the
/// formula's text.
///
/// Trees are never deeper than a few hundred levels per nesting of the text, which is limited, so
/// walking them by recursion is safe.
public sealed interface Expression {

  int start();

  int end();

  /// The parts directly inside this one, in text order.
  default List<Expression> children() {
    return switch (this) {
      case Reference ignored -> List.of();
      case TextLiteral ignored -> List.of();
      case NumberLiteral ignored -> List.of();
      case Constant ignored -> List.of();
      case Variable ignored -> List.of();
      case Missing ignored -> List.of();
      case JsonPath path -> List.of(path.base());
      case Call call -> call.arguments();
      case Unary unary -> List.of(unary.operand());
      case Operation operation -> {
        List<Expression> operands = new ArrayList<>(operation.steps().size() + 1);
        operands.add(operation.first());
        operation.steps().forEach(step -> operands.add(step.operand()));
        yield operands;
      }
    };
  }

  /// `[Column]`, `[Element/Column]`, `[Element/Relationship/Column]`: what stands in brackets,
  /// split at the slashes that are not escaped.
  ///
  /// @param parts at least one
  record Reference(List<Part> parts, int start, int end) implements Expression {

    public Reference {
      parts = List.copyOf(parts);
    }

    /// The last part: the column, metric or control that is meant.
    public Part name() {
      return parts.getLast();
    }

    /// What stands before the last part; empty for a bare reference.
    public List<Part> prefix() {
      return parts.subList(0, parts.size() - 1);
    }

    /// The first part, where there is more than one.
    public Optional<Part> source() {
      return parts.size() > 1 ? Optional.of(parts.getFirst()) : Optional.empty();
    }

    public boolean isBare() {
      return parts.size() == 1;
    }
  }

  /// One part of a reference, without its escapes.
  record Part(String text, int start, int end) {}

  /// A walk into JSON: `[Json].a.b[0]`.
  ///
  /// @param steps the keys and indexes as written, without dots, brackets and quotes
  record JsonPath(Expression base, List<String> steps, int start, int end) implements Expression {
    public JsonPath {
      steps = List.copyOf(steps);
    }
  }

  /// A text in quotes. `value` has its escaped quotes resolved; other backslashes stand as written.
  record TextLiteral(String value, int start, int end) implements Expression {}

  /// A number, as written.
  record NumberLiteral(String literal, int start, int end) implements Expression {}

  /// `True`, `False` or `Null`.
  record Constant(Value value, int start, int end) implements Expression {
    /// The constants of the language.
    public enum Value {
      TRUE,
      FALSE,
      NULL
    }
  }

  /// A function call. The name stands at `start`.
  record Call(String name, List<Expression> arguments, int start, int end) implements Expression {

    public Call {
      arguments = List.copyOf(arguments);
    }

    /// Index after the last character of the function's name.
    public int nameEnd() {
      return start + name.length();
    }

    public boolean isTo(String function) {
      return name.equalsIgnoreCase(function);
    }
  }

  /// `-x`, `+x` or `not x`.
  record Unary(String operator, Expression operand, int start, int end) implements Expression {}

  /// Operands joined by operators of one precedence, left to right: `a + b - c` is one operation
  /// with two steps.
  record Operation(Expression first, List<Step> steps) implements Expression {

    public Operation {
      steps = List.copyOf(steps);
    }

    @Override
    public int start() {
      return first.start();
    }

    @Override
    public int end() {
      return steps.getLast().operand().end();
    }
  }

  /// An operator and what stands to its right. Words are in lower case: `and`, `or`.
  record Step(String operator, Expression operand) {}

  /// `${NAME}` outside of brackets and quotes: anything, once it is resolved.
  record Variable(String name, int start, int end) implements Expression {}

  /// Where something should stand and does not; a problem tells why.
  record Missing(int start, int end) implements Expression {}
}
