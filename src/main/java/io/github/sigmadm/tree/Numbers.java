package io.github.sigmadm.tree;

import io.github.sigmadm.core.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Spellings of numbers and their exact values.
final class Numbers {

  private Numbers() {}

  /// Whether a text is a number of JSON.
  static boolean isJson(String literal) {
    return isDecimal(literal, false);
  }

  /// Whether a text is a decimal number of the YAML core schema, which may begin with `+` or `.`
  /// and end with `.`. Leading zeros are not accepted: YAML 1.1 reads `010` as eight, YAML 1.2 as
  /// ten, and JSON not at all.
  static boolean isYamlDecimal(String literal) {
    return isDecimal(literal, true);
  }

  private static boolean isDecimal(String literal, boolean yaml) {
    int end = literal.length();
    int i = 0;
    if (i < end && (literal.charAt(i) == '-' || (yaml && literal.charAt(i) == '+'))) {
      i++;
    }
    int whole = digits(literal, i);
    if (whole > 1 && literal.charAt(i) == '0') {
      return false;
    }
    i += whole;
    int fraction = 0;
    if (i < end && literal.charAt(i) == '.') {
      fraction = digits(literal, i + 1);
      i += 1 + fraction;
      if (!yaml && fraction == 0) {
        return false;
      }
    }
    if (yaml ? whole + fraction == 0 : whole == 0) {
      return false;
    }
    if (i < end && (literal.charAt(i) == 'e' || literal.charAt(i) == 'E')) {
      i++;
      if (i < end && (literal.charAt(i) == '-' || literal.charAt(i) == '+')) {
        i++;
      }
      int exponent = digits(literal, i);
      if (exponent == 0) {
        return false;
      }
      i += exponent;
    }
    return i == end;
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i - from;
  }

  /// The value of a number that is spelled as [#isYamlDecimal] says, or an error.
  static BigDecimal parse(String literal, Span span, Limits limits, Problems problems) {
    if (literal.length() > limits.numberLength()) {
      throw tooLong(span, limits, problems);
    }
    BigDecimal value = bounded(literal, limits.exponent());
    if (value == null) {
      throw problems.stop(
          "number-out-of-range",
          span,
          "The number "
              + Quoted.briefly(literal)
              + " is beyond what can be carried exactly (at most "
              + limits.exponent()
              + " places on either side of the point).",
          "Write a smaller number, or put it in quotes if it is a text.");
    }
    return value;
  }

  static Unreadable tooLong(Span span, Limits limits, Problems problems) {
    return problems.stop(
        "number-out-of-range",
        span,
        "A number has more than " + limits.numberLength() + " characters.",
        "Shorten it, or put it in quotes if it is a text.");
  }

  private static @Nullable BigDecimal bounded(String literal, int limit) {
    int e = Math.max(literal.indexOf('e'), literal.indexOf('E'));
    // BigDecimal takes exponents that no later step can write out: look before it does.
    if (e >= 0 && new BigInteger(literal.substring(e + 1)).abs().bitLength() > 16) {
      return null;
    }
    BigDecimal value = new BigDecimal(literal);
    long highest = (long) value.precision() - value.scale();
    return highest > limit || value.scale() > limit ? null : value;
  }

  /// The one spelling of a value: plain up to 21 digits before and 6 zeros behind the point, else
  /// with an exponent, as ECMAScript does.
  static String canonical(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    if (stripped.signum() == 0) {
      return "0";
    }
    long exponent = (long) stripped.precision() - stripped.scale() - 1;
    if (exponent >= -7 && exponent < 21) {
      return stripped.toPlainString();
    }
    String digits = stripped.unscaledValue().abs().toString();
    StringBuilder out =
        new StringBuilder(stripped.signum() < 0 ? "-" : "").append(digits.charAt(0));
    if (digits.length() > 1) {
      out.append('.').append(digits, 1, digits.length());
    }
    return out.append(exponent < 0 ? "e" : "e+").append(exponent).toString();
  }
}
