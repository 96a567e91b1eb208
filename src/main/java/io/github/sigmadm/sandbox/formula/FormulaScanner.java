package io.github.sigmadm.sandbox.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Cuts a formula into [Token]s. It never fails: what it cannot read is [Token.Malformed].
public final class FormulaScanner {

  private static final List<String> SYMBOLS =
      List.of(
          "<=", ">=", "!=", "<>", "+", "-", "*", "/", "%", "^", "&", "=", "<", ">", "(", ")", ",",
          ".");

  private final String formula;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private FormulaScanner(String formula) {
    this.formula = formula;
  }

  public static List<Token> scan(String formula) {
    FormulaScanner scanner = new FormulaScanner(formula);
    while (scanner.at < formula.length()) {
      scanner.next();
    }
    return List.copyOf(scanner.tokens);
  }

  /// The formula's only content when it is one reference and nothing else.
  public static Optional<Token.Reference> passThrough(String formula) {
    List<Token> tokens = scan(formula);
    return tokens.size() == 1 && tokens.getFirst() instanceof Token.Reference reference
        ? Optional.of(reference)
        : Optional.empty();
  }

  public static List<Token.Reference> references(String formula) {
    List<Token.Reference> references = new ArrayList<>();
    for (Token token : scan(formula)) {
      if (token instanceof Token.Reference reference) {
        references.add(reference);
      }
    }
    return List.copyOf(references);
  }

  /// The formula with some references put differently; the rest stays as it is written.
  public static String rewrite(
      String formula, Function<Token.Reference, Optional<List<String>>> replacement) {
    StringBuilder rewritten = new StringBuilder();
    int copied = 0;
    for (Token.Reference reference : references(formula)) {
      Optional<List<String>> parts = replacement.apply(reference);
      if (parts.isPresent() && !parts.get().equals(reference.parts())) {
        rewritten.append(formula, copied, reference.start());
        rewritten.append(Token.Reference.text(parts.get()));
        copied = reference.end();
      }
    }
    return rewritten.append(formula, copied, formula.length()).toString();
  }

  private void next() {
    char c = formula.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (c == '[') {
      reference();
    } else if (c == '"' || c == '\'') {
      text(c);
    } else if (c >= '0' && c <= '9') {
      number();
    } else if (Character.isLetter(c) || c == '_') {
      word();
    } else {
      symbol();
    }
  }

  private void reference() {
    int start = at++;
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    while (at < formula.length()) {
      char c = formula.charAt(at++);
      if (c == '\\' && at < formula.length()) {
        part.append(formula.charAt(at++));
      } else if (c == '/' || c == ']') {
        parts.add(part.toString());
        part.setLength(0);
        if (c == ']') {
          tokens.add(new Token.Reference(start, at, parts));
          return;
        }
      } else {
        part.append(c);
      }
    }
    tokens.add(new Token.Malformed(start, at));
  }

  private void text(char quote) {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < formula.length()) {
      char c = formula.charAt(at++);
      if (c == '\\' && at < formula.length()) {
        value.append(formula.charAt(at++));
      } else if (c == quote) {
        tokens.add(new Token.Text(start, at, value.toString()));
        return;
      } else {
        value.append(c);
      }
    }
    tokens.add(new Token.Malformed(start, at));
  }

  private void number() {
    int start = at;
    digits();
    if (at + 1 < formula.length() && formula.charAt(at) == '.' && isDigit(at + 1)) {
      at++;
      digits();
    }
    if (at < formula.length() && (formula.charAt(at) == 'e' || formula.charAt(at) == 'E')) {
      int sign = at + 1 < formula.length() && "+-".indexOf(formula.charAt(at + 1)) >= 0 ? 1 : 0;
      if (isDigit(at + 1 + sign)) {
        at += 1 + sign;
        digits();
      }
    }
    tokens.add(new Token.Numeral(start, at));
  }

  private void digits() {
    while (isDigit(at)) {
      at++;
    }
  }

  private boolean isDigit(int index) {
    return index < formula.length() && formula.charAt(index) >= '0' && formula.charAt(index) <= '9';
  }

  private void word() {
    int start = at;
    while (at < formula.length()
        && (Character.isLetterOrDigit(formula.charAt(at)) || formula.charAt(at) == '_')) {
      at++;
    }
    tokens.add(new Token.Word(start, at, formula.substring(start, at)));
  }

  private void symbol() {
    for (String symbol : SYMBOLS) {
      if (formula.startsWith(symbol, at)) {
        tokens.add(new Token.Symbol(at, at + symbol.length(), symbol));
        at += symbol.length();
        return;
      }
    }
    tokens.add(new Token.Malformed(at, at + 1));
    at++;
  }
}
