package io.github.sigmadm.plan;

import io.github.sigmadm.core.DataModelId;
import java.util.List;
import java.util.Optional;

/// A document with what it uses of data models.
///
/// @param url where a browser shows it
/// @param model its id, if it is itself a data model, which others may use
public record Consumer(
    String name, Optional<String> url, Optional<DataModelId> model, List<ModelUse> uses) {
  public Consumer {
    uses = List.copyOf(uses);
  }
}
