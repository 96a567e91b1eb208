package io.github.sigmadm.resolve;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.Nearest;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.NullNode;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts an environment's values into a tree: `${NAME}` takes the variable, `$${NAME}` stays
/// literal, whole string values are swapped as `replace` says. Keys are left alone, and so are
/// links to other models.
final class Variables {

  private static final Pattern PLACE =
      Pattern.compile("(?<escape>\\$)?\\$\\{(?<name>[A-Za-z_][A-Za-z0-9_.-]*)}");

  private final RepositoryPath file;
  private final Map<String, String> variables;
  private final Map<String, String> replacements;
  private final List<Diagnostic> problems = new ArrayList<>();

  Variables(RepositoryPath file, Map<String, String> variables, Map<String, String> replacements) {
    this.file = file;
    this.variables = variables;
    this.replacements = replacements;
  }

  List<Diagnostic> problems() {
    return List.copyOf(problems);
  }

  ObjectNode applyTo(ObjectNode object) {
    List<Field> fields = new ArrayList<>(object.fields().size());
    boolean changed = false;
    for (Field field : object.fields()) {
      Node value = applyTo(field.value());
      changed |= !same(value, field.value());
      fields.add(new Field(field.name(), field.nameSpan(), value));
    }
    return changed ? new ObjectNode(fields, object.span()) : object;
  }

  private Node applyTo(Node node) {
    return switch (node) {
      case ObjectNode object -> applyTo(object);
      case ArrayNode array -> {
        ArrayNode replaced = array.map(this::applyTo);
        boolean changed = false;
        for (int i = 0; i < array.items().size(); i++) {
          changed |= !same(array.items().get(i), replaced.items().get(i));
        }
        yield changed ? replaced : array;
      }
      case TextNode text -> applyTo(text);
      case NumberNode number -> number;
      case BooleanNode bool -> bool;
      case NullNode nothing -> nothing;
    };
  }

  private TextNode applyTo(TextNode text) {
    String value = text.value();
    if (value.contains("${") && !ModelLink.isLink(value)) {
      value = substitute(text);
    }
    value = replacements.getOrDefault(value, value);
    return value.equals(text.value()) ? text : TextNode.of(value, text.span());
  }

  private String substitute(TextNode text) {
    Matcher matcher = PLACE.matcher(text.value());
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group("name");
      if (matcher.group("escape") != null) {
        matcher.appendReplacement(result, Matcher.quoteReplacement("${" + name + "}"));
        continue;
      }
      Optional<String> variable = Optional.ofNullable(variables.get(name));
      if (variable.isEmpty()) {
        problems.add(unresolved(text, matcher.start(), matcher.end(), name));
      }
      matcher.appendReplacement(result, Matcher.quoteReplacement(variable.orElse(matcher.group())));
    }
    return matcher.appendTail(result).toString();
  }

  private Diagnostic unresolved(TextNode text, int start, int end, String name) {
    String declared =
        variables.isEmpty()
            ? "This environment declares none."
            : "This environment declares " + String.join(", ", variables.keySet()) + ".";
    return Diagnostic.error(
        "unresolved-variable",
        file,
        text.spanOf(start, end),
        "The variable " + name + " is not declared for this environment.",
        Nearest.to(name, variables.keySet())
                .map(near -> "Did you mean ${" + near + "}? ")
                .orElse("")
            + "Add it to `variables` of the environment in sigma-dm.yml, or write `$${"
            + name
            + "}` if the text is meant literally. "
            + declared);
  }

  /// Unchanged parts keep their identity, so that large specs are not copied for nothing.
  @SuppressWarnings("ReferenceEquality") // the question is whether a copy was made
  private static boolean same(Node before, Node after) {
    return before == after;
  }
}
