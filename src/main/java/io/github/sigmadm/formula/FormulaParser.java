package io.github.sigmadm.formula;

import io.github.sigmadm.formula.Expression.Call;
import io.github.sigmadm.formula.Expression.Constant;
import io.github.sigmadm.formula.Expression.JsonPath;
import io.github.sigmadm.formula.Expression.Missing;
import io.github.sigmadm.formula.Expression.NumberLiteral;
import io.github.sigmadm.formula.Expression.Operation;
import io.github.sigmadm.formula.Expression.Reference;
import io.github.sigmadm.formula.Expression.Step;
import io.github.sigmadm.formula.Expression.TextLiteral;
import io.github.sigmadm.formula.Expression.Unary;
import io.github.sigmadm.formula.Expression.Variable;
import io.github.sigmadm.formula.Token.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads the tokens of a formula as an expression, in one pass. Never throws; after the first thing
/// that it cannot read it goes on quietly, so that one mistake is told once.
///
/// Sigma's help says that operators are evaluated "in accepted order" and publishes no table. The
/// order used here, from weak to strong, is the usual one of spreadsheets and SQL: `or`, `and`,
/// `not`, comparisons, `&`, `+ -`, `* / %`, sign, `^` (from the right).
final class FormulaParser {

  /// Nesting beyond this is reported and not read. Formulas that people write stay far below; the
  /// parser's stack holds a multiple of it.
  static final int MAXIMUM_DEPTH = 400;

  private static final int NOT = 3;
  private static final int SIGN = 8;
  private static final int POWER = 9;

  private final List<Token> tokens;
  private final List<FormulaProblem> problems = new ArrayList<>();
  private boolean broken;
  private int depth;
  private int at;

  private FormulaParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Formula parse(String text) {
    FormulaLexer.Result lexed = FormulaLexer.lex(text);
    FormulaParser parser =
        new FormulaParser(
            lexed.tokens().stream().filter(token -> !token.is(Kind.COMMENT)).toList());
    parser.broken = !lexed.problems().isEmpty();
    Expression root = parser.whole();
    List<FormulaProblem> problems = new ArrayList<>(lexed.problems());
    problems.addAll(parser.problems);
    problems.sort(Comparator.comparingInt(FormulaProblem::start));
    return new Formula(text, root, problems);
  }

  private Expression whole() {
    if (next().is(Kind.END)) {
      syntax(
          next(),
          "the formula is empty",
          "write what it computes, such as [Column] or Sum([Column])");
      return new Missing(0, next().end());
    }
    Expression root = expression(0);
    Token rest = next();
    if (!rest.is(Kind.END)) {
      leftOver(rest);
    }
    return root;
  }

  private void leftOver(Token token) {
    switch (token.kind()) {
      case CLOSE ->
          syntax(
              token,
              "the parenthesis ')' has no opening '('",
              "remove it, or add the '(' that it closes");
      case COMMA ->
          syntax(token, "a comma outside of a function call", "remove it, or name the function");
      case WORD, REFERENCE, INDEX, KEY, TEXT, NUMBER, OPEN, VARIABLE ->
          syntax(
              token,
              "an operator is missing before '" + token.value() + "'",
              "join the two parts with an operator such as '+', '&', '=' or 'and'");
      case OPERATOR, COMMENT, UNKNOWN, END ->
          syntax(token, "'" + token.value() + "' cannot stand here", "remove it");
    }
  }

  private Expression expression(int minimum) {
    if (depth >= MAXIMUM_DEPTH) {
      syntax(
          next(),
          "the formula is nested more than " + MAXIMUM_DEPTH + " levels deep",
          "split it over several columns");
      at = tokens.size() - 1;
      return missing();
    }
    depth++;
    Expression left = operand();
    int level = level(next());
    while (level > 0 && level >= minimum) {
      left = operation(left, level);
      level = level(next());
    }
    depth--;
    return left;
  }

  private Expression operation(Expression first, int level) {
    List<Step> steps = new ArrayList<>();
    while (level(next()) == level) {
      Token operator = take();
      if (operator.isWord("in")) {
        return in(steps.isEmpty() ? first : new Operation(first, steps), operator);
      }
      steps.add(new Step(operator.lowerCase(), expression(level == POWER ? POWER : level + 1)));
      if (level == POWER) {
        break;
      }
    }
    return new Operation(first, steps);
  }

  /// `x in (a, b)`, which other languages have.
  private Expression in(Expression left, Token operator) {
    form(
        operator,
        "'in' is not an operator of formulas",
        "write the function instead: In(value, candidate, …)");
    List<Expression> arguments = new ArrayList<>();
    arguments.add(left);
    int end = operator.end();
    if (next().is(Kind.OPEN)) {
      Token open = take();
      arguments.addAll(arguments(open));
      end = tokens.get(at - 1).end();
    }
    return new Call("In", arguments, left.start(), end);
  }

