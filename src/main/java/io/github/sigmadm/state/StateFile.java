package io.github.sigmadm.state;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import io.github.sigmadm.tree.Reading;
import io.github.sigmadm.tree.TreeReader;
import io.github.sigmadm.tree.TreeWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The state as `state.json`: stable, one line for each id, so that its history reads well.
public final class StateFile {

  /// The version of the format that is written, and the newest that can be read.
  public static final int VERSION = 1;

  private static final Span NOWHERE = Span.FILE_START;

  /// What reading a state file came to.
  public sealed interface Result {

    /// It could be read.
    record Known(State state) implements Result {}

    /// It cannot be used; deploying on a guess would lose ids, so nothing may be deployed until it
    /// is seen to.
    record Unusable(String reason) implements Result {}
  }

  private StateFile() {}

  /// The bytes of `state.json`.
  public static byte[] write(State state) {
    List<Field> models = new ArrayList<>();
    state.models().forEach((path, model) -> models.add(field(path.value(), write(model))));
    List<Field> fields = new ArrayList<>();
    fields.add(field("version", NumberNode.of(VERSION, NOWHERE)));
    state.head().ifPresent(head -> fields.add(field("commit", text(head.id()))));
    fields.add(field("models", new ObjectNode(models, NOWHERE)));
    return TreeWriter.pretty(new ObjectNode(fields, NOWHERE)).getBytes(StandardCharsets.UTF_8);
  }

  /// The state that the bytes of a `state.json` describe.
  public static Result read(byte[] bytes) {
    Reading reading = TreeReader.readJson(new RepositoryPath("state.json"), bytes);
    if (!(reading.sound().orElse(null) instanceof ObjectNode document)) {
      return new Result.Unusable(
          "state.json is not readable: "
              + reading.diagnostics().stream()
                  .findFirst()
                  .map(Diagnostic::message)
                  .orElse("it holds no object."));
    }
    if (!(document.get("version").orElse(null) instanceof NumberNode version)) {
      return new Result.Unusable("state.json does not say its version.");
    }
    if (version.value().longValue() != VERSION) {
      return new Result.Unusable(
          "state.json has version "
              + version.literal()
              + ", and this program reads version "
              + VERSION
              + ". It was written by another release; use that one or a newer one.");
    }
    try {
      return new Result.Known(models(document));
    } catch (IllegalArgumentException e) {
      return new Result.Unusable("state.json is damaged: " + e.getMessage());
    }
  }

  private static State models(ObjectNode document) {
    SortedMap<RepositoryPath, DeployedModel> models = new TreeMap<>();
    for (Field field : document.object("models").orElseThrow(damaged("models")).fields()) {
      if (!(field.value() instanceof ObjectNode model)) {
        throw damaged(field.name()).get();
      }
      models.put(new RepositoryPath(field.name()), read(model));
    }
    return new State(document.text("commit").map(Commit::new), models);
  }

  private static ObjectNode write(DeployedModel model) {
    List<Field> fields = new ArrayList<>();
    fields.add(field("dataModelId", text(model.id().value())));
    fields.add(field("name", text(model.name())));
    fields.add(field("folder", text(model.folder().value())));
    model.hash().ifPresent(hash -> fields.add(field("hash", text(hash))));
    fields.add(field("commit", text(model.commit().id())));
    model
        .version()
        .ifPresent(version -> fields.add(field("version", NumberNode.of(version, NOWHERE))));
    fields.add(field("created", new BooleanNode(model.created(), NOWHERE)));
    fields.add(field("ids", write(model.ids())));
    return new ObjectNode(fields, NOWHERE);
  }

  private static DeployedModel read(ObjectNode model) {
    return new DeployedModel(
        new DataModelId(required(model, "dataModelId")),
        required(model, "name"),
        new FolderId(required(model, "folder")),
        model.text("hash"),
        new Commit(required(model, "commit")),
        model.get("version").orElse(null) instanceof NumberNode version
            ? Optional.of(version.value().longValueExact())
            : Optional.empty(),
        model.get("created").orElse(null) instanceof BooleanNode created && created.value(),
        ids(model));
  }

  /// Rows of kind, element (where the kind is scoped to one), id in the spec, live id. Sorted, so
  /// that the file does not depend on the order in which ids were found.
  private static Node write(IdMap ids) {
    List<Node> rows = new ArrayList<>();
    ids.live().entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<ScopedId, String> entry) -> entry.getKey().kind())
                .thenComparing(entry -> entry.getKey().element().orElse(""))
                .thenComparing(entry -> entry.getKey().id()))
        .forEach(entry -> {
          ScopedId id = entry.getKey();
          List<Field> row = new ArrayList<>();
          row.add(field("kind", text(word(id.kind()))));
          id.element().ifPresent(element -> row.add(field("element", text(element))));
          row.add(field("id", text(id.id())));
          row.add(field("live", text(entry.getValue())));
          rows.add(new ObjectNode(row, NOWHERE));
        });
    return new ArrayNode(rows, NOWHERE);
  }

  private static IdMap ids(ObjectNode model) {
    Map<ScopedId, String> live = new LinkedHashMap<>();
    for (ObjectNode row : model.objects("ids")) {
      ScopedId id =
          new ScopedId(kind(required(row, "kind")), row.text("element"), required(row, "id"));
      live.put(id, required(row, "live"));
    }
    return new IdMap(live);
  }

  private static String word(IdKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static IdKind kind(String word) {
    return IdKind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static String required(ObjectNode node, String field) {
    return node.text(field).orElseThrow(damaged(field));
  }

  private static java.util.function.Supplier<IllegalArgumentException> damaged(String field) {
    return () -> new IllegalArgumentException("'" + field + "' is missing or has the wrong type.");
  }

  private static TextNode text(String value) {
    return TextNode.of(value, NOWHERE);
  }

  private static Field field(String name, Node value) {
    return new Field(name, NOWHERE, value);
  }
}
