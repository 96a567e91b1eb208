package io.github.sigmadm.sandbox.formula;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How Sigma shows a warehouse column's raw name when the connection has friendly names on:
/// `ORDER_ID` as `Order Id`.
///
/// @param acronyms whether short all-capital words such as `ID` stay as they are, as one note has
///   it
public record FriendlyName(boolean acronyms) {

  private static final Pattern BREAKS = Pattern.compile("[\\s_/\\-.\\[\\]]+");
  private static final Pattern HUMPS = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final Set<String> ACRONYMS = Set.of("id", "url", "sku", "uuid");

  /// The shown name. Applying it twice changes nothing more.
  public String of(String raw) {
    List<String> words =
        BREAKS
            .splitAsStream(raw)
            .flatMap(part -> Stream.of(HUMPS.split(part)))
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.isEmpty()) {
      return raw;
    }
    String first = word(words.getFirst(), true);
    String rest =
        words.stream().skip(1).map(word -> " " + word(word, false)).collect(Collectors.joining());
    return first + rest;
  }

  private String word(String word, boolean first) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (acronyms && ACRONYMS.contains(lower)) {
      return lower.toUpperCase(Locale.ROOT);
    }
    if (!first && lower.equals("of")) {
      return lower;
    }
    int initial = lower.codePointAt(0);
    return Character.toString(Character.toTitleCase(initial))
        + lower.substring(Character.charCount(initial));
  }

  /// What is left of a name when case, spaces and punctuation do not count.
  public static String key(String name) {
    StringBuilder key = new StringBuilder();
    name.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(key::appendCodePoint);
    return key.isEmpty() ? name : key.toString();
  }
}
