package io.github.sigmadm.sandbox.document;

import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// JSON values as YAML text and back. Plain scalars are what YAML 1.2's core schema says; a text
/// that any YAML reader could take for something else is quoted.
public final class YamlText {

  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern FRACTION =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern SAFE = Pattern.compile("[A-Za-z][A-Za-z0-9]*( [A-Za-z0-9]+)*");

  /// Nothing that a reader could take for the end of a line, or lose.
  private static final Pattern ONE_LINE = Pattern.compile("[\\x20-\\x7e\\p{L}]*");

  private static final Pattern RESERVED =
      Pattern.compile("(?i)(y|n|yes|no|on|off|true|false|null)");

  private YamlText() {}

  /// Empty when the text is not one YAML document.
  public static Optional<JsonNode> parse(String text) {
    try {
      Node node = yaml().compose(new StringReader(text));
      return Optional.ofNullable(node).map(YamlText::json);
    } catch (YAMLException | IllegalArgumentException notYaml) {
      return Optional.empty();
    }
  }

  public static String text(JsonNode node) {
    StringWriter writer = new StringWriter();
    yaml().serialize(yamlNode(node), writer);
    return writer.toString();
  }

  private static Yaml yaml() {
    DumperOptions dumping = new DumperOptions();
    dumping.setWidth(Integer.MAX_VALUE);
    dumping.setSplitLines(false);
    LoaderOptions loading = new LoaderOptions();
    loading.setCodePointLimit(50_000_000);
    return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading);
  }

  private static JsonNode json(Node node) {
    return switch (node) {
      case MappingNode mapping -> {
        ObjectNode object = Json.object();
        for (NodeTuple tuple : mapping.getValue()) {
          if (!(tuple.getKeyNode() instanceof ScalarNode key) || object.has(key.getValue())) {
            throw new IllegalArgumentException("a key that is no text, or twice there");
          }
          object.set(key.getValue(), json(tuple.getValueNode()));
        }
        yield object;
      }
      case SequenceNode sequence -> {
        ArrayNode array = Json.array();
        sequence.getValue().forEach(entry -> array.add(json(entry)));
        yield array;
      }
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new IllegalArgumentException("not a value: " + node.getNodeId());
    };
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String value = scalar.getValue();
    if (!scalar.isPlain()) {
      return StringNode.valueOf(value);
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "", "~", "null" -> NullNode.getInstance();
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      default -> {
        if (INTEGER.matcher(value).matches()) {
          yield value.length() < 9
              ? IntNode.valueOf(Integer.parseInt(value))
              : BigIntegerNode.valueOf(new BigInteger(value));
        }
        yield FRACTION.matcher(value).matches()
            ? DecimalNode.valueOf(new BigDecimal(value))
            : StringNode.valueOf(value);
      }
    };
  }

  private static Node yamlNode(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<NodeTuple> tuples = new ArrayList<>();
      object.forEachEntry((key, value) -> tuples.add(new NodeTuple(text(key), yamlNode(value))));
      return new MappingNode(Tag.MAP, tuples, style(tuples.isEmpty()));
    }
    if (node instanceof ArrayNode array) {
      List<Node> entries = new ArrayList<>();
      array.forEach(entry -> entries.add(yamlNode(entry)));
      return new SequenceNode(Tag.SEQ, entries, style(entries.isEmpty()));
    }
    if (node.isString()) {
      return text(node.stringValue());
    }
    Tag tag =
        node.isBoolean()
            ? Tag.BOOL
            : node.isNull() ? Tag.NULL : node.isIntegralNumber() ? Tag.INT : Tag.FLOAT;
    return new ScalarNode(tag, node.toString(), null, null, DumperOptions.ScalarStyle.PLAIN);
  }

  private static DumperOptions.FlowStyle style(boolean empty) {
    return empty ? DumperOptions.FlowStyle.FLOW : DumperOptions.FlowStyle.BLOCK;
  }

  private static Node text(String text) {
    boolean plain = SAFE.matcher(text).matches() && !RESERVED.matcher(text).matches();
    DumperOptions.ScalarStyle quoted =
        ONE_LINE.matcher(text).matches()
            ? DumperOptions.ScalarStyle.SINGLE_QUOTED
            : DumperOptions.ScalarStyle.DOUBLE_QUOTED;
    return new ScalarNode(
        Tag.STR, text, null, null, plain ? DumperOptions.ScalarStyle.PLAIN : quoted);
  }
}
