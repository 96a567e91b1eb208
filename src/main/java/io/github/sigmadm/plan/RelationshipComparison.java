package io.github.sigmadm.plan;

import io.github.sigmadm.spec.IdKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Compares the relationships of a table.
final class RelationshipComparison {

  private static final Set<String> COMPARED =
      Set.of("id", "name", "targetElementId", "keys", "description", "relationshipType");

  private RelationshipComparison() {}

  static void compare(TablePair tables) {
    PairsById relationships = tables.byId("relationships");
    Findings findings = tables.findings();
    relationships.kept().forEach(kept -> compare(tables, kept.before(), kept.after()));
    for (Named relationship : relationships.added()) {
      findings.added(
          Thing.RELATIONSHIP,
          tables.after().subject(IdKind.RELATIONSHIP, relationship.id()),
          describe(relationship));
    }
    for (Named relationship : relationships.removed()) {
      findings.removed(
          Thing.RELATIONSHIP,
          tables.before().subject(IdKind.RELATIONSHIP, relationship.id()),
          describe(relationship));
    }
  }

  private static void compare(TablePair tables, Named before, Named after) {
    Findings findings = tables.findings();
    Subject subject = tables.before().subject(IdKind.RELATIONSHIP, before.id());
    if (Findings.differ(before, after, "name")) {
      findings.renamed(
          Thing.RELATIONSHIP, subject, tables.after().label(IdKind.RELATIONSHIP, after.id()));
    }
    findings.compare(Thing.RELATIONSHIP, subject, before, after, List.of("targetElementId"));
    if (Findings.differ(before, after, "keys")) {
      findings.changed(
          Thing.RELATIONSHIP, subject, "keys", Optional.of(keys(before)), Optional.of(keys(after)));
    }
    findings.compare(
        Thing.RELATIONSHIP, subject, before, after, List.of("description", "relationshipType"));
    findings.compareRest(subject, "relationships.", before, after, COMPARED);
  }

  private static String describe(Named relationship) {
    String keys = keys(relationship);
    return "to "
        + relationship.show("targetElementId").orElse("nothing")
        + (keys.isEmpty() ? "" : " on " + keys);
  }

  private static String keys(Named relationship) {
    return relationship.objects("keys").stream()
        .map(key ->
            key.show("sourceColumnId").orElse("?") + " = " + key.show("targetColumnId").orElse("?"))
        .collect(Collectors.joining(" and "));
  }
}
