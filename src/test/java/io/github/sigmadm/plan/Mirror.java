package io.github.sigmadm.plan;

import java.util.List;

/// What is added and removed, as texts, to compare one direction with the other.
final class Mirror {

  private Mirror() {}

  static List<String> straight(List<Change> changes) {
    return changes.stream()
        .filter(Mirror::comesOrGoes)
        .map(change -> change.kind() + change.before() + change.after())
        .sorted()
        .toList();
  }

  static List<String> mirrored(List<Change> changes) {
    return changes.stream()
        .filter(Mirror::comesOrGoes)
        .map(change ->
            change.thing().word()
                + "."
                + (change.what() == What.ADDED ? What.REMOVED : What.ADDED).word()
                + change.after()
                + change.before())
        .sorted()
        .toList();
  }

  private static boolean comesOrGoes(Change change) {
    return change.what() == What.ADDED || change.what() == What.REMOVED;
  }
}
