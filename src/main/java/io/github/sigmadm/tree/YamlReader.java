package io.github.sigmadm.tree;

import io.github.sigmadm.core.Span;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;

/// One YAML document to its tree. SnakeYAML gives the events; what they mean is decided here.
final class YamlReader {

  private final SourceText source;
  private final Problems problems;
  private final Budget budget;
  private final YamlScalars scalars;
  private final YamlAnchors anchors;
  private final Map<String, String> keys = new HashMap<>();
  private final YamlInput input;
  private final Parser parser;

  /// Behind the last value read: where a block that has no end of its own ends.
  private int lastEnd;

  YamlReader(SourceText source, Problems problems, Limits limits) {
    this.source = source;
    this.problems = problems;
    this.budget = new Budget(limits, problems);
    this.scalars = new YamlScalars(source, problems, limits);
    this.anchors = new YamlAnchors(budget, problems);
    this.input = new YamlInput(source.text());
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE); // checked before, see YamlInput
    this.parser = new ParserImpl(input, options);
  }

  Node read() {
    YamlFault.refuseUnprintable(source, problems);
    next(); // the stream begins
    if (next().is(Event.ID.StreamEnd)) {
      throw TreeReader.empty(problems);
    }
    Node root = node(next(), 1);
    next(); // the document ends
    Event rest = next();
    if (!rest.is(Event.ID.StreamEnd)) {
      problems.report(
          "several-documents",
          span(rest.getStartMark(), rest.getEndMark()),
          "A second YAML document begins here.",
          "Put it in a file of its own.");
    }
    return root;
  }

  private Event next() {
    try {
      return parser.getEvent();
    } catch (MarkedYAMLException e) {
      throw YamlFault.of(e, input.offset(), source, problems);
    } catch (RuntimeException e) {
      // SnakeYAML lets some exceptions of its number parsing through.
      throw YamlFault.unexplained(input.offset(), source, problems);
    }
  }

  private Node node(Event event, int depth) {
    return switch (event) {
      case AliasEvent alias -> {
        lastEnd = end(alias);
        yield anchors.resolve(
            alias.getAnchor(), span(alias.getStartMark(), alias.getEndMark()), depth);
      }
      case ScalarEvent scalar -> anchored(scalar, depth);
      case CollectionStartEvent collection -> anchored(collection, depth);
      default -> throw new IllegalStateException("no value begins with " + event);
    };
  }

  private Node anchored(NodeEvent event, int depth) {
    String anchor = event.getAnchor();
    if (anchor == null) {
      return value(event, depth);
    }
    YamlAnchors.Open open = anchors.open(anchor, depth);
    Node node = value(event, depth);
    anchors.close(open, node);
    return node;
  }

  private Node value(NodeEvent event, int depth) {
    if (event instanceof ScalarEvent scalar) {
      YamlScalars.Read read = scalars.read(scalar);
      lastEnd = read.end();
      budget.node(read.node().span());
      if (read.node() instanceof TextNode text) {
        budget.text(text.value().length(), text.span());
      }
      return read.node();
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    int first = scalars.contentStart(start);
    refuseTag(start, first);
    Span opening = source.span(first, first);
    budget.depth(depth, opening);
    return start instanceof MappingStartEvent
        ? mapping(start, first, depth)
        : sequence(start, first, depth);
  }

  private void refuseTag(CollectionStartEvent start, int first) {
    String tag = start.getTag();
    String expected = start instanceof MappingStartEvent ? "map" : "seq";
    if (tag != null && !tag.equals("!") && !tag.equals(YamlScalars.CORE + expected)) {
      problems.report(
          "unsupported-tag",
          source.span(start.getStartMark().getIndex(), first),
          "The tag " + Quoted.briefly(YamlScalars.shortened(tag)) + " has no counterpart in JSON.",
          "Remove the tag.");
    }
  }

  private ArrayNode sequence(CollectionStartEvent start, int first, int depth) {
    List<Node> items = new ArrayList<>();
    Event event = next();
    while (!event.is(Event.ID.SequenceEnd)) {
      items.add(node(event, depth + 1));
      event = next();
    }
    return new ArrayNode(items, collectionSpan(start, first, event));
  }

  private ObjectNode mapping(CollectionStartEvent start, int first, int depth) {
    ObjectBuilder object = new ObjectBuilder(problems);
    YamlMerge merge = new YamlMerge(problems);
    Event event = next();
    while (!event.is(Event.ID.MappingEnd)) {
      if (event instanceof ScalarEvent key) {
        if (YamlMerge.isMergeKey(key)) {
          Span place = span(key.getStartMark(), key.getEndMark());
          // Not one deeper: the fields become fields of this mapping.
          merge.add(place, node(next(), depth));
        } else {
          TextNode name = key(key, depth);
          object.add(new Field(shared(name.value()), name.span(), node(next(), depth + 1)));
        }
      } else {
        refuseKey(event, depth);
      }
      event = next();
    }
    merge.into(object);
    return object.build(collectionSpan(start, first, event));
  }

  private TextNode key(ScalarEvent event, int depth) {
    TextNode name = scalars.readKey(event);
    budget.text(name.value().length(), name.span());
    if (event.getAnchor() != null) {
      anchors.close(anchors.open(event.getAnchor(), depth), name);
    }
    return name;
  }

  private void refuseKey(Event event, int depth) {
    problems.report(
        "invalid-key",
        span(event.getStartMark(), event.getEndMark()),
        "A key must be a text; here it is "
            + (event instanceof AliasEvent ? "an alias." : "an object or array."),
        "Write the key out as a text.");
    node(event, depth + 1);
    node(next(), depth + 1);
  }

  private String shared(String name) {
    String earlier = keys.putIfAbsent(name, name);
    return earlier == null ? name : earlier;
  }

  private Span collectionSpan(CollectionStartEvent start, int first, Event last) {
    // A pair alone in a flow sequence, [a: b], has no braces, and ends where its value does.
    boolean bracketed =
        start.isFlow() && first < source.length() && "[{".indexOf(source.text().charAt(first)) >= 0;
    if (bracketed) {
      lastEnd = end(last);
    }
    Span span = source.span(first, Math.max(first, lastEnd));
    budget.node(span);
    return span;
  }

  private Span span(Mark start, Mark end) {
    return source.span(start.getIndex(), end.getIndex());
  }

  private static int end(Event event) {
    return event.getEndMark().getIndex();
  }
}
