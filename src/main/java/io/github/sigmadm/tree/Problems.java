package io.github.sigmadm.tree;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Span;
import java.util.ArrayList;
import java.util.List;

/// What was found wrong with a file so far.
final class Problems {

  /// Nobody reads more, and a file may have millions.
  private static final int KEPT = 1_000;

  private final RepositoryPath file;
  private final List<Diagnostic> found = new ArrayList<>();

  Problems(RepositoryPath file) {
    this.file = file;
  }

  /// Notes an error after which reading goes on.
  void report(String code, Span span, String message, String hint) {
    if (found.size() < KEPT) {
      found.add(Diagnostic.error(code, file, span, message, hint));
    }
  }

  /// The end of reading, to be thrown.
  Unreadable stop(String code, Span span, String message, String hint) {
    return new Unreadable(Diagnostic.error(code, file, span, message, hint));
  }

  void add(Diagnostic last) {
    found.add(last);
  }

  List<Diagnostic> inReadingOrder() {
    return found.stream().distinct().sorted(Diagnostic.READING_ORDER).toList();
  }
}
