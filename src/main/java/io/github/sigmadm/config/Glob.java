package io.github.sigmadm.config;

/// A pattern for paths and branches: `*` within a part, `**` over parts, `?` for one character,
/// `[a-z]` and `[!a-z]`, `{a,b}`, and `\` before a character that stands for itself.
///
/// `**/` matches no folder as well, so `**/*.sigma.json` finds such files in the root too. Only
/// `**` crosses a slash. Matching takes time in proportion to the pattern and the value, whatever
/// they are: patterns come from pull requests.
public final class Glob {

  /// Longer ones are refused.
  static final int LONGEST = 1_000;

  private final String text;
  private final GlobProgram program;

  private Glob(String text, GlobProgram program) {
    this.text = text;
    this.program = program;
  }

  /// The glob of a text.
  ///
  /// @throws IllegalArgumentException with the reason, if it is none
  public static Glob of(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("it has more than " + LONGEST + " characters");
    }
    return new Glob(text, GlobProgram.of(text));
  }

  /// The pattern as written.
  public String text() {
    return text;
  }

  /// Whether a whole path or branch name fits.
  public boolean matches(String value) {
    return program.matches(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && glob.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
