package io.github.sigmadm.tree;

import io.github.sigmadm.core.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Bytes of a file to its text: strict UTF-8, a byte order mark left out, no NUL.
final class Utf8 {

  private Utf8() {}

  static SourceText decode(byte[] bytes, Problems problems) {
    int start = hasByteOrderMark(bytes) ? 3 : 0;
    String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    // The quick decoder puts this character for what it cannot decode; or the file has it itself.
    if (text.indexOf('\ufffd') >= 0) {
      refuseMalformed(bytes, start, problems);
    }
    SourceText source = new SourceText(text);
    int nul = source.text().indexOf('\0');
    if (nul >= 0) {
      throw problems.stop(
          "invalid-character",
          source.span(nul, nul + 1),
          "The file has a NUL byte, so it is not a text in UTF-8.",
          "Save the file as text with the encoding UTF-8 (not UTF-16).");
    }
    return source;
  }

  private static boolean hasByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
        && (bytes[0] & 0xFF) == 0xEF
        && (bytes[1] & 0xFF) == 0xBB
        && (bytes[2] & 0xFF) == 0xBF;
  }

  private static void refuseMalformed(byte[] bytes, int start, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer input = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer output = CharBuffer.allocate(bytes.length - start);
    if (decoder.decode(input, output, true).isError()) {
      SourceText before = new SourceText(output.flip().toString());
      throw problems.stop(
          "invalid-utf8",
          Span.at(before.position(before.length())),
          "The file is not UTF-8 text: byte "
              + (input.position() + 1)
              + " does not continue a character.",
          "Save the file with the encoding UTF-8.");
    }
  }
}
