package io.github.sigmadm.plan;

import io.github.sigmadm.core.DataModelId;
import java.util.List;

/// What a document uses of a data model.
///
/// @param elements the ids of the elements
/// @param tagged whether it uses a tagged version, which an update leaves as it is
public record ModelUse(DataModelId model, List<String> elements, boolean tagged) {
  public ModelUse {
    elements = List.copyOf(elements);
  }
}
