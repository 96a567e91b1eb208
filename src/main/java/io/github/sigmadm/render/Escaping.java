package io.github.sigmadm.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Shows any text as text, whatever it is put into.
///
/// On GitHub a mention, an issue reference, a commit id, an address or an emoji code comes alive
/// after Markdown has been read, so escaping its punctuation is not enough; nothing comes alive in
/// code. Names and values are therefore always shown as code, and in running text whatever could
/// come alive is.
final class Escaping {

  /// What services make live in running text: mentions and mail addresses, issue references,
  /// addresses, commit ids, emoji codes, formulas in dollars. Repeats are bounded where they could
  /// make a long text slow.
  private static final Pattern LIVE =
      Pattern.compile(
          String.join(
              "|",
              "[\\p{L}\\p{N}_.+/-]{0,99}@[\\p{L}\\p{N}_./-]*",
              "[\\p{L}\\p{N}_./-]{0,99}#[\\p{L}\\p{N}_]*",
              "(?i:\\bGH-\\d+)",
              "[\\p{L}\\p{N}+.-]{0,20}://[^\\s<>\"'`]*",
              "(?i:www\\.)[^\\s<>\"'`]*",
              "(?i:\\b(?:mailto|xmpp):)[^\\s<>\"'`]*",
              "(?<![0-9A-Za-z])[0-9a-fA-F]{7,}(?:-[0-9a-fA-F]+){0,9}(?![0-9A-Za-z])",
              ":[\\p{L}\\p{N}_+-]{1,99}:",
              "\\$[^\\s<>\"'`]*"));

  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})[.)]");

  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private static final String HARMLESS_IN_ADDRESSES = "-._~:/?#=&%+,@;!";

  private Escaping() {}

  /// Running text in Markdown, on one line, wherever in a line it stands.
  static String text(String text) {
    return leading(inline(text).stripTrailing());
  }

  /// A piece of running text in Markdown that does not begin a line.
  static String inline(String text) {
    return inline(text, Escaping::code);
  }

  /// A piece of running text in a cell of a Markdown table.
  static String cellInline(String text) {
    return inline(text, Escaping::cellCode);
  }

  private static String inline(String text, UnaryOperator<String> code) {
    String visible = VisibleText.line(text);
    StringBuilder result = new StringBuilder(visible.length() + 16);
    int done = 0;
    for (int[] live : liveParts(visible)) {
      plain(visible.substring(done, live[0]), result);
      result.append(code.apply(visible.substring(live[0], live[1])));
      done = live[1];
    }
    plain(visible.substring(done), result);
    return result.toString();
  }

  /// Start and end of each part that could come alive; neighbours are one part, since two pieces of
  /// code that touch would be read as one.
  ///
  /// What was taken out ends the text around it, so that more may come alive there: it is looked
  /// through again until nothing is found.
  private static List<int[]> liveParts(String text) {
    List<int[]> parts = new ArrayList<>();
    Matcher matcher = LIVE.matcher(text);
    Deque<int[]> open = new ArrayDeque<>();
    open.push(new int[] {0, text.length()});
    while (!open.isEmpty()) {
      int[] gap = open.pop();
      matcher.region(gap[0], gap[1]);
      if (!matcher.find()) {
        continue;
      }
      int done = gap[0];
      do {
        if (matcher.start() > done) {
          open.push(new int[] {done, matcher.start()});
        }
        parts.add(new int[] {matcher.start(), matcher.end()});
        done = matcher.end();
      } while (matcher.find());
      if (done < gap[1]) {
        open.push(new int[] {done, gap[1]});
      }
    }
    return joined(parts);
  }

  private static List<int[]> joined(List<int[]> parts) {
    parts.sort(Comparator.comparingInt(part -> part[0]));
    List<int[]> joined = new ArrayList<>();
    for (int[] part : parts) {
      if (!joined.isEmpty() && joined.getLast()[1] == part[0]) {
        joined.getLast()[1] = part[1];
      } else {
        joined.add(part);
      }
    }
    return joined;
  }

  private static void plain(String text, StringBuilder result) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> result.append("&amp;");
        case '<' -> result.append("&lt;");
        case '>' -> result.append("&gt;");
        case '|' -> result.append("&#124;");
        // Behind a backslash it could still be taken for the end of code that stands before it.
        case '`' -> result.append("&#96;");
        case '\\', '*', '_', '[', ']', '~', '!', '#', '$', '^' -> result.append('\\').append(c);
        default -> result.append(c);
      }
    }
  }

  /// Keeps text at the beginning of a line from opening a list, a heading, a rule or a block of
  /// code, and a link from being taken for the definition of one.
  static String leading(String text) {
    String start = text.stripLeading();
    Matcher marker = NUMBERED.matcher(start);
    if (marker.lookingAt()) {
      return marker.group(1) + "\\" + start.substring(marker.end(1));
    }
    if (start.startsWith("[") && start.contains("]:")) {
      return "&#8203;" + start;
    }
    return !start.isEmpty() && "-+=:".indexOf(start.charAt(0)) >= 0 ? "\\" + start : start;
  }

  /// A name or a value as code in Markdown, outside of tables.
  static String code(String text) {
    String visible = VisibleText.line(text);
    if (visible.isBlank()) {
      return "<code>" + visible.replace(" ", "&#32;") + "</code>";
    }
    int longest = 0;
    Matcher runs = BACKTICKS.matcher(visible);
    while (runs.find()) {
      longest = Math.max(longest, runs.end() - runs.start());
    }
    String fence = "`".repeat(longest + 1);
    boolean padded =
        visible.startsWith("`")
            || visible.endsWith("`")
            || (visible.startsWith(" ") && visible.endsWith(" "));
    String pad = padded ? " " : "";
    return fence + pad + visible + pad + fence;
  }

  /// A name or a value as code in a cell of a Markdown table, where a bare pipe would end the cell
  /// even inside code.
  static String cellCode(String text) {
    // Readers of tables disagree about a backslash before a pipe; there the pipe leaves the code.
    return Stream.of(VisibleText.line(text).split("(?<=\\\\)\\|", -1))
        .map(part -> part.isEmpty() ? "" : code(part).replace("|", "\\|"))
        .collect(Collectors.joining("&#124;"));
  }

  /// Text in HTML, also inside a quoted attribute.
  static String html(String text) {
    return htmlLines(VisibleText.line(text));
  }

  /// Text of several lines in HTML.
  static String htmlLines(String text) {
    String visible = VisibleText.lines(text);
    StringBuilder result = new StringBuilder(visible.length() + 16);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '&' -> result.append("&amp;");
        case '<' -> result.append("&lt;");
        case '>' -> result.append("&gt;");
        case '"' -> result.append("&quot;");
        case '\'' -> result.append("&#39;");
        default -> result.append(c);
      }
    }
    return result.toString();
  }

  /// A name or a value as code in HTML.
  static String htmlCode(String text) {
    return "<code>" + html(text) + "</code>";
  }

  /// Text between the quotes of a Mermaid label: whatever is not a letter, a digit or a blank is
  /// written as a number, since Mermaid has its own ideas about much of it.
  static String mermaid(String text) {
    StringBuilder result = new StringBuilder(text.length() + 16);
    VisibleText.line(text)
        .codePoints()
        .forEach(point -> {
          if (point == ' ' || (Character.isLetterOrDigit(point) && point < 0x10000)) {
            result.appendCodePoint(point);
          } else {
            result.append('#').append(point).append(';');
          }
        });
    return result.toString();
  }

  /// An address as it may stand in a link, in Markdown and (quoted) in HTML; empty if it is not one
  /// for browsers.
  static Optional<String> address(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("https://") && !lower.startsWith("http://")) {
      return Optional.empty();
    }
    return Optional.of(percent(url, HARMLESS_IN_ADDRESSES).replace("&", "&amp;"));
  }

  /// A part of an address with everything but letters, digits and the given characters in percent
  /// form.
  static String percent(String text, String harmless) {
    StringBuilder result = new StringBuilder(text.length() + 16);
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (plain || harmless.indexOf(c) >= 0) {
        result.append(c);
      } else {
        result.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return result.toString();
  }
}
