package io.github.sigmadm.sandbox.rest;

import java.time.Duration;

/// What an [Interception] does to a request.
public sealed interface Effect {

  /// Waits, then goes on.
  static Effect delay(Duration duration) {
    return new Delay(duration);
  }

  /// Answers this instead.
  static Effect answer(Response response) {
    return new Answer(response);
  }

  /// Closes the connection without an answer.
  static Effect drop() {
    return new Drop();
  }

  /// Sends the first bytes of the real answer and closes the connection. Only after acting.
  static Effect cut(int bytes) {
    return new Cut(bytes);
  }

  /// Does something else, such as an edit by a person, then goes on.
  static Effect run(Runnable action) {
    return new Run(action);
  }

  /// See [#delay].
  record Delay(Duration duration) implements Effect {}

  /// See [#answer].
  record Answer(Response response) implements Effect {}

  /// See [#drop].
  record Drop() implements Effect {}

  /// See [#cut].
  record Cut(int bytes) implements Effect {
    public Cut {
      if (bytes < 0) {
        throw new IllegalArgumentException("a number of bytes is not negative: " + bytes);
      }
    }
  }

  /// See [#run].
  record Run(Runnable action) implements Effect {}
}
