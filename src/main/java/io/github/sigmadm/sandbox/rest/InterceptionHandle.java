package io.github.sigmadm.sandbox.rest;

/// An interception in force. Closing it takes it back.
public interface InterceptionHandle extends AutoCloseable {

  /// How often it has happened.
  int count();

  @Override
  void close();
}
