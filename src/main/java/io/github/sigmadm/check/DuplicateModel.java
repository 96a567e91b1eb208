package io.github.sigmadm.check;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The rules about two specs of the repository that would be taken for one data model.
final class DuplicateModel {

  private DuplicateModel() {}

  /// No two specs have the same `dataModelId`: a copy of an export keeps the id of the original.
  record Id(String code) implements Rule {

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public void check(Subject subject, Findings findings) {
      subject
          .model()
          .dataModelId()
          .filter(id -> !id.value().isBlank())
          .ifPresent(id ->
              other(subject, spec -> text(spec.model(), DataModel::dataModelId), id.value())
                  .ifPresent(other ->
                      findings.add(
                          this,
                          id.span(),
                          "The spec " + other + " has the same `dataModelId`.",
                          "Take `dataModelId` out of the copy, which then is a model of its own; other"
                              + " specs refer to it as ${model:path}.")));
    }
  }

  /// No two specs have one name in one folder: by these a live model is found that nothing else
  /// tells.
  record Name(String code) implements Rule {

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public void check(Subject subject, Findings findings) {
      Optional<TextNode> name = subject.model().name().filter(text -> !text.value().isBlank());
      RepositorySpec self = subject.input().others().files().get(subject.input().spec().file());
      Optional<String> place = self == null ? Optional.empty() : Name.place(self);
      if (name.isEmpty() || self == null || place.isEmpty()) {
        return;
      }
      other(subject, Name::place, place.get())
          .ifPresent(other ->
              findings.add(
                  this,
                  self.isNamedById() ? Severity.WARNING : severity(),
                  name.get().span(),
                  "The spec " + other + " has the same name and goes into the same folder.",
                  "Rename one of the two, or give one of them another folder under `models` in"
                      + " sigma-dm.yml."));
    }

    private static Optional<String> place(RepositorySpec spec) {
      return spec.folder()
          .flatMap(folder ->
              text(spec.model(), DataModel::name)
                  .map(name -> folder.toLowerCase(Locale.ROOT) + "/" + name));
    }
  }

  /// The first other spec for which something is the same.
  private static Optional<RepositoryPath> other(
      Subject subject, Function<RepositorySpec, Optional<String>> what, String value) {
    return subject.input().others().files().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(subject.input().spec().file()))
        .filter(entry -> what.apply(entry.getValue()).filter(value::equals).isPresent())
        .map(java.util.Map.Entry::getKey)
        .sorted()
        .findFirst();
  }

  private static Optional<String> text(
      DataModel model, Function<DataModel, Optional<TextNode>> field) {
    return field.apply(model).map(TextNode::value);
  }
}
