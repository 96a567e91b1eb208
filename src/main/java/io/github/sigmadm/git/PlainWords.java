package io.github.sigmadm.git;

/// What JGit says, as the end of a sentence.
final class PlainWords {

  private PlainWords() {}

  static String of(Exception cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank()
        ? cause.getClass().getSimpleName()
        : message.strip().replaceAll("[.\\s]+$", "");
  }
}
