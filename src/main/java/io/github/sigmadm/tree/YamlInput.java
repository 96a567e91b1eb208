package io.github.sigmadm.tree;

import java.util.Arrays;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/// The text as SnakeYAML's scanner sees it.
///
/// Its own reader keeps a window of the text that it copies every thousand characters, which takes
/// quadratic time on a long word; this one has the text whole. And its marks count code points,
/// while the index of marks made here is the UTF-16 offset in the file.
final class YamlInput extends StreamReader {

  private final int[] codePoints;
  private final int[] offsets;
  private int pointer;
  private int line;
  private int column;

  YamlInput(String text) {
    super("");
    this.codePoints = codePoints(text);
    this.offsets =
        codePoints.length == text.length() ? new int[0] : offsets(codePoints, text.length());
  }

  private static int[] codePoints(String text) {
    int[] codePoints = new int[text.length()];
    int count = 0;
    for (int i = 0; i < text.length(); count++) {
      codePoints[count] = text.codePointAt(i);
      i += Character.charCount(codePoints[count]);
    }
    return Arrays.copyOf(codePoints, count);
  }

  private static int[] offsets(int[] codePoints, int end) {
    int[] offsets = new int[codePoints.length + 1];
    for (int i = 0; i < codePoints.length; i++) {
      offsets[i + 1] = offsets[i] + Character.charCount(codePoints[i]);
    }
    offsets[codePoints.length] = end;
    return offsets;
  }

  /// The UTF-16 offset of the next character.
  int offset() {
    return offsets.length == 0 ? pointer : offsets[pointer];
  }

  @Override
  public Mark getMark() {
    return new Mark("", offset(), line, column, codePoints, pointer);
  }

  @Override
  public void forward() {
    forward(1);
  }

  @Override
  public void forward(int length) {
    int end = Math.min(pointer + length, codePoints.length);
    while (pointer < end) {
      int c = codePoints[pointer++];
      if (c == '\n' || (c == '\r' && peek() != '\n')) {
        line++;
        column = 0;
      } else if (c != 0xFEFF) {
        column++;
      }
    }
  }

  @Override
  public int peek() {
    return peek(0);
  }

  @Override
  public int peek(int ahead) {
    int index = pointer + ahead;
    return index < codePoints.length ? codePoints[index] : '\0';
  }

  @Override
  public String prefix(int length) {
    return new String(codePoints, pointer, Math.min(length, codePoints.length - pointer));
  }

  @Override
  public String prefixForward(int length) {
    String prefix = prefix(length);
    pointer += length;
    column += length;
    return prefix;
  }

  @Override
  public int getColumn() {
    return column;
  }

  /// Zero: the size is checked before.
  @Override
  public int getDocumentIndex() {
    return 0;
  }

  @Override
  public void resetDocumentIndex() {}

  @Override
  public int getIndex() {
    return pointer;
  }

  @Override
  public int getLine() {
    return line;
  }
}
