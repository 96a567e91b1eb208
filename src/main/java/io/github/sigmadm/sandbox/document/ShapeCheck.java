package io.github.sigmadm.sandbox.document;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The first look at a submitted representation. It stops at the first thing that fits no variant,
/// in the words that were observed.
public final class ShapeCheck {

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private ShapeCheck() {}

  /// A create: everything an update needs, a name and a folder id.
  public static void create(JsonNode body) {
    document(body);
    JsonNode folder = body.path("folderId");
    if (!folder.isString() || !UUID.matcher(folder.stringValue()).matches()) {
      throw Refusal.invalid(
          "Expecting UUID at 0.folderId but instead got: "
              + (folder.isString() ? folder.stringValue() : Expect.typeOf(folder)));
    }
    Expect.string(body, "name", "");
  }

  /// An update: the number 1 as schema version, and pages.
  public static void update(JsonNode body) {
    document(body);
    JsonNode version = body.path("documentVersion");
    if (!version.isMissingNode() && !version.isIntegralNumber()) {
      throw Refusal.invalid("documentVersion: Invalid number: " + Expect.typeOf(version));
    }
  }

  private static void document(JsonNode body) {
    if (!body.isObject() || body.has("document") || body.has("layout")) {
      throw Refusal.invalid("Syntax error in data model spec");
    }
    JsonNode version = body.path("schemaVersion");
    if (!version.isNumber() || version.doubleValue() != 1) {
      throw Refusal.invalid("schemaVersion: Invalid 1: " + Expect.typeOf(version));
    }
    Expect.array(body, "pages", "");
    int index = 0;
    for (JsonNode page : body.path("pages")) {
      String path = "pages[" + index++ + "]";
      Expect.object(page, path);
      Expect.string(page, "id", path + ".");
      Expect.string(page, "name", path + ".");
      Expect.array(page, "elements", path + ".");
      int number = 0;
      for (JsonNode element : page.path("elements")) {
        ElementShape.check(element, path + ".elements[" + number++ + "]");
      }
    }
  }
}
