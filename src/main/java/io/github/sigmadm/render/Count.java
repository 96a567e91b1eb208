package io.github.sigmadm.render;

import java.util.List;

/// Numbers with their nouns.
final class Count {

  private Count() {}

  /// `1 model`, `2 models`, `2 security changes`.
  static String of(long number, String noun) {
    return number + " " + (number == 1 ? noun : plural(noun));
  }

  /// `a`, `a and b`, `a, b and c`.
  static String listed(List<String> items) {
    return items.size() < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
  }

  private static String plural(String noun) {
    return noun.endsWith("y") && !noun.endsWith("ay")
        ? noun.substring(0, noun.length() - 1) + "ies"
        : noun + "s";
  }
}
