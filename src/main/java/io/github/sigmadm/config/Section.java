package io.github.sigmadm.config;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.spec.Nearest;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.NullNode;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// One object of the configuration while it is read: what has the wrong type or an unknown key is
/// told, and reading goes on without it.
final class Section {

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /// No number in the configuration makes sense beyond.
  private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

  private final RepositoryPath file;
  private final String name;
  private final ObjectNode node;
  private final List<Diagnostic> problems;

  /// @param name how people call the object, such as `policy`
  /// @param problems takes what is found
  Section(RepositoryPath file, String name, ObjectNode node, List<Diagnostic> problems) {
    this.file = file;
    this.name = name;
    this.node = node;
    this.problems = problems;
  }

  /// Tells every key that is not one of these.
  void onlyHas(String... keys) {
    List<String> known = List.of(keys);
    for (Field field : node.fields()) {
      if (!known.contains(field.name())) {
        error(
            "unknown-key",
            field.nameSpan(),
            "There is no key `" + field.name() + "` in " + name + ".",
            Nearest.to(field.name(), known)
                .map(near -> "Did you mean `" + near + "`?")
                .orElse("Its keys are " + String.join(", ", known) + "."));
      }
    }
  }

  /// Tells every key that is not the name of an environment.
  void onlyHasEnvironments(List<String> environments) {
    for (Field field : node.fields()) {
      if (!environments.contains(field.name())) {
        error(
            "unknown-environment",
            field.nameSpan(),
            "There is no environment `" + field.name() + "`.",
            Nearest.to(field.name(), environments)
                .map(near -> "Did you mean `" + near + "`?")
                .orElse(
                    environments.isEmpty()
                        ? "Add it under `environments`."
                        : "The environments are " + String.join(", ", environments) + "."));
      }
    }
  }

  /// Where a key stands.
  Span keySpan(String key) {
    return node.field(key).map(Field::nameSpan).orElse(node.span());
  }

  Span span() {
    return node.span();
  }

  Optional<Node> value(String key) {
    return node.get(key).filter(value -> !(value instanceof NullNode));
  }

  /// The objects under each key.
  List<Map.Entry<Field, Section>> sections() {
    List<Map.Entry<Field, Section>> sections = new ArrayList<>();
    for (Field field : node.fields()) {
      if (field.value() instanceof ObjectNode object) {
        sections.add(
            Map.entry(field, new Section(file, "`" + field.name() + "`", object, problems)));
      } else if (!(field.value() instanceof NullNode)) {
        wrongType(field.name(), field.value(), "an object");
      }
    }
    return sections;
  }

  Optional<Section> section(String key) {
    return value(key)
        .flatMap(value -> {
          if (value instanceof ObjectNode object) {
            return Optional.of(new Section(file, "`" + key + "`", object, problems));
          }
          wrongType(key, value, "an object");
          return Optional.empty();
        });
  }

  Optional<TextNode> text(String key) {
    return value(key)
        .flatMap(value -> {
          if (value instanceof TextNode text && !text.value().isBlank()) {
            return Optional.of(text);
          }
          wrongType(key, value, "a text");
          return Optional.empty();
        });
  }

  /// A list of texts; a single text counts as a list of one.
  Optional<List<TextNode>> texts(String key) {
    return value(key)
        .map(value ->
            switch (value) {
              case TextNode text -> List.of(text);
              case ArrayNode array -> {
                List<TextNode> texts = new ArrayList<>();
                for (Node item : array.items()) {
                  if (item instanceof TextNode text) {
                    texts.add(text);
                  } else {
                    wrongType(key, item, "a list of texts");
                  }
                }
                yield texts;
              }
              default -> {
                wrongType(key, value, "a list of texts");
                yield List.of();
              }
            });
  }

