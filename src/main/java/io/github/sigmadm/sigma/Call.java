package io.github.sigmadm.sigma;

import io.github.sigmadm.http.HttpMethod;
import io.github.sigmadm.http.Repeat;
import io.github.sigmadm.tree.Node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One call of Sigma's API.
///
/// @param action what it is for, as words that errors begin with
/// @param path with everything in it encoded
/// @param query without the question mark, encoded; may be empty
record Call(
    String action,
    HttpMethod method,
    String path,
    String query,
    Optional<ObjectNode> body,
    Repeat repeat) {

  /// A read.
  static Call get(String action, String path) {
    return new Call(action, HttpMethod.GET, path, "", Optional.empty(), Repeat.SAFE_TO_REPEAT);
  }

  /// A change.
  static Call change(
      String action, HttpMethod method, String path, ObjectNode body, Repeat repeat) {
    return new Call(action, method, path, "", Optional.of(body), repeat);
  }

  /// This call with one more query parameter.
  Call with(String parameter, String value) {
    String pair = parameter + "=" + encoded(value);
    return new Call(
        action, method, path, query.isEmpty() ? pair : query + "&" + pair, body, repeat);
  }

  /// A text as it stands in a path or a query.
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
