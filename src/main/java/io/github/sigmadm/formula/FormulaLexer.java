package io.github.sigmadm.formula;

import io.github.sigmadm.formula.Expression.Part;
import io.github.sigmadm.formula.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Splits a formula into tokens, in one pass. Never throws.
///
/// Brackets, escapes inside them, quotes and operators are those of section 11.1 of the
/// representation's description. Not published and therefore read generously: how a quote is
/// written inside a text of the same quotes (`\"` and `""` are both understood; where a backslash
/// swallows the end of a text, backslashes are taken as ordinary characters), and comments (`//`,
/// `/* */`).
final class FormulaLexer {

  /// Operators of other languages and what they are called here.
  private static final Map<String, String> FOREIGN_OPERATORS =
      Map.of("<>", "!=", "==", "=", "&&", "and", "||", "or", "**", "^");

  private static final String CURLY_QUOTES = "\u201c\u201d\u201e\u2018\u2019";

  /// More than these help nobody.
  private static final int MAXIMUM_PROBLEMS = 10;

  /// What a lexer found.
  record Result(List<Token> tokens, List<FormulaProblem> problems) {}

  private final String text;
  private final boolean escapes;
  private final List<Token> tokens = new ArrayList<>();
  private final List<FormulaProblem> problems = new ArrayList<>();
  private final int lastBrace;
  private boolean textCutOff;
  private int at;

  private FormulaLexer(String text, boolean escapes) {
    this.text = text;
    this.escapes = escapes;
    this.lastBrace = text.lastIndexOf('}');
  }

  static Result lex(String text) {
    FormulaLexer lexer = new FormulaLexer(text, true);
    lexer.run();
    if (lexer.textCutOff && text.indexOf('\\') >= 0) {
      FormulaLexer plain = new FormulaLexer(text, false);
      plain.run();
      if (!plain.textCutOff) {
        lexer = plain;
      }
    }
    return new Result(lexer.tokens, lexer.problems);
  }

