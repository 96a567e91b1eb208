package io.github.sigmadm.formula;

import java.util.Optional;
import java.util.Set;

/// A function of the formula language.
///
/// @param name as Sigma's help spells it; formulas may write it in any case
/// @param group the group of Sigma's function index it stands in
/// @param traits what is special about it
/// @param arguments how many arguments it takes, where that is evidenced
public record FormulaFunction(
    String name, String group, Set<Trait> traits, Optional<ArgumentCount> arguments) {

  public FormulaFunction {
    traits = Set.copyOf(traits);
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /// What is special about a function.
  public enum Trait {
    /// Makes one value of many rows; cannot stand inside another one.
    AGGREGATE,
    /// Takes an aggregate as its argument without nesting it.
    WRAPS_AGGREGATE,
    /// Depends on the order of rows.
    WINDOW,
    /// Depends on who looks: row-level security is made of these.
    USER_DEPENDENT,
    /// Depends on when one looks.
    TIME_DEPENDENT
  }

  /// How many arguments a function takes.
  ///
  /// @param minimum the fewest
  /// @param maximum the most; `Integer.MAX_VALUE` for no limit
  /// @param odd whether only odd numbers of arguments make sense
  /// @param certain whether the evidence is good enough to call anything else an error
  public record ArgumentCount(int minimum, int maximum, boolean odd, boolean certain) {

    public boolean accepts(int count) {
      return count >= minimum && count <= maximum && (!odd || count % 2 == 1);
    }

    /// The count in words: `1 argument`, `2 to 3 arguments`, `no arguments`.
    public String words() {
      if (odd) {
        return "an odd number of arguments, at least " + minimum;
      }
      if (maximum == 0) {
        return "no arguments";
      }
      String many = maximum == 1 || (maximum == Integer.MAX_VALUE && minimum == 1) ? "" : "s";
      if (minimum == maximum) {
        return minimum + " argument" + many;
      }
      return maximum == Integer.MAX_VALUE
          ? "at least " + minimum + " argument" + many
          : minimum + " to " + maximum + " argument" + many;
    }
  }
}
