package io.github.sigmadm.sandbox.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The type that a formula gives: [ColumnType#ERROR] when it has bad syntax, calls what is no
/// function, or refers to what does not resolve.
public final class FormulaTyping {

  /// Binary operators, loosest first.
  private static final List<Map<String, ColumnType>> LEVELS =
      List.of(
          Map.of("or", ColumnType.BOOLEAN),
          Map.of("and", ColumnType.BOOLEAN),
          Map.of(
              "=",
              ColumnType.BOOLEAN,
              "!=",
              ColumnType.BOOLEAN,
              "<",
              ColumnType.BOOLEAN,
              "<=",
              ColumnType.BOOLEAN,
              ">",
              ColumnType.BOOLEAN,
              ">=",
              ColumnType.BOOLEAN),
          Map.of("&", ColumnType.TEXT),
          Map.of("+", ColumnType.NUMBER, "-", ColumnType.NUMBER),
          Map.of("*", ColumnType.NUMBER, "/", ColumnType.NUMBER, "%", ColumnType.NUMBER),
          Map.of("^", ColumnType.NUMBER));

  private static final Set<String> OPERATOR_WORDS = Set.of("and", "or", "not");

  private final List<Token> tokens;
  private final Function<Token.Reference, ColumnType> names;
  private int at;
  private boolean broken;

  private FormulaTyping(List<Token> tokens, Function<Token.Reference, ColumnType> names) {
    this.tokens = tokens;
    this.names = names;
  }

  /// `names` gives a reference's type, [ColumnType#ERROR] when it does not resolve.
  public static ColumnType typeOf(String formula, Function<Token.Reference, ColumnType> names) {
    FormulaTyping typing = new FormulaTyping(FormulaScanner.scan(formula), names);
    ColumnType type = typing.level(0);
    return typing.broken || typing.at < typing.tokens.size() ? ColumnType.ERROR : type;
  }

  private ColumnType level(int level) {
    if (level == LEVELS.size()) {
      return unary();
    }
    ColumnType type = level(level + 1);
    while (!broken) {
      Optional<ColumnType> result =
          operator().flatMap(word -> Optional.ofNullable(LEVELS.get(level).get(word)));
      if (result.isEmpty()) {
        break;
      }
      at++;
      ColumnType right = level(level + 1);
      boolean dates = type == ColumnType.DATETIME && right == ColumnType.NUMBER;
      type = dates && result.get() == ColumnType.NUMBER ? ColumnType.DATETIME : result.get();
    }
    return type;
  }

  private Optional<String> operator() {
    if (at >= tokens.size()) {
      return Optional.empty();
    }
    return switch (tokens.get(at)) {
      case Token.Symbol symbol -> Optional.of(symbol.text());
      case Token.Word word -> Optional.of(word.text().toLowerCase(Locale.ROOT));
      case Token.Reference _, Token.Text _, Token.Numeral _, Token.Malformed _ -> Optional.empty();
    };
  }

  private ColumnType unary() {
    if (isSymbol("-") || isSymbol("+")) {
      at++;
      return unary();
    }
    if (operator().filter("not"::equals).isPresent()) {
      at++;
      level(2);
      return ColumnType.BOOLEAN;
    }
    return path(primary());
  }

  private ColumnType primary() {
    if (at >= tokens.size()) {
      return fail();
    }
    return switch (tokens.get(at++)) {
      case Token.Reference reference -> {
        ColumnType type = names.apply(reference);
        broken |= type == ColumnType.ERROR;
        yield type;
      }
      case Token.Text _ -> ColumnType.TEXT;
      case Token.Numeral _ -> ColumnType.NUMBER;
      case Token.Word word -> word(word.text());
      case Token.Symbol symbol when symbol.text().equals("(") -> {
        ColumnType inner = level(0);
        expect(")");
        yield inner;
      }
      case Token.Symbol _, Token.Malformed _ -> fail();
    };
  }

  private ColumnType word(String word) {
    if (isSymbol("(")) {
      return call(word);
    }
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "true", "false" -> ColumnType.BOOLEAN;
      case "null" -> ColumnType.VARIANT;
      default -> fail();
    };
  }

  private ColumnType call(String name) {
    at++;
    List<ColumnType> arguments = new ArrayList<>();
    if (!isSymbol(")")) {
      arguments.add(level(0));
      while (isSymbol(",") && !broken) {
        at++;
        arguments.add(level(0));
      }
    }
    expect(")");
    if (OPERATOR_WORDS.contains(name.toLowerCase(Locale.ROOT))) {
      return fail();
    }
    return Functions.result(name).map(result -> typeOf(result, arguments)).orElseGet(this::fail);
  }

  private static ColumnType typeOf(Functions.Result result, List<ColumnType> arguments) {
    return switch (result) {
      case TEXT -> ColumnType.TEXT;
      case NUMBER -> ColumnType.NUMBER;
      case DATETIME -> ColumnType.DATETIME;
      case BOOLEAN -> ColumnType.BOOLEAN;
      case VARIANT -> ColumnType.VARIANT;
      case FIRST -> argument(arguments, 0);
      case SECOND -> argument(arguments, 1);
      case THIRD -> argument(arguments, 2);
    };
  }

  private static ColumnType argument(List<ColumnType> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : ColumnType.VARIANT;
  }

  /// `[Json].field[0]` walks into a value of unknown type.
  private ColumnType path(ColumnType start) {
    ColumnType type = start;
    while (at < tokens.size()) {
      if (isSymbol(".") && at + 1 < tokens.size() && tokens.get(at + 1) instanceof Token.Word) {
        at += 2;
      } else if (tokens.get(at) instanceof Token.Reference index
          && index.last().chars().allMatch(Character::isDigit)) {
        at++;
      } else {
        break;
      }
      type = ColumnType.VARIANT;
    }
    return type;
  }

  private boolean isSymbol(String text) {
    return at < tokens.size()
        && tokens.get(at) instanceof Token.Symbol symbol
        && symbol.text().equals(text);
  }

  private void expect(String symbol) {
    if (isSymbol(symbol)) {
      at++;
    } else {
      broken = true;
    }
  }

  private ColumnType fail() {
    broken = true;
    return ColumnType.ERROR;
  }
}