  /// Texts by name. Numbers and booleans are taken as they are spelled: `YEAR: 2026` means the
  /// text.
  Map<String, String> textsByName() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Field field : node.fields()) {
      switch (field.value()) {
        case TextNode text -> texts.put(field.name(), text.value());
        case NumberNode number -> texts.put(field.name(), number.literal());
        case BooleanNode bool -> texts.put(field.name(), Boolean.toString(bool.value()));
        default -> wrongType(field.name(), field.value(), "a text");
      }
    }
    return texts;
  }

  boolean flag(String key, boolean otherwise) {
    return value(key)
        .map(value -> {
          if (value instanceof BooleanNode flag) {
            return flag.value();
          }
          wrongType(key, value, "true or false");
          return otherwise;
        })
        .orElse(otherwise);
  }

  /// A whole number from 1 on.
  int count(String key, int otherwise) {
    return value(key)
        .map(value -> {
          if (value instanceof NumberNode number
              && number.value().stripTrailingZeros().scale() <= 0
              && number.value().signum() > 0
              && number.value().compareTo(MOST) <= 0) {
            return number.value().intValue();
          }
          wrongType(key, value, "a whole number from 1 to " + MOST);
          return otherwise;
        })
        .orElse(otherwise);
  }

  /// One of the words of an enum.
  <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
    List<String> words = Arrays.stream(type.getEnumConstants()).map(Section::word).toList();
    return text(key)
        .flatMap(text -> {
          int index = words.indexOf(text.value());
          if (index >= 0) {
            return Optional.of(type.getEnumConstants()[index]);
          }
          error(
              "invalid-value",
              text.span(),
              "`" + key + "` cannot be '" + text.value() + "'.",
              Nearest.to(text.value(), words)
                      .map(near -> "Did you mean `" + near + "`? ")
                      .orElse("")
                  + "It is one of "
                  + String.join(", ", words)
                  + ".");
          return Optional.empty();
        })
        .orElse(otherwise);
  }

  /// A value made from a text; a text that it cannot be made from is told with the reason.
  <T> Optional<T> made(String key, TextNode text, Function<String, T> make, String hint) {
    try {
      return Optional.of(make.apply(text.value()));
    } catch (IllegalArgumentException e) {
      error(
          "invalid-value",
          text.span(),
          "`" + key + "` cannot be '" + text.value() + "': " + e.getMessage() + ".",
          hint);
      return Optional.empty();
    }
  }

  /// The id of a folder.
  Optional<FolderId> folder(String key) {
    return text(key)
        .flatMap(text ->
            matching(
                text,
                UUID,
                "'" + text.value() + "' is not the id of a folder.",
                "It is a UUID, such as 72a56f98-6c10-4a07-8795-b7661ffc5226; the files endpoint of"
                    + " Sigma's API lists folders with their ids."))
        .map(text -> new FolderId(text.value()));
  }

  /// A text that must have a form.
  Optional<TextNode> matching(TextNode text, Pattern form, String message, String hint) {
    if (form.matcher(text.value()).matches()) {
      return Optional.of(text);
    }
    error("invalid-value", text.span(), message, hint);
    return Optional.empty();
  }

  void error(String code, Span span, String message, String hint) {
    problems.add(Diagnostic.error(code, file, span, message, hint));
  }

  void warning(String code, Span span, String message, String hint) {
    problems.add(Diagnostic.warning(code, file, span, message, hint));
  }

  private void wrongType(String key, Node value, String expected) {
    error(
        "wrong-type",
        value.span(),
        "`" + key + "` in " + name + " is " + described(value) + ".",
        "Write " + expected + " here.");
  }

  private static String described(Node value) {
    return switch (value) {
      case ObjectNode ignored -> "an object";
      case ArrayNode ignored -> "a list";
      case TextNode text -> text.value().isBlank() ? "an empty text" : "a text";
      case NumberNode ignored -> "a number";
      case BooleanNode bool -> Boolean.toString(bool.value());
      case NullNode ignored -> "empty";
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
