package io.github.sigmadm.http;

/// The methods that the services we talk to are asked with.
public enum HttpMethod {
  GET,
  POST,
  PUT,
  PATCH,
  DELETE
}
