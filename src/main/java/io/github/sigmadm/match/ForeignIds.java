package io.github.sigmadm.match;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.IdSites;
import java.util.Optional;
import java.util.function.Function;

/// References to other data models, put into the ids that those have where they are live.
public final class ForeignIds {

  private ForeignIds() {}

  /// Another data model, where it is live.
  ///
  /// @param id its id there
  /// @param ids the live id of each thing of its spec
  public record OtherModel(DataModelId id, IdMap ids) {}

  /// The document with every reference to a known model put into live ids: the model's own id, and
  /// the ids of its elements, columns and groupings.
  ///
  /// References to models that are not known, and to things of theirs that their map does not know,
  /// stay as written. Controls of other models are named by `controlId`, which nobody renumbers.
  ///
  /// @param models the model that a text in the place of a `dataModelId` names, whether that is a
  ///   symbolic path or the id of an export
  public static DataModel rewrite(
      DataModel document, Function<String, Optional<OtherModel>> models) {
    return DataModel.of(
        IdSites.rewrite(
            document.node(),
            site -> {
              String written = site.node().value();
              return switch (site) {
                case IdSite.ModelReference ignored ->
                    models.apply(written).map(model -> model.id().value()).orElse(written);
                case IdSite.ForeignReference reference ->
                    models
                        .apply(reference.dataModel())
                        .flatMap(model -> model.ids().of(reference.id()))
                        .orElse(written);
                case IdSite.ForeignControl ignored -> written;
                case IdSite.Definition ignored -> written;
                case IdSite.Reference ignored -> written;
              };
            }));
  }
}
