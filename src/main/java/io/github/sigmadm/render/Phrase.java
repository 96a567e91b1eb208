package io.github.sigmadm.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sentence about things that have names: our words in between, their names set apart.
///
/// Said once, it can be written in Markdown, HTML and for terminals, each with its own way of
/// setting names apart and of keeping them from meaning anything.
record Phrase(List<Part> parts) {

  /// A part of a phrase.
  sealed interface Part {
    /// Our own words, or a message's: shown as running text.
    record Words(String text) implements Part {}

    /// A name or value of somebody else's: shown as code.
    record Name(String text, Optional<String> url) implements Part {}
  }

  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  Phrase {
    parts = List.copyOf(parts);
  }

  static Phrase of(String words) {
    return new Phrase(List.of(new Part.Words(words)));
  }

  static Phrase named(String name) {
    return new Phrase(List.of(new Part.Name(name, Optional.empty())));
  }

  /// A message for people, in which what stands between backticks is a name.
  static Phrase message(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(text);
    int done = 0;
    while (quoted.find()) {
      if (quoted.start() > done) {
        parts.add(new Part.Words(text.substring(done, quoted.start())));
      }
      parts.add(new Part.Name(quoted.group(1), Optional.empty()));
      done = quoted.end();
    }
    if (done < text.length()) {
      parts.add(new Part.Words(text.substring(done)));
    }
    return new Phrase(parts);
  }

  static Phrase linked(String name, Optional<String> url) {
    return new Phrase(List.of(new Part.Name(name, url.flatMap(Escaping::address))));
  }

  Phrase words(String text) {
    return and(of(text));
  }

  Phrase name(String text) {
    return and(named(text));
  }

  Phrase and(Phrase more) {
    List<Part> joined = new ArrayList<>(parts);
    joined.addAll(more.parts);
    return new Phrase(joined);
  }

  /// In Markdown, at the beginning of a line or further on.
  String markdown() {
    return written(Escaping::inline, Escaping::code);
  }

  /// In a cell of a Markdown table.
  String markdownCell() {
    return written(Escaping::cellInline, Escaping::cellCode);
  }

  /// In HTML.
  String html() {
    StringBuilder result = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Words(var text) -> result.append(Escaping.html(text));
        case Part.Name(var text, var url) ->
            result.append(
                url.map(to -> "<a href=\"" + to + "\">" + Escaping.htmlCode(text) + "</a>")
                    .orElseGet(() -> Escaping.htmlCode(text)));
      }
    }
    return result.toString();
  }

  /// As plain text, names between backticks.
  String plain() {
    return unmarked("`");
  }

  /// As plain text, names as they are.
  String bare() {
    return unmarked("");
  }

  private String unmarked(String quote) {
    StringBuilder result = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Words(var text) -> result.append(VisibleText.line(text));
        case Part.Name(var text, var ignored) ->
            result.append(quote).append(VisibleText.line(text)).append(quote);
      }
    }
    return result.toString();
  }

  private String written(UnaryOperator<String> words, UnaryOperator<String> name) {
    StringBuilder result = new StringBuilder();
    for (Part part : parts) {
      String piece =
          switch (part) {
            case Part.Words(var text) -> words.apply(text);
            case Part.Name(var text, var url) ->
                url.map(to -> "[" + name.apply(text) + "](" + to + ")")
                    .orElseGet(() -> name.apply(text));
          };
      boolean touching = !result.isEmpty() && result.charAt(result.length() - 1) == '`';
      result.append(touching && piece.startsWith("`") ? " " : "").append(piece);
    }
    return Escaping.leading(result.toString());
  }
}
