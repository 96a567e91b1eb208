package io.github.sigmadm.testing;

import io.github.sigmadm.core.Span;
import io.github.sigmadm.formula.ColumnNames;
import io.github.sigmadm.formula.EffectiveNames;
import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import io.github.sigmadm.tree.TreeWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Edits of a model as an author makes them one after the other, each with what a plan should say
/// about it: nothing more, nothing less. The same for the same seed.
///
/// An edit keeps the model sound: only what no formula and no other thing refers to is renamed or
/// removed.
public final class EditChain {

  private static final Pattern REFERENCE = Pattern.compile("\\[([^\\[\\]]+)]");

  private final Random random;
  private final Set<String> elsewhere;
  private int number;

  /// One edit.
  ///
  /// @param name what is done
  /// @param table the id of the table that it is about
  /// @param edits the lines of [Edit]
  /// @param changes the changes that it comes to, as kind and subject, in any order
  public record Step(String name, String table, List<String> edits, List<String> changes) {

    /// The model after the edit.
    public DataModel applyTo(DataModel model) {
      ObjectNode result = model.node();
      for (String edit : edits) {
        result = Edit.of(edit).applyTo(result);
      }
      return DataModel.of(result);
    }
  }

  /// What an edit does.
  private enum Kind {
    RENAME,
    RETYPE,
    REORDER,
    ADD,
    REMOVE,
    SWAP,
    FILE,
    RENAME_TABLE,
    MOVE_TABLE
  }

  /// @param others the other models, whose formulas may refer to this one
  public EditChain(long seed, List<DataModel> others) {
    this(seed, 0, others);
  }

  /// @param start where numbering what is made begins
  public EditChain(long seed, int start, List<DataModel> others) {
    this.number = start;
    this.random = new Random(seed);
    this.elsewhere = new HashSet<>();
    others.forEach(model -> elsewhere.addAll(references(model.node()).keySet()));
  }

  /// The next edit of a model.
  public Step next(DataModel model) {
    Kind[] kinds = Kind.values();
    for (int i = 0; i < kinds.length; i++) {
      Kind kind = kinds[number++ % kinds.length];
      List<Target> targets = targets(model);
      Collections.shuffle(targets, random);
      for (Target target : targets) {
        Optional<Step> step = target.step(kind);
        if (step.isPresent()) {
          return step.get();
        }
      }
    }
    throw new IllegalStateException("nothing left to edit");
  }

  private List<Target> targets(DataModel model) {
    Map<String, Integer> references = references(model.node());
    List<Target> targets = new ArrayList<>();
    for (int page = 0; page < model.pages().size(); page++) {
      List<ObjectNode> elements = model.pages().get(page).node().objects("elements");
      for (int i = 0; i < elements.size(); i++) {
        String id = elements.get(i).text("id").orElseThrow();
        int at = page;
        String path = "pages/" + page + "/elements/" + i;
        model
            .table(id)
            .ifPresent(table -> targets.add(new Target(model, references, table, at, path)));
      }
    }
    return targets;
  }

  /// A table that an edit may be about.
  private final class Target {

    private final DataModel model;
    private final Map<String, Integer> references;
    private final TableElement table;
    private final int page;
    private final String path;

    Target(
        DataModel model,
        Map<String, Integer> references,
        TableElement table,
        int page,
        String path) {
      this.model = model;
      this.references = references;
      this.table = table;
      this.page = page;
      this.path = path;
    }

    Optional<Step> step(Kind kind) {
      return switch (kind) {
        case RENAME -> rename();
        case RETYPE -> retype();
        case REORDER -> reorder();
        case ADD -> add();
        case REMOVE -> remove();
        case SWAP -> swap();
        case FILE -> file();
        case RENAME_TABLE -> renameTable();
        case MOVE_TABLE -> moveTable();
      };
    }

    private Optional<Step> rename() {
      return one(free())
          .map(index ->
              made(
                  "rename " + name(index),
                  List.of("set " + column(index) + "/name Renamed " + number),
                  List.of("column.renamed " + name(index))));
    }

