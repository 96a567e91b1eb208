package io.github.sigmadm.config;

import io.github.sigmadm.core.Span;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A glob and where the configuration has it.
record PlacedGlob(Glob glob, Span span) {

  /// The globs under a key; empty if the key is absent. What is none is told and left out.
  static Optional<List<PlacedGlob>> under(Section section, String key) {
    return section
        .texts(key)
        .map(texts -> {
          List<PlacedGlob> globs = new ArrayList<>();
          for (TextNode text : texts) {
            section
                .made(key, text, Glob::of, "Use *, **, ?, [a-z] and {a,b}.")
                .ifPresent(glob -> globs.add(new PlacedGlob(glob, text.span())));
          }
          return globs;
        });
  }

  static List<Glob> withoutPlaces(List<PlacedGlob> placed) {
    return placed.stream().map(PlacedGlob::glob).toList();
  }
}
