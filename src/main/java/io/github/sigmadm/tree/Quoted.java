package io.github.sigmadm.tree;

/// Text from a file inside a message.
final class Quoted {

  private static final int LONGEST = 60;

  private Quoted() {}

  /// The text in quotes, cut when long, control characters escaped.
  static String briefly(String text) {
    if (text.length() <= LONGEST) {
      return JsonText.quoted(text);
    }
    int cut = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return JsonText.quoted(text.substring(0, cut) + "…");
  }

  /// One character in quotes, or its code point where it has no shape.
  static String character(int codePoint) {
    if (codePoint < 0x21 || (codePoint >= 0x7F && codePoint < 0xA1)) {
      return String.format(java.util.Locale.ROOT, "U+%04X", codePoint);
    }
    return "'" + Character.toString(codePoint) + "'";
  }
}
