package io.github.sigmadm.formula;

import io.github.sigmadm.formula.FormulaFunction.ArgumentCount;
import io.github.sigmadm.formula.FormulaFunction.Trait;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known about the functions of formulas: the index of Sigma's help (August 2026), argument
/// counts as far as they are evidenced, and names of other tools that Sigma rejects.
///
/// The list is open: Sigma adds functions, so that an unknown name proves nothing.
public final class FunctionCatalogue {

  private static final Map<String, FormulaFunction> FUNCTIONS = read();

  private FunctionCatalogue() {}

  /// A name that Sigma does not have, though people write it.
  ///
  /// @param instead what to write instead
  /// @param certain whether Sigma is known to reject it; otherwise sources contradict each other
  public record Misnomer(String instead, boolean certain) {}

  /// All functions, in the order of the index.
  public static Collection<FormulaFunction> all() {
    return FUNCTIONS.values();
  }

  /// The function of a name, in any case.
  public static Optional<FormulaFunction> find(String name) {
    return Optional.ofNullable(FUNCTIONS.get(name.toLowerCase(Locale.ROOT)));
  }

  /// Whether a name is of a known function with a trait.
  public static boolean is(String name, Trait trait) {
    return find(name).filter(function -> function.is(trait)).isPresent();
  }

  /// What is meant by a name that is known not to exist.
  public static Optional<Misnomer> misnomer(String name) {
    if (find(name).isPresent()) {
      return Optional.empty();
    }
    String lower = name.toLowerCase(Locale.ROOT);
    FunctionTable.Wrong wrong = FunctionTable.WRONG.get(lower);
    if (wrong != null) {
      return Optional.of(new Misnomer(wrong.instead(), wrong.certain()));
    }
    if (lower.startsWith("running")) {
      Optional<FormulaFunction> cumulative = find("Cumulative" + name.substring(7));
      if (cumulative.isPresent()) {
        return Optional.of(new Misnomer(cumulative.get().name(), true));
      }
    }
    if (lower.startsWith("window_") || lower.startsWith("running_") || lower.startsWith("rank_")) {
      return Optional.of(
          new Misnomer("a window function such as CumulativeSum, MovingAvg, Rank or Lag", true));
    }
    if (lower.endsWith("over")) {
      return find(name.substring(0, name.length() - 4))
          .map(base ->
              new Misnomer(
                  base.is(Trait.WINDOW)
                      ? base.name()
                      : "a window function such as CumulativeSum, or a grouping",
                  true));
    }
    return Optional.empty();
  }

  private static Map<String, FormulaFunction> read() {
    Map<String, ArgumentCount> counts = counts();
    Map<String, FormulaFunction> functions = new LinkedHashMap<>();
    FunctionTable.GROUPS
        .strip()
        .lines()
        .forEach(line -> {
          String group = line.substring(0, line.indexOf(':')).strip();
          for (String name : words(line.substring(line.indexOf(':') + 1))) {
            String key = name.toLowerCase(Locale.ROOT);
            functions.put(
                key,
                new FormulaFunction(
                    name, group, traits(name, group), Optional.ofNullable(counts.get(key))));
          }
        });
    return Collections.unmodifiableMap(functions);
  }

  private static Set<Trait> traits(String name, String group) {
    EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
    if (FunctionTable.WRAPPERS.contains(name)) {
      traits.add(Trait.WRAPS_AGGREGATE);
    } else if (group.equals("Aggregate")
        || (group.equals("Passthrough") && name.startsWith("Agg"))
        || name.equals("SparklineAgg")) {
      traits.add(Trait.AGGREGATE);
    }
    if (group.equals("Window")) {
      traits.add(Trait.WINDOW);
    }
    if (name.startsWith("CurrentUser")) {
      traits.add(Trait.USER_DEPENDENT);
    }
    if (FunctionTable.CLOCKS.contains(name)) {
      traits.add(Trait.TIME_DEPENDENT);
    }
    return traits;
  }

  private static Map<String, ArgumentCount> counts() {
    Map<String, ArgumentCount> counts = new LinkedHashMap<>();
    FunctionTable.ARGUMENTS
        .strip()
        .lines()
        .forEach(line -> {
          int names = line.indexOf(':');
          List<String> words = words(line.substring(0, names));
          int range = words.getFirst().indexOf("..");
          int minimum = Integer.parseInt(words.getFirst().substring(0, range));
          String most = words.getFirst().substring(range + 2);
          ArgumentCount count =
              new ArgumentCount(
                  minimum,
                  most.equals("n") ? Integer.MAX_VALUE : Integer.parseInt(most),
                  words.contains("odd"),
                  words.contains("certain"));
          for (String name : words(line.substring(names + 1))) {
            counts.put(name.toLowerCase(Locale.ROOT), count);
          }
        });
    return counts;
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.strip().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
