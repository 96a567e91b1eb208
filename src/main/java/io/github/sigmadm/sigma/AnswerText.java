package io.github.sigmadm.sigma;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.http.Response;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeReader;
import java.util.Optional;

/// Reads the body of an answer: JSON as asked for, or YAML, which Sigma has been seen to send all
/// the same. Remembers the last one, since whether an answer is whole and what it says are asked
/// one after the other.
final class AnswerText {

  /// Without an extension, so that the reader looks at the text: the media type has been wrong.
  private static final RepositoryPath NAME = new RepositoryPath("answer");

  private Optional<Response> last = Optional.empty();
  private Optional<ObjectNode> lastRead = Optional.empty();

  /// The object that a body holds; empty if it holds none: nothing, a web page, a cut text, another
  /// kind of value.
  Optional<ObjectNode> read(Response response) {
    if (last.filter(known -> known.body().equals(response.body())).isEmpty()) {
      last = Optional.of(response);
      lastRead = response.isWebPage() ? Optional.empty() : parsed(response);
    }
    return lastRead;
  }

  private static Optional<ObjectNode> parsed(Response response) {
    return TreeReader.read(NAME, response.body().bytes())
        .root()
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast);
  }
}
