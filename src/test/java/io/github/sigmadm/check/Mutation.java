package io.github.sigmadm.check;

import io.github.sigmadm.tree.Node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A document in which one thing was changed so that a reference is broken.
///
/// @param kind what was done to what, such as `column renamed, formula`
/// @param words where
/// @param rules the rules of which one must tell it
/// @param unknowable why nobody can know offline that it is broken, where that is so
record Mutation(
    String kind,
    String words,
    Supplier<ObjectNode> document,
    Set<String> rules,
    Optional<String> unknowable) {

  static Mutation of(String kind, String words, Supplier<ObjectNode> document, String... rules) {
    return new Mutation(kind, words, document, Set.of(rules), Optional.empty());
  }

  Mutation unless(Optional<String> reason) {
    return new Mutation(kind, words, document, rules, unknowable.or(() -> reason));
  }
}
