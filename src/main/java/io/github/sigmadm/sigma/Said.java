package io.github.sigmadm.sigma;

import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.Optional;

/// Fields of Sigma's answers, in the types that they come in.
final class Said {

  private Said() {}

  /// Whether an answer says `success: true`.
  static boolean succeeded(ObjectNode answer) {
    return flag(answer, "success");
  }

  /// Whether a field is there and true.
  static boolean flag(ObjectNode answer, String name) {
    return answer.get(name).orElse(null) instanceof BooleanNode flag && flag.value();
  }

  /// A whole number.
  static Optional<Long> number(ObjectNode answer, String name) {
    return answer.get(name).orElse(null) instanceof NumberNode number
        ? Optional.of(number.value().longValue())
        : Optional.empty();
  }

  /// A text that is there and says something.
  static Optional<String> text(ObjectNode answer, String name) {
    return answer.text(name).filter(value -> !value.isBlank());
  }

  /// A cursor: an opaque text, which Sigma's samples make look like a number.
  static Optional<String> cursor(ObjectNode page, String name) {
    Node value = page.get(name).orElse(null);
    return switch (value) {
      case TextNode text when !text.value().isEmpty() -> Optional.of(text.value());
      case NumberNode number -> Optional.of(number.literal());
      case null -> Optional.empty();
      default -> Optional.empty();
    };
  }
}
