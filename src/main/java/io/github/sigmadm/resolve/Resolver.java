package io.github.sigmadm.resolve;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.IdSites;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Resolves specs for one environment.
public final class Resolver {

  /// Metadata of exports, and what an update ignores: it is compared and sent another way, or not
  /// at all.
  private static final Set<String> METADATA =
      Set.of(
          "dataModelId",
          "name",
          "url",
          "documentVersion",
          "latestDocumentVersion",
          "ownerId",
          "folderId",
          "createdBy",
          "updatedBy",
          "createdAt",
          "updatedAt",
          "description",
          "kind");

  private Resolver() {}

  /// The spec of a file for an environment.
  public static Resolution resolve(
      RepositoryPath path, DataModel model, Surroundings surroundings) {
    Variables variables =
        new Variables(path, surroundings.variables(), surroundings.replacements());
    ObjectNode document = variables.applyTo(model.node());
    List<Diagnostic> problems = new ArrayList<>(variables.problems());
    Set<RepositoryPath> dependsOn = new TreeSet<>();
    ObjectNode linked = link(path, document, surroundings, dependsOn, problems);
    if (!problems.isEmpty()) {
      problems.sort(Diagnostic.READING_ORDER);
      return new Resolution.Unresolved(problems);
    }
    Optional<FolderId> folder =
        surroundings
            .folder()
            .or(() -> document.text("folderId").filter(id -> !id.isBlank()).map(FolderId::new));
    return new Resolution.Resolved(
        new ResolvedSpec(
            path,
            document.text("name").orElse(path.fileName()),
            folder,
            document.text("description").filter(text -> !text.isEmpty()),
            model
                .dataModelId()
                .map(TextNode::value)
                .filter(id -> !id.isBlank())
                .map(DataModelId::new),
            DataModel.of(withoutMetadata(linked)),
            List.copyOf(dependsOn)));
  }

  /// References to models of the repository in their symbolic form.
  private static ObjectNode link(
      RepositoryPath path,
      ObjectNode document,
      Surroundings surroundings,
      Set<RepositoryPath> dependsOn,
      List<Diagnostic> problems) {
    return IdSites.rewrite(
        document,
        site -> {
          String written = site.node().value();
          if (!(site instanceof IdSite.ModelReference)) {
            return written;
          }
          if (ModelLink.isLink(written)) {
            Optional<RepositoryPath> target =
                ModelLink.target(written).filter(surroundings.specs()::contains);
            if (target.isEmpty()) {
              problems.add(unknownModel(path, site.node(), surroundings.specs()));
              return written;
            }
            dependsOn.add(target.get());
            return ModelLink.to(target.get());
          }
          Optional<RepositoryPath> target =
              Optional.ofNullable(surroundings.exported().get(written));
          target.ifPresent(dependsOn::add);
          return target.map(ModelLink::to).orElse(written);
        });
  }

  private static Diagnostic unknownModel(
      RepositoryPath path, TextNode node, Set<RepositoryPath> specs) {
    String wanted = node.value();
    Optional<RepositoryPath> sameName =
        ModelLink.target(wanted)
            .flatMap(target ->
                specs.stream()
                    .filter(spec -> spec.fileName().equals(target.fileName()))
                    .min(Comparator.naturalOrder()));
    return Diagnostic.error(
        "unknown-model",
        path,
        node.span(),
        "There is no spec at the path that " + wanted + " names.",
        sameName
            .map(spec -> "Did you mean " + ModelLink.to(spec) + "?")
            .orElse(
                "Write the path of a spec from the root of the repository, and see that `specs` in"
                    + " sigma-dm.yml includes it."));
  }

  private static ObjectNode withoutMetadata(ObjectNode document) {
    return new ObjectNode(
        document.fields().stream().filter(field -> !METADATA.contains(field.name())).toList(),
        document.span());
  }
}