  private Expression operand() {
    Token token = next();
    return switch (token.kind()) {
      case OPERATOR -> {
        if (!token.value().equals("-") && !token.value().equals("+")) {
          yield expected(token);
        }
        take();
        Expression operand = expression(SIGN);
        yield new Unary(token.value(), operand, token.start(), operand.end());
      }
      case WORD -> word(token);
      case REFERENCE -> path(reference(take()));
      case TEXT -> {
        take();
        yield path(new TextLiteral(token.value(), token.start(), token.end()));
      }
      case NUMBER -> {
        take();
        yield new NumberLiteral(token.value(), token.start(), token.end());
      }
      case VARIABLE -> {
        take();
        yield path(new Variable(token.value(), token.start(), token.end()));
      }
      case OPEN -> {
        take();
        Expression inner = expression(0);
        close(token);
        yield path(inner);
      }
      case UNKNOWN -> {
        take();
        yield new Missing(token.start(), token.end());
      }
      case CLOSE, COMMA, INDEX, KEY, COMMENT, END -> expected(token);
    };
  }

  private Expression word(Token token) {
    take();
    boolean called = next().is(Kind.OPEN);
    switch (token.lowerCase()) {
      case "not" -> {
        Expression operand = expression(NOT);
        return new Unary("not", operand, token.start(), operand.end());
      }
      case "true" -> {
        return new Constant(Constant.Value.TRUE, token.start(), token.end());
      }
      case "false" -> {
        return new Constant(Constant.Value.FALSE, token.start(), token.end());
      }
      case "null" -> {
        return new Constant(Constant.Value.NULL, token.start(), token.end());
      }
      case "and", "or" -> {
        if (called) {
          form(
              token,
              "'" + token.value() + "' is an operator, not a function",
              "write it between the conditions: [a] " + token.lowerCase() + " [b]");
        }
      }
      default -> {}
    }
    if (called) {
      Token open = take();
      List<Expression> arguments = arguments(open);
      return path(new Call(token.value(), arguments, token.start(), tokens.get(at - 1).end()));
    }
    syntax(
        token,
        "the word '" + token.value() + "' means nothing by itself",
        "a column is written in brackets, [" + token.value() + "], and a text in quotes");
    return new Missing(token.start(), token.end());
  }

  /// The arguments of a call, up to and with the closing parenthesis.
  private List<Expression> arguments(Token open) {
    List<Expression> arguments = new ArrayList<>();
    if (next().is(Kind.CLOSE)) {
      take();
      return arguments;
    }
    while (true) {
      arguments.add(expression(0));
      if (!next().is(Kind.COMMA)) {
        close(open);
        return arguments;
      }
      take();
    }
  }

  private void close(Token open) {
    Token token = next();
    if (token.is(Kind.CLOSE)) {
      take();
    } else if (token.is(Kind.END)) {
      syntax(open, "the parenthesis '(' is never closed", "add the ')' that closes it");
    } else {
      leftOver(token);
      // what cannot be read is left behind, so that the outer parts still end where they end
      while (!next().is(Kind.END) && !next().is(Kind.CLOSE)) {
        take();
      }
      if (next().is(Kind.CLOSE)) {
        take();
      }
    }
  }

  private Expression path(Expression base) {
    if (!next().is(Kind.KEY) && !next().is(Kind.INDEX)) {
      return base;
    }
    List<String> steps = new ArrayList<>();
    while (next().is(Kind.KEY) || next().is(Kind.INDEX)) {
      steps.add(take().value());
    }
    return new JsonPath(base, steps, base.start(), tokens.get(at - 1).end());
  }

  private static Reference reference(Token token) {
    return new Reference(token.parts(), token.start(), token.end());
  }

  private Expression expected(Token token) {
    String place = token.is(Kind.END) ? "the formula ends" : "'" + token.value() + "' stands";
    syntax(
        token,
        place + " where a value is expected",
        "write a reference such as [Column], a number, a text in quotes or a function call");
    return missing();
  }

  private Missing missing() {
    return new Missing(next().start(), next().start());
  }

  private static int level(Token token) {
    if (token.is(Kind.WORD)) {
      return switch (token.lowerCase()) {
        case "or" -> 1;
        case "and" -> 2;
        case "in" -> 4;
        default -> 0;
      };
    }
    if (!token.is(Kind.OPERATOR)) {
      return 0;
    }
    return switch (token.value()) {
      case "=", "!=", "<", "<=", ">", ">=" -> 4;
      case "&" -> 5;
      case "+", "-" -> 6;
      case "*", "/", "%" -> 7;
      default -> POWER;
    };
  }

  private Token next() {
    return tokens.get(at);
  }

  private Token take() {
    Token token = tokens.get(at);
    if (!token.is(Kind.END)) {
      at++;
    }
    return token;
  }

  private void syntax(Token token, String message, String hint) {
    if (!broken) {
      broken = true;
      problems.add(
          new FormulaProblem(
              FormulaProblem.Kind.SYNTAX, token.start(), token.end(), message, hint));
    }
  }

  private void form(Token token, String message, String hint) {
    problems.add(
        new FormulaProblem(
            FormulaProblem.Kind.OPERATOR_FORM, token.start(), token.end(), message, hint));
  }
}
