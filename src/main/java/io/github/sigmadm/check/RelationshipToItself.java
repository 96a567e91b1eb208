package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;

/// A relationship leads to another table.
final class RelationshipToItself implements Rule {

  @Override
  public String code() {
    return "relationship-to-itself";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    subject
        .model()
        .tables()
        .forEach(table ->
            table
                .relationships()
                .forEach(relationship ->
                    relationship
                        .targetElementId()
                        .filter(target -> target.value().equals(table.id().value()))
                        .ifPresent(target ->
                            findings.add(
                                this,
                                target.span(),
                                "The relationship leads from the table to itself.",
                                "Add a second table element over the same source, and"
                                    + " relate to that one."))));
  }
}
