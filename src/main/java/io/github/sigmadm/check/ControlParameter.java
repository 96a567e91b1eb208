package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.tree.Node.TextNode;

/// A control of another model that a control drives exists, where that model is in the repository.
/// Sigma checks the others.
final class ControlParameter implements Rule {

  @Override
  public String code() {
    return "control-parameter";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (IdSite site : subject.idSites()) {
      if (!(site instanceof IdSite.ForeignControl foreign)) {
        continue;
      }
      TextNode id = foreign.node();
      subject
          .otherModel(foreign.dataModel())
          .filter(other -> !Subject.isOpen(id.value()) && other.control(id.value()).isEmpty())
          .ifPresent(other ->
              findings.add(
                  this,
                  id.span(),
                  "The data model "
                      + other.label()
                      + " has no control with the `controlId` \""
                      + id.value()
                      + "\".",
                  findings.didYouMean(id.value(), other.controlIds())
                      + "Write the `controlId` of one of its controls."));
    }
  }
}
