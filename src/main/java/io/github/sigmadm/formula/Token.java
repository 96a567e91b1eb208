package io.github.sigmadm.formula;

import io.github.sigmadm.formula.Expression.Part;
import java.util.List;
import java.util.Locale;

/// A word of the formula language.
///
/// @param value what it says: the content of a text without quotes, an operator's symbol, otherwise
///   as written
/// @param parts the parts of a reference; empty for all else
record Token(Kind kind, String value, List<Part> parts, int start, int end) {

  enum Kind {
    REFERENCE,
    /// `[0]` or `["key"]` right after something that JSON can be read from.
    INDEX,
    /// `.key` of a JSON path.
    KEY,
    TEXT,
    NUMBER,
    WORD,
    OPERATOR,
    OPEN,
    CLOSE,
    COMMA,
    VARIABLE,
    COMMENT,
    /// A character that the language does not have; the lexer has reported it.
    UNKNOWN,
    END
  }

  Token(Kind kind, String value, int start, int end) {
    this(kind, value, List.of(), start, end);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && value.equalsIgnoreCase(word);
  }

  /// Whether something can directly follow that walks into JSON.
  boolean endsOperand() {
    return switch (kind) {
      case REFERENCE, INDEX, KEY, CLOSE -> true;
      case TEXT, NUMBER, WORD, OPERATOR, OPEN, COMMA, VARIABLE, COMMENT, UNKNOWN, END -> false;
    };
  }

  String lowerCase() {
    return value.toLowerCase(Locale.ROOT);
  }
}
