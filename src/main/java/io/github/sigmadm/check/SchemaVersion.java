package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.NumberNode;
import java.math.BigDecimal;
import java.util.Optional;

/// `schemaVersion` is the number 1.
final class SchemaVersion implements Rule {

  @Override
  public String code() {
    return "schema-version";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    Optional<Node> version = subject.document().get("schemaVersion");
    if (version.isEmpty()) {
      findings.add(
          this,
          Span.at(subject.document().span().start()),
          "The data model has no `schemaVersion`.",
          "Add `\"schemaVersion\": 1`.");
    } else if (!(version.get() instanceof NumberNode number)
        || number.value().compareTo(BigDecimal.ONE) != 0) {
      findings.add(
          this,
          version.get().span(),
          "The `schemaVersion` is not the number 1, the only one that Sigma knows.",
          "Write `\"schemaVersion\": 1`, without quotes.");
    }
  }
}
