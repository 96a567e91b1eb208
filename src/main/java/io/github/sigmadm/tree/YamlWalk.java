package io.github.sigmadm.tree;

/// The value of a scalar and its layout, gathered side by side.
final class YamlWalk {

  private final SourceText source;
  private final StringBuilder value = new StringBuilder();
  private final LayoutBuilder layout;

  YamlWalk(SourceText source) {
    this.source = source;
    this.layout = new LayoutBuilder(source);
  }

  /// A character that stands for itself.
  void add(int offset) {
    value.append(source.text().charAt(offset));
    layout.add(offset);
  }

  /// A character that is written in another way.
  void add(int offset, char c) {
    value.append(c);
    layout.add(offset);
  }

  /// A character that a line break at an offset stands for.
  void addBreak(int offset, char c) {
    add(offset, c);
    layout.breakRun();
  }

  void addLine(int start, int end) {
    value.append(source.text(), start, end);
    layout.addRun(start, end - start);
  }

  boolean isValue(String expected) {
    return expected.contentEquals(value);
  }

  /// The layout of a value that ends before an offset. Should the walk have understood the source
  /// differently than SnakeYAML, all characters stand where the scalar begins.
  TextLayout layout(String expected, int start, int end) {
    return isValue(expected) ? layout.build(end) : new TextLayout.Fixed(source.position(start));
  }
}
