package io.github.sigmadm.sandbox.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The endpoints by method and path.
final class Router {

  /// What an endpoint does.
  interface Endpoint {
    Response answer(Call call);
  }

  private record Route(String method, PathPattern path, Endpoint endpoint) {}

  private final List<Route> routes = new ArrayList<>();

  void add(String method, String path, Endpoint endpoint) {
    routes.add(new Route(method, new PathPattern(path), endpoint));
  }

  /// The answer of the first endpoint that fits; empty when the route does not exist.
  Optional<Response> answer(Request request) {
    for (Route route : routes) {
      if (route.method().equals(request.method())) {
        Optional<List<String>> values = route.path().match(request.path());
        if (values.isPresent()) {
          return Optional.of(route.endpoint().answer(new Call(request, values.get())));
        }
      }
    }
    return Optional.empty();
  }
}
