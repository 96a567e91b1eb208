package io.github.sigmadm.spec;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that somebody probably meant: "did you mean".
public final class Nearest {

  private Nearest() {}

  /// The candidate that differs least from a word, if it differs little: the same but for case and
  /// separators, or with one letter in three wrong, missing, too many or swapped with its
  /// neighbour. Of equally near ones the first in alphabetical order.
  public static Optional<String> to(String word, Collection<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT);
    String wantedLetters = letters(wanted);
    int allowed = Math.min(4, wanted.length() / 3);
    String best = null;
    int distance = allowed + 1;
    for (String candidate : candidates) {
      if (candidate.equals(word)) {
        continue;
      }
      String other = candidate.toLowerCase(Locale.ROOT);
      int found = letters(other).equals(wantedLetters) ? 0 : distance(wanted, other, distance);
      if (found < distance
          || (found == distance && best != null && candidate.compareTo(best) < 0)) {
        distance = found;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.isEmpty() ? text : letters.toString();
  }

  /// The number of edits (change, add, remove, swap of neighbours) between two texts; anything
  /// above `limit` where there are more.
  private static int distance(String from, String to, int limit) {
    if (Math.abs(from.length() - to.length()) > limit || from.length() > 200) {
      return limit + 1;
    }
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      row[0] = i;
      int least = row[0];
      for (int j = 1; j <= to.length(); j++) {
        int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > limit) {
        return limit + 1;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[to.length()];
  }
}
