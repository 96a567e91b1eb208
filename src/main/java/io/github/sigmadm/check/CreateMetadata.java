package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.Optional;
import java.util.regex.Pattern;

/// A model that is to be created says its name and its folder. An update ignores both.
final class CreateMetadata implements Rule {

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  @Override
  public String code() {
    return "create-metadata";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    if (!subject.input().isNew()) {
      return;
    }
    Span start = Span.at(subject.document().span().start());
    Optional<TextNode> name = subject.model().name();
    if (name.filter(text -> !text.value().isBlank()).isEmpty()) {
      findings.add(
          this,
          name.map(TextNode::span).orElse(start),
          "The data model has no `name`, and creating one needs a name.",
          "Add `name`.");
    }
    if (subject.input().folderIsGiven()) {
      return;
    }
    Optional<TextNode> folder = subject.model().folderId();
    if (folder.isEmpty()) {
      findings.add(
          this,
          start,
          "The data model has no `folderId`, and creating one needs a folder.",
          "Add `folderId`, or set `folder` for the environment in sigma-dm.yml.");
    } else if (!Subject.isOpen(folder.get().value())
        && !Placeholder.isPlaceholder(folder.get().value())
        && !UUID.matcher(folder.get().value()).matches()) {
      findings.add(
          this,
          folder.get().span(),
          "The `folderId` \"" + folder.get().value() + "\" is not the id of a folder.",
          "Write the folder's UUID, such as 72a56f98-6c10-4a07-8795-b7661ffc5226.");
    }
  }
}
