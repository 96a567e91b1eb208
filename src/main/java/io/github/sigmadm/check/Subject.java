package io.github.sigmadm.check;

import io.github.sigmadm.check.shape.ShapeProblem;
import io.github.sigmadm.check.shape.ShapeWalk;
import io.github.sigmadm.formula.EffectiveNames;
import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.Control;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.IdSites;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.tree.Node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A spec with everything that more than one rule wants to know about it, worked out once.
final class Subject {

  private final CheckInput input;
  private final List<ShapeProblem> shapeProblems;
  private final List<IdSite> idSites;
  private final Map<String, Optional<OtherModel>> others = new HashMap<>();
  private final EffectiveNames names;
  private final List<Table> tables = new ArrayList<>();
  private final Map<String, Table> byId = new HashMap<>();
  private final Map<String, List<Table>> byName = new HashMap<>();
  private final Map<String, Control> controls = new HashMap<>();
  private final List<String> controlIds = new ArrayList<>();
  private final List<FormulaSite> formulas = new ArrayList<>();
  private final List<FoundReference> references;

  Subject(CheckInput input) {
    this.input = input;
    this.shapeProblems = ShapeWalk.problems(model().node());
    this.idSites = IdSites.in(model().node());
    this.names = EffectiveNames.of(model(), this::nameInOtherModel);
    model()
        .tables()
        .forEach(element -> {
          Table table = new Table(element, names.of(element));
          tables.add(table);
          byId.putIfAbsent(element.id().value(), table);
          table
              .name()
              .ifPresent(name ->
                  byName
                      .computeIfAbsent(Names.normalise(name), key -> new ArrayList<>())
                      .add(table));
        });
    model()
        .controls()
        .forEach(control ->
            control
                .controlId()
                .ifPresent(id -> {
                  controls.putIfAbsent(Names.normalise(id.value()), control);
                  controlIds.add(id.value());
                }));
    tables.forEach(table -> formulas.addAll(FormulaSite.of(table)));
    this.references = ReferenceFinder.in(this);
  }

  CheckInput input() {
    return input;
  }

  DataModel model() {
    return input.spec().model();
  }

  ObjectNode document() {
    return model().node();
  }

  List<ShapeProblem> shapeProblems() {
    return shapeProblems;
  }

  /// All places where ids stand, in document order.
  List<IdSite> idSites() {
    return idSites;
  }

  EffectiveNames names() {
    return names;
  }

  /// All tables, in document order.
  List<Table> tables() {
    return tables;
  }

  /// The first table with an id.
  Optional<Table> table(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The table of this document that a source is.
  Optional<Table> table(Source source) {
    return source instanceof Source.OfElement of
        ? of.elementId().flatMap(id -> table(id.value()))
        : Optional.empty();
  }

  /// The tables that a formula may mean by a name.
  List<Table> tablesCalled(String name) {
    return byName.getOrDefault(Names.normalise(name), List.of());
  }

  /// The control that a formula or statement means by a `controlId`.
  Optional<Control> control(String controlId) {
    return Optional.ofNullable(controls.get(Names.normalise(controlId)));
  }

  /// Whether there is a control with exactly this `controlId`, but for case.
  boolean hasControl(String controlId) {
    return control(controlId)
        .flatMap(Control::controlId)
        .filter(id -> id.value().equalsIgnoreCase(controlId))
        .isPresent();
  }

  /// The `controlId`s of all controls.
  List<String> controlIds() {
    return controlIds;
  }

  /// All formulas, table by table.
  List<FormulaSite> formulas() {
    return formulas;
  }

  /// All references of all readable formulas and what they mean.
  List<FoundReference> references() {
    return references;
  }

  /// The other spec of the repository that a `dataModelId` means.
  Optional<OtherModel> otherModel(String reference) {
    return others.computeIfAbsent(reference, key -> input.others().find(key).map(OtherModel::new));
  }

  /// The table of another spec of the repository that a source is.
  Optional<Table> otherTable(Source.OfDataModel source) {
    return source
        .dataModelId()
        .flatMap(id -> otherModel(id.value()))
        .flatMap(model -> source.elementId().flatMap(id -> model.table(id.value())));
  }

  private Optional<String> nameInOtherModel(String reference, String elementId) {
    return otherModel(reference).flatMap(other -> other.table(elementId)).flatMap(Table::name);
  }

  /// Whether a text has a variable in it, so that nobody knows yet what it says.
  static boolean isOpen(String text) {
    return text.contains("${");
  }
}
