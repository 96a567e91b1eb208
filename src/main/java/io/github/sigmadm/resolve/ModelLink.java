package io.github.sigmadm.resolve;

import io.github.sigmadm.core.RepositoryPath;
import java.util.Optional;

/// The symbolic form of a reference to another model of the repository:
/// `${model:data-models/base.json}`.
public final class ModelLink {

  private static final String OPENING = "${model:";
  private static final String CLOSING = "}";

  private ModelLink() {}

  /// Whether a text has the form, whatever path it names.
  public static boolean isLink(String text) {
    return text.startsWith(OPENING) && text.endsWith(CLOSING);
  }

  /// The path that a link names; empty if the text is no link or names no possible path.
  public static Optional<RepositoryPath> target(String text) {
    if (!isLink(text)) {
      return Optional.empty();
    }
    String path = text.substring(OPENING.length(), text.length() - CLOSING.length()).strip();
    try {
      return Optional.of(new RepositoryPath(path));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The link to a spec.
  public static String to(RepositoryPath path) {
    return OPENING + path + CLOSING;
  }
}
