package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import java.util.Map;
import java.util.TreeMap;

/// Nothing of a workbook's representation stands at the root: `elements`, `document`, `layout`.
final class MisplacedPart implements Rule {

  private static final Map<String, String> HINTS =
      new TreeMap<>(
          Map.of(
              "elements",
              "Put the elements into the `elements` of a page: `\"pages\": [{\"id\": …, \"name\": …,"
                  + " \"elements\": […]}]`.",
              "document",
              "Move what is inside `document` up to the root. Only workbooks have the wrapper.",
              "layout",
              "Remove `layout`. Only workbooks have one."));

  @Override
  public String code() {
    return "misplaced-part";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    HINTS.forEach((name, hint) ->
        subject
            .document()
            .field(name)
            .ifPresent(field ->
                findings.add(
                    this,
                    field.nameSpan(),
                    "`" + name + "` cannot stand at the root of a data model.",
                    hint)));
  }
}
