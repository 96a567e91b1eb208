package io.github.sigmadm.http;

/// Where a client tells what it does, one line per attempt, for debugging. Lines hold no secret and
/// no value of a query parameter.
@FunctionalInterface
public interface RequestLog {

  /// Tells nobody.
  RequestLog NONE = line -> {};

  /// Takes a line. Called from any thread.
  void write(String line);
}
