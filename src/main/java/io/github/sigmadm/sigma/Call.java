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
/// @param expects what comes back if it goes well
/// @param access what the owner of the credentials needs for it
record Call(
    String action,
    HttpMethod method,
    String path,
    String query,
    Optional<ObjectNode> body,
    Repeat repeat,
    Expected expects,
    Access access) {

  /// What a good answer holds.
  enum Expected {
    /// An object with what was asked for.
    OBJECT,
    /// A list: in the field `entries` of an object, or bare.
    LIST,
    /// An object or nothing at all.
    CONFIRMATION
  }

  /// A read about data models.
  static Call get(String action, String path) {
    return get(action, path, Access.MODELS);
  }

  /// A read.
  static Call get(String action, String path, Access access) {
    return new Call(
        action,
        HttpMethod.GET,
        path,
        "",
        Optional.empty(),
        Repeat.SAFE_TO_REPEAT,
        Expected.OBJECT,
        access);
  }

  /// A question that is too long for an address.
  static Call ask(String action, String path, ObjectNode body, Access access) {
    return new Call(
        action,
        HttpMethod.POST,
        path,
        "",
        Optional.of(body),
        Repeat.SAFE_TO_REPEAT,
        Expected.OBJECT,
        access);
  }

  /// A change.
  static Call change(
      String action, HttpMethod method, String path, ObjectNode body, Repeat repeat) {
    return new Call(
        action, method, path, "", Optional.of(body), repeat, Expected.CONFIRMATION, Access.MODELS);
  }

  /// A change that has nothing to say beyond its address.
  static Call change(String action, HttpMethod method, String path, Repeat repeat) {
    return new Call(
        action, method, path, "", Optional.empty(), repeat, Expected.CONFIRMATION, Access.MODELS);
  }

  /// This call, whose answer is a list that may come bare.
  Call forList() {
    return new Call(action, method, path, query, body, repeat, Expected.LIST, access);
  }

  /// This call with one more query parameter.
  Call with(String parameter, String value) {
    String pair = parameter + "=" + encoded(value);
    return new Call(
        action,
        method,
        path,
        query.isEmpty() ? pair : query + "&" + pair,
        body,
        repeat,
        expects,
        access);
  }

  /// A text as it stands in a path or a query.
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
