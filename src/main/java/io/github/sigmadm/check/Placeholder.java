package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.NullNode;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// No placeholder of a template is left over: `YOUR_FOLDER_ID_HERE`, `<YOUR_CONNECTION_ID>`.
///
/// Without angle brackets it is one only where it is a whole value or a whole name inside a
/// formula's brackets, so that prose may speak of `YOUR_NAME`.
final class Placeholder implements Rule {

  private static final String WORD = "YOUR_[A-Z0-9_]+";
  private static final Pattern WHOLE = Pattern.compile(WORD);
  private static final Pattern INSIDE =
      Pattern.compile("<" + WORD + ">|(?<=\\[|/)" + WORD + "(?=\\]|/)");

  @Override
  public String code() {
    return "placeholder";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    visit(subject.document(), findings);
  }

  static boolean isPlaceholder(String value) {
    return value.contains("YOUR_")
        && (WHOLE.matcher(value.strip()).matches() || INSIDE.matcher(value).find());
  }

  private void visit(Node node, Findings findings) {
    switch (node) {
      case ObjectNode object -> object.fields().forEach(field -> visit(field.value(), findings));
      case ArrayNode array -> array.items().forEach(item -> visit(item, findings));
      case TextNode text -> text(text, findings);
      case NumberNode ignored -> {}
      case BooleanNode ignored -> {}
      case NullNode ignored -> {}
    }
  }

  private void text(TextNode text, Findings findings) {
    if (!text.value().contains("YOUR_")) {
      return;
    }
    if (WHOLE.matcher(text.value().strip()).matches()) {
      report(text, 0, text.value().length(), findings);
      return;
    }
    Matcher found = INSIDE.matcher(text.value());
    while (found.find()) {
      report(text, found.start(), found.end(), findings);
    }
  }

  private void report(TextNode text, int start, int end, Findings findings) {
    findings.add(
        this,
        text.spanOf(start, end),
        "The placeholder " + text.value().substring(start, end).strip() + " is left over.",
        "Replace it by the real value, or by a variable of the environment such as ${NAME}.");
  }
}
