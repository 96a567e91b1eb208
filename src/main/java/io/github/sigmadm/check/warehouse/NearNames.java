package io.github.sigmadm.check.warehouse;

import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Suggests the table or column that was probably meant.
final class NearNames {

  /// How many names are compared in all, so that thousands of mistakes are still told at once.
  private static final int MOST_COMPARISONS = 300_000;

  private long comparisons;

  /// `Did you mean "…"? ` if a table is near: one in the same schema whose name is nearly the same,
  /// else one of the same name elsewhere, else one whose whole path is nearly the same.
  String table(TableAddress wanted, List<List<String>> others) {
    if (isTired(others.size())) {
      return "";
    }
    Map<String, String> siblings = new HashMap<>();
    Map<String, String> paths = new HashMap<>();
    for (List<String> other : others) {
      if (other.isEmpty()) {
        continue;
      }
      String words = String.join(".", other);
      paths.put(words, words);
      if (other.size() == wanted.path().size()
          && other.subList(0, other.size() - 1).equals(wanted.scope().path())) {
        siblings.put(other.getLast(), words);
      }
    }
    return nearest(wanted.name(), siblings)
        .or(() ->
            others.stream()
                .filter(other -> !other.isEmpty())
                .filter(other -> other.getLast().equalsIgnoreCase(wanted.name()))
                .map(other -> String.join(".", other))
                .min(String::compareTo))
        .or(() -> nearest(wanted.words(), paths))
        .map(NearNames::didYouMean)
        .orElse("");
  }

  /// The same for a column, in the spelling that formulas use.
  String column(String wanted, List<String> columns) {
    if (isTired(columns.size())) {
      return "";
    }
    boolean isRaw = wanted.equals(wanted.toUpperCase(Locale.ROOT));
    List<String> spelled = isRaw ? columns : columns.stream().map(Names::friendly).toList();
    return Nearest.to(wanted, spelled).map(NearNames::didYouMean).orElse("");
  }

  private Optional<String> nearest(String wanted, Map<String, String> candidates) {
    return isTired(candidates.size())
        ? Optional.empty()
        : Nearest.to(wanted, candidates.keySet()).map(candidates::get);
  }

  /// Whether so many more comparisons are too many.
  private boolean isTired(int more) {
    comparisons += more;
    return comparisons > MOST_COMPARISONS;
  }

  private static String didYouMean(String name) {
    return "Did you mean \"" + name + "\"? ";
  }
}
