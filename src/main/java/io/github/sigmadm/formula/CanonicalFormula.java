package io.github.sigmadm.formula;

import io.github.sigmadm.formula.Expression.Part;
import io.github.sigmadm.formula.Token.Kind;
import java.math.BigDecimal;

/// A spelling that is the same for two formulas that Sigma regards as the same.
///
/// Left aside are white space outside of texts, the case of function names, operators and
/// constants, the style of quotes, the spelling of numbers (`1.0`), the alias `Substring` of `Mid`,
/// and how a name is written as far as [Names#normalise] goes: Sigma rewrites references to the
/// names it shows. Parentheses, even superfluous ones, count: nothing is known about Sigma removing
/// them. A formula that cannot be read is compared as it stands, without the space around it.
///
/// @param text the canonical spelling
public record CanonicalFormula(String text) {

  /// Numbers with more characters than this are compared as written.
  private static final int NUMBER_LENGTH = 40;

  public static CanonicalFormula of(String formula) {
    if (!Formula.parse(formula).isReadable()) {
      return new CanonicalFormula(formula.strip());
    }
    StringBuilder canonical = new StringBuilder(formula.length() + 16);
    for (Token token : FormulaLexer.lex(formula).tokens()) {
      if (token.is(Kind.END)) {
        break;
      }
      // a step into JSON belongs to what it stands behind: after a space it would be a reference
      if (!canonical.isEmpty() && !token.is(Kind.INDEX) && !token.is(Kind.KEY)) {
        canonical.append(' ');
      }
      write(token, canonical);
    }
    return new CanonicalFormula(canonical.toString().strip());
  }

  /// Whether two formulas are the same to Sigma.
  public static boolean same(String first, String second) {
    return first.equals(second) || of(first).equals(of(second));
  }

  private static void write(Token token, StringBuilder canonical) {
    switch (token.kind()) {
      case REFERENCE -> {
        char separator = '[';
        for (Part part : token.parts()) {
          canonical.append(separator).append(escaped(Names.normalise(part.text())));
          separator = '/';
        }
        canonical.append(']');
      }
      case INDEX -> canonical.append('[').append(token.value()).append(']');
      case KEY -> canonical.append(".\"").append(token.value().replace("\"", "\\\"")).append('"');
      case TEXT -> canonical.append('"').append(token.value().replace("\"", "\\\"")).append('"');
      case NUMBER -> canonical.append(number(token.value()));
      case WORD -> canonical.append(word(token.lowerCase()));
      case VARIABLE -> canonical.append("${").append(token.value()).append('}');
      case COMMENT -> {
        canonical.append(token.value());
        if (token.value().startsWith("//")) {
          canonical.append('\n');
        }
      }
      case OPERATOR, OPEN, CLOSE, COMMA, UNKNOWN -> canonical.append(token.value());
      case END -> {}
    }
  }

  private static String word(String lowerCase) {
    return lowerCase.equals("substring") ? "mid" : lowerCase;
  }

  private static String number(String literal) {
    if (literal.length() > NUMBER_LENGTH
        || literal.indexOf('e') >= 0
        || literal.indexOf('E') >= 0) {
      return literal;
    }
    BigDecimal value = new BigDecimal(literal);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static String escaped(String name) {
    StringBuilder escaped = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ("/[]\\".indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    return text;
  }
}