    private Optional<Step> retype() {
      return one(named())
          .map(index -> {
            boolean isNumber =
                table
                    .columns()
                    .get(index)
                    .node()
                    .object("format")
                    .flatMap(f -> f.text("kind"))
                    .equals(Optional.of("number"));
            return made(
                "retype " + name(index),
                List.of(
                    "set "
                        + column(index)
                        + (isNumber
                            ? "/format {kind: datetime, formatString: '%Y-%m-" + number + "'}"
                            : "/format {kind: number, formatString: '." + number + "f'}")),
                List.of("column.changed " + name(index)));
          });
    }

    private Optional<Step> reorder() {
      Set<String> columns = new HashSet<>();
      table.columns().forEach(column -> columns.add(column.id().value()));
      List<Node> order = table.node().items("order");
      List<Integer> movable =
          IntStream.range(1, order.size())
              .filter(i -> order.get(i) instanceof TextNode id && columns.contains(id.value()))
              .filter(i -> order.get(i - 1) instanceof TextNode id && columns.contains(id.value()))
              .boxed()
              .toList();
      return one(movable)
          .map(index ->
              made(
                  "reorder",
                  List.of("move " + path + "/order/" + index + " " + (index - 1)),
                  List.of("order.changed " + label())));
    }

    private Optional<Step> add() {
      String name = "Added " + number;
      List<String> edits = new ArrayList<>();
      edits.add(
          "insert "
              + path
              + "/columns/end {id: added-"
              + number
              + ", formula: '1 + "
              + number
              + "', name: "
              + name
              + "}");
      if (table.node().get("order").isPresent()) {
        edits.add("insert " + path + "/order/end added-" + number);
      }
      return Optional.of(made("add " + name, edits, List.of("column.added " + name)));
    }

    private Optional<Step> remove() {
      if (table.columns().size() < 2) {
        return Optional.empty();
      }
      return one(free().stream()
              .filter(index -> isFreeOfIds(table.columns().get(index).id().value()))
              .toList())
          .map(index -> {
            String id = table.columns().get(index).id().value();
            List<String> edits = new ArrayList<>();
            edits.add("remove " + column(index));
            edits.addAll(removal(table.node(), path, "order", id));
            List<ObjectNode> folders = table.folders();
            for (int i = 0; i < folders.size(); i++) {
              edits.addAll(removal(folders.get(i), path + "/folders/" + i, "items", id));
            }
            return made("remove " + name(index), edits, List.of("column.removed " + name(index)));
          });
    }

    private Optional<Step> swap() {
      List<Integer> two = new ArrayList<>(free());
      Collections.shuffle(two, random);
      if (two.size() < 2) {
        return Optional.empty();
      }
      int one = two.get(0);
      int other = two.get(1);
      return Optional.of(
          made(
              "swap " + name(one) + " and " + name(other),
              List.of(
                  "set " + column(one) + "/name " + quoted(name(other)),
                  "set " + column(other) + "/name " + quoted(name(one))),
              List.of("column.renamed " + name(one), "column.renamed " + name(other))));
    }

    /// Into another folder, or out of all of them; the first time into a new one.
    private Optional<Step> file() {
      List<ObjectNode> folders = table.folders();
      List<Node> order = table.node().items("order");
      if (order.isEmpty() || !table.groupings().isEmpty()) {
        return Optional.empty();
      }
      Set<String> columns = new HashSet<>();
      table.columns().forEach(column -> columns.add(column.id().value()));
      List<Integer> loose =
          IntStream.range(0, order.size())
              .filter(i -> order.get(i) instanceof TextNode id && columns.contains(id.value()))
              .boxed()
              .toList();
      if (loose.isEmpty()) {
        return Optional.empty();
      }
      int index = loose.get(random.nextInt(loose.size()));
      String id = ((TextNode) order.get(index)).value();
      if (folders.isEmpty()) {
        String folder =
            "{id: folder-" + number + ", name: Folder " + number + ", items: [" + quoted(id) + "]}";
        return Optional.of(
            made(
                "put a column into a new folder",
                List.of(
                    "set " + path + "/folders [" + folder + "]",
                    "set " + path + "/order/" + index + " folder-" + number),
                List.of("folder.added Folder " + number)));
      }
      int chosen = random.nextInt(folders.size());
      return Optional.of(
          made(
              "put a column into a folder",
              List.of(
                  "remove " + path + "/order/" + index,
                  "insert " + path + "/folders/" + chosen + "/items/end " + quoted(id)),
              List.of("folder.changed " + folders.get(chosen).text("name").orElse("?"))));
    }

