package io.github.sigmadm.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A text being written into a file, with a note where each of its characters goes.
final class WrittenText {

  final StringBuilder source = new StringBuilder();
  final StringBuilder value = new StringBuilder();
  final List<Integer> offsets = new ArrayList<>();
  final Random random;
  final String lineEnd;

  WrittenText(long seed) {
    random = new Random(seed);
    lineEnd = pick("\n", "\n", "\r\n", "\r");
  }

  /// Source that is no part of the value.
  WrittenText raw(String text) {
    source.append(text);
    return this;
  }

  /// A part of the value that is written as a piece of source: as it is, or as one escape.
  void write(String part, String as) {
    if (part.equals(as) && part.length() > 1) {
      write(part);
      return;
    }
    for (int i = 0; i < part.length(); i++) {
      offsets.add(source.length());
    }
    value.append(part);
    source.append(as);
  }

  /// A part of the value that is written as it is.
  void write(String part) {
    part.chars().forEach(c -> write(Character.toString((char) c), Character.toString((char) c)));
  }

  String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  String spaces(int most) {
    return " ".repeat(random.nextInt(most + 1));
  }
}