  private void run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff') {
        at++;
      } else if (c == '[') {
        bracket();
      } else if (c == '"' || c == '\'') {
        int start = at;
        String content = quoted();
        add(Kind.TEXT, content, start);
      } else if (c == '.' && isKey()) {
        key();
      } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
        number();
      } else if (isWordStart(c)) {
        word();
      } else {
        symbol(c);
      }
    }
    add(Kind.END, "", at);
  }

  private void bracket() {
    int start = at;
    boolean joined = joined();
    List<Part> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int partStart = ++at;
    boolean closed = false;
    while (at < text.length() && !closed) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length() && "/[]\\".indexOf(text.charAt(at + 1)) >= 0) {
        part.append(text.charAt(at + 1));
        at += 2;
      } else if (c == ']' || c == '/') {
        parts.add(new Part(part.toString(), partStart, at));
        part.setLength(0);
        partStart = ++at;
        closed = c == ']';
      } else if (c == '[') {
        break;
      } else {
        part.append(c);
        at++;
      }
    }
    if (!closed) {
      parts.add(new Part(part.toString(), partStart, at));
      syntax(
          start,
          start + 1,
          "the bracket '[' is never closed",
          "close the reference with ']', or write '\\[' when the bracket is part of a name");
    } else if (joined && parts.size() == 1 && isIndex(parts.getFirst().text())) {
      String index = parts.getFirst().text();
      tokens.add(new Token(Kind.INDEX, index, start, at));
      return;
    }
    for (Part each : parts) {
      if (closed && each.text().isBlank()) {
        syntax(start, at, "a reference with an empty name", "write the name between the brackets");
        break;
      }
    }
    tokens.add(new Token(Kind.REFERENCE, text.substring(start, at), parts, start, at));
  }

  /// The content of a text in quotes, with the position after the closing quote.
  private String quoted() {
    int start = at;
    char quote = text.charAt(at++);
    StringBuilder content = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && escapes && at + 1 < text.length()) {
        char escaped = text.charAt(at + 1);
        if (escaped != '"' && escaped != '\'') {
          content.append(c);
        }
        content.append(escaped);
        at += 2;
      } else if (c == quote) {
        if (peek(1) != quote) {
          at++;
          return content.toString();
        }
        content.append(quote);
        at += 2;
      } else {
        // a backslash that is an ordinary character is doubled, as where it is an escape
        content.append(c == '\\' ? "\\\\" : String.valueOf(c));
        at++;
      }
    }
    textCutOff = true;
    syntax(
        start,
        start + 1,
        "the text that begins with " + quote + " is never closed",
        "close it with another " + quote);
    return content.toString();
  }

  private boolean isKey() {
    char next = peek(1);
    return isWordStart(next) || next == '"' || next == '\'' || (isDigit(next) && joined());
  }

  private void key() {
    int start = at++;
    if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
      String content = quoted();
      add(Kind.KEY, content, start);
      return;
    }
    while (at < text.length() && (isWordPart(text.charAt(at)) || text.charAt(at) == '$')) {
      at++;
    }
    tokens.add(new Token(Kind.KEY, text.substring(start + 1, at), start, at));
  }

  private void number() {
    int start = at;
    digits();
    if (peek(0) == '.' && (isDigit(peek(1)) || !isWordStart(peek(1)))) {
      at++;
      digits();
    }
    if ((peek(0) == 'e' || peek(0) == 'E')
        && (isDigit(peek(1)) || ((peek(1) == '+' || peek(1) == '-') && isDigit(peek(2))))) {
      at += 2;
      digits();
    }
    add(Kind.NUMBER, text.substring(start, at), start);
  }

  private void digits() {
    while (isDigit(peek(0))) {
      at++;
    }
  }

  private void word() {
    int start = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    add(Kind.WORD, text.substring(start, at), start);
  }

  private void symbol(char c) {
    int start = at;
    String two = at + 1 < text.length() ? text.substring(at, at + 2) : "";
    if (two.equals("//") || two.equals("/*")) {
      comment(two);
    } else if (two.equals("<=") || two.equals(">=") || two.equals("!=")) {
      at += 2;
      add(Kind.OPERATOR, two, start);
    } else if (FOREIGN_OPERATORS.containsKey(two)) {
      String own = FOREIGN_OPERATORS.getOrDefault(two, two);
      at += 2;
      syntax(start, at, "'" + two + "' is not an operator of formulas", "write '" + own + "'");
      add(own.equals("and") || own.equals("or") ? Kind.WORD : Kind.OPERATOR, own, start);
    } else if ("+-*/%^&=<>".indexOf(c) >= 0) {
      at++;
      add(Kind.OPERATOR, String.valueOf(c), start);
    } else if (c == '(' || c == ')' || c == ',') {
      at++;
      add(c == '(' ? Kind.OPEN : c == ')' ? Kind.CLOSE : Kind.COMMA, String.valueOf(c), start);
    } else if (two.equals("${") && at <= lastBrace) {
      at = text.indexOf('}', at) + 1;
      add(Kind.VARIABLE, text.substring(start + 2, at - 1), start);
    } else {
      unknown();
    }
  }

  private void comment(String opening) {
    int start = at;
    String closing = opening.equals("//") ? "\n" : "*/";
    int end = text.indexOf(closing, at + 2);
    at = end < 0 ? text.length() : end + (opening.equals("//") ? 0 : 2);
    if (end < 0 && opening.equals("/*")) {
      syntax(start, start + 2, "the comment '/*' is never closed", "close it with '*/'");
    }
    add(Kind.COMMENT, text.substring(start, at).strip(), start);
  }

  private void unknown() {
    int start = at;
    int character = text.codePointAt(at);
    at += Character.charCount(character);
    String shown = Character.toString(character);
    if (CURLY_QUOTES.contains(shown)) {
      syntax(start, at, "a curly quote " + shown, "write texts in straight quotes: \"…\" or '…'");
    } else if (shown.equals("!")) {
      syntax(start, at, "'!' is not an operator of formulas", "write 'not'");
    } else if (shown.equals("]")) {
      syntax(
          start,
          at,
          "the bracket ']' has no opening '['",
          "open the reference with '[', or write '\\]' when the bracket is part of a name");
    } else {
      syntax(
          start,
          at,
          "the character '" + shown + "' means nothing in a formula",
          "remove it, or put a column's name in brackets and a text in quotes");
    }
    add(Kind.UNKNOWN, shown, start);
  }

  private void add(Kind kind, String value, int start) {
    tokens.add(new Token(kind, value, start, at));
  }

  private void syntax(int start, int end, String message, String hint) {
    if (problems.size() < MAXIMUM_PROBLEMS) {
      problems.add(new FormulaProblem(FormulaProblem.Kind.SYNTAX, start, end, message, hint));
    }
  }

  /// Whether the next character directly follows something that JSON can be read from.
  private boolean joined() {
    return !tokens.isEmpty() && tokens.getLast().end() == at && tokens.getLast().endsOperand();
  }

  /// Whether a bracket's content is an index or a key in quotes.
  private static boolean isIndex(String content) {
    char first = content.isEmpty() ? ' ' : content.charAt(0);
    if (first == '"' || first == '\'') {
      return content.length() > 1 && content.charAt(content.length() - 1) == first;
    }
    return !content.isEmpty() && content.chars().allMatch(c -> isDigit((char) c));
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordStart(char c) {
    return Character.isLetter(c) || c == '_';
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
