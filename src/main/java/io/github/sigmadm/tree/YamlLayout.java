package io.github.sigmadm.tree;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/// Finds where each character of a YAML scalar stands.
///
/// SnakeYAML gives a scalar's value and its place as a whole. Here the scalar's source is walked
/// once more, building value and layout side by side; the layout counts only if the values agree.
final class YamlLayout {

  /// A layout, and the offset behind the scalar.
  record Found(TextLayout layout, int end) {}

  private YamlLayout() {}

  static Found of(SourceText source, ScalarStyle style, int start, int end, String value) {
    return switch (style) {
      case PLAIN, JSON_SCALAR_STYLE -> flow(source, '\0', start, end, value);
      case SINGLE_QUOTED -> flow(source, '\'', start, end, value);
      case DOUBLE_QUOTED -> flow(source, '"', start, end, value);
      case LITERAL, FOLDED -> new YamlBlockWalk(source, start, end, value).found();
    };
  }

  private static Found flow(SourceText source, char quote, int start, int end, String value) {
    int inner = quote == '\0' ? 0 : 1;
    boolean straight =
        end - start - 2 * inner == value.length()
            && source.text().startsWith(value, start + inner)
            && value.indexOf('\n') < 0;
    if (straight) {
      return new Found(new TextLayout.Straight(source.position(start + inner)), end);
    }
    YamlWalk walk = new YamlWalk(source);
    new YamlFlowWalk(source.text(), walk, quote, end - inner).run(start + inner);
    return new Found(walk.layout(value, start, end - inner), end);
  }
}
