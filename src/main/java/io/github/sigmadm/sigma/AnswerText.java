package io.github.sigmadm.sigma;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.http.Response;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeReader;
import java.util.List;
import java.util.Optional;

/// Reads the body of an answer: JSON as asked for, or YAML, which Sigma has been seen to send all
/// the same. Remembers the last one, since whether an answer is whole and what it says are asked
/// one after the other.
///
/// A bare list, where one is expected, is read as an object with the list under `entries`.
final class AnswerText {

  /// Without an extension, so that the reader looks at the text: the media type has been wrong.
  private static final RepositoryPath NAME = new RepositoryPath("answer");

  private final boolean maybeList;
  private Optional<Response> last = Optional.empty();
  private Optional<ObjectNode> lastRead = Optional.empty();

  AnswerText() {
    this(Call.Expected.OBJECT);
  }

  AnswerText(Call.Expected expected) {
    this.maybeList = expected == Call.Expected.LIST;
  }

  /// The object that a body holds; empty if it holds none: nothing, a web page, a cut text, another
  /// kind of value.
  Optional<ObjectNode> read(Response response) {
    if (last.filter(known -> known.body().equals(response.body())).isEmpty()) {
      last = Optional.of(response);
      lastRead = response.isWebPage() ? Optional.empty() : parsed(response);
    }
    return lastRead;
  }

  private Optional<ObjectNode> parsed(Response response) {
    Optional<Node> root = TreeReader.read(NAME, response.body().bytes()).root();
    return switch (root.orElse(null)) {
      case ObjectNode object -> Optional.of(object);
      case ArrayNode list when maybeList ->
          Optional.of(
              new ObjectNode(
                  List.of(new Field("entries", Span.FILE_START, list)), Span.FILE_START));
      case null, default -> Optional.empty();
    };
  }
}