    private Optional<Step> renameTable() {
      return names()
          .of(table)
          .filter(name -> !references.containsKey(Names.normalise(name)))
          .filter(name -> !elsewhere.contains(Names.normalise(name)))
          .map(name ->
              made(
                  "rename the table " + name,
                  List.of("set " + path + "/name Table " + number),
                  List.of("element.renamed " + name)));
    }

    /// To the last page; to a new one where there is only one.
    private Optional<Step> moveTable() {
      List<String> edits = new ArrayList<>();
      List<String> changes = new ArrayList<>();
      int last = model.pages().size() - 1;
      edits.add("remove " + path);
      if (model.pages().size() == 1) {
        edits.add(
            "insert pages/end {id: page-" + number + ", name: Page " + number + ", elements: []}");
        changes.add("page.added Page " + number);
        last++;
      } else if (page == last) {
        return Optional.empty();
      }
      edits.add("insert pages/" + last + "/elements/end " + TreeWriter.compact(table.node()));
      changes.add("element.moved " + label());
      return Optional.of(made("move the table " + label(), edits, changes));
    }

    private Step made(String name, List<String> edits, List<String> changes) {
      return new Step(name, table.id().value(), edits, changes);
    }

    private List<String> removal(ObjectNode holder, String at, String list, String id) {
      List<Node> items = holder.items(list);
      List<String> edits = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof TextNode text && text.value().equals(id)) {
          edits.add("remove " + at + "/" + list + "/" + i);
        }
      }
      return edits;
    }

    /// Columns with a name of their own that nobody else refers to.
    private List<Integer> free() {
      return named().stream()
          .filter(index -> {
            String name = Names.normalise(name(index));
            int own = references(table.columns().get(index).node()).getOrDefault(name, 0);
            return references.getOrDefault(name, 0) == own && !elsewhere.contains(name);
          })
          .toList();
    }

    private List<Integer> named() {
      List<ColumnNames.Named> all = ColumnNames.of(table).columns();
      return IntStream.range(0, all.size())
          .filter(index ->
              all.get(index)
                  .name()
                  .filter(name ->
                      all.stream()
                              .filter(other ->
                                  other.name().filter(o -> Names.same(o, name)).isPresent())
                              .count()
                          == 1)
                  .isPresent())
          .boxed()
          .toList();
    }

    /// Whether an id stands nowhere but where a column is defined and ordered.
    private boolean isFreeOfIds(String id) {
      ObjectNode rest = table.node().without("columns").without("order").without("folders");
      boolean elsewhereInModel =
          model
              .elements()
              .filter(element -> !element.id().value().equals(table.id().value()))
              .anyMatch(element ->
                  TreeWriter.compact(element.node().without("columns")).contains(quoted(id)));
      return !elsewhereInModel && !TreeWriter.compact(rest).contains(quoted(id));
    }

    private EffectiveNames names() {
      return EffectiveNames.of(model);
    }

    private String label() {
      return names().of(table).orElse(table.id().value());
    }

    private String name(int index) {
      return ColumnNames.of(table).columns().get(index).name().orElseThrow();
    }

    private String column(int index) {
      return path + "/columns/" + index;
    }
  }

  private <T> Optional<T> one(List<T> items) {
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(items.get(random.nextInt(items.size())));
  }

  private static String quoted(String text) {
    return TreeWriter.compact(TextNode.of(text, Span.FILE_START));
  }

  /// How often names stand in references, in one spelling.
  private static Map<String, Integer> references(ObjectNode node) {
    Map<String, Integer> references = new HashMap<>();
    Matcher matcher = REFERENCE.matcher(TreeWriter.compact(node));
    while (matcher.find()) {
      for (String part : matcher.group(1).split("/", -1)) {
        references.merge(Names.normalise(part), 1, Integer::sum);
      }
    }
    return references;
  }
}
