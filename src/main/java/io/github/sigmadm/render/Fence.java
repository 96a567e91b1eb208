package io.github.sigmadm.render;

import java.util.stream.Collectors;

/// Fenced code in Markdown that nothing inside it can close.
final class Fence {

  private Fence() {}

  /// Differences, coloured by the service that shows them.
  static String of(LineDiff diff, String indent) {
    String text =
        diff.lines().stream()
            .map(line ->
                line.mark() == LineDiff.Mark.GAP
                    ? "@@ " + line.text() + " @@"
                    : line.mark().sign() + " " + line.text())
            .collect(Collectors.joining("\n"));
    return of("diff", text, indent);
  }

  /// @param language what it is written in
  /// @param text one or more lines, already visible
  /// @param indent what stands before each line, where the fence belongs to an item of a list
  static String of(String language, String text, String indent) {
    int longest = 2;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    return (fence + language + "\n" + text + "\n" + fence).indent(indent.length());
  }
}
