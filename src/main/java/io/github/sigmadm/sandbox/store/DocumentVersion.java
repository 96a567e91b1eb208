package io.github.sigmadm.sandbox.store;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/// One version of a data model. Nobody changes its pages.
///
/// @param number from 1
public record DocumentVersion(
    int number, ArrayNode pages, List<UnsupportedElement> unsupported, Instant at, String by) {

  public DocumentVersion {
    unsupported = List.copyOf(unsupported);
  }
}
