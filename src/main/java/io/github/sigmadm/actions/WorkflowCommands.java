package io.github.sigmadm.actions;

import java.util.Locale;

/// The lines by which a step speaks to the runner, and the escaping that keeps anything else from
/// speaking to it.
final class WorkflowCommands {

  private WorkflowCommands() {}

  /// The data of a command, as the runner decodes it.
  static String data(String text) {
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /// A property of a command, as the runner decodes it.
  static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /// A text as lines of the log that the runner cannot take for commands: it looks for `::` at the
  /// beginning of a trimmed line and for `##[` anywhere.
  ///
  /// A space parts what it looks for. No character of zero width would do: the runner compares by
  /// the rules of a language, which pass over those.
  static String plain(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (String line : visible(text).split("\r\n|\r|\n", -1)) {
      if (!result.isEmpty()) {
        result.append('\n');
      }
      String harmless = line.replace("##[", "# #[");
      int start = firstVisible(harmless);
      if (harmless.startsWith("::", start)) {
        result
            .append(harmless, 0, start + 1)
            .append(' ')
            .append(harmless, start + 1, harmless.length());
      } else {
        result.append(harmless);
      }
    }
    return result.toString();
  }

  /// A text in which what would act on the reader's screen unseen (colours, cursor movement, a
  /// change of direction) stands as its code. Line ends and tabs stay.
  static String visible(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .forEach(character -> {
          if (isHarmless(character)) {
            result.appendCodePoint(character);
          } else {
            result.append("\\u").append(String.format(Locale.ROOT, "%04x", character));
          }
        });
    return result.toString();
  }

  private static boolean isHarmless(int character) {
    if (character == '\n' || character == '\r' || character == '\t') {
      return true;
    }
    return !Character.isISOControl(character)
        && switch (Character.getDirectionality(character)) {
          case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
              Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
              Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
              Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
              Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
              Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
              Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
              Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE,
              Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE ->
              false;
          default -> true;
        };
  }

  private static int firstVisible(String line) {
    int index = 0;
    while (index < line.length() && isBlank(line.charAt(index))) {
      index++;
    }
    return index;
  }

  private static boolean isBlank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.getType(character) == Character.FORMAT;
  }
}
