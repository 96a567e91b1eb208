package io.github.sigmadm.check;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.Nearest;
import java.util.List;

/// A link to another spec of the repository, `${model:path}`, names a path where a spec is.
final class UnknownModel implements Rule {

  @Override
  public String code() {
    return "unknown-model";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    OtherSpecs others = subject.input().others();
    if (others.files().isEmpty()) {
      return;
    }
    List<String> links =
        others.files().keySet().stream()
            .map(RepositoryPath::value)
            .map(UnknownModel::link)
            .toList();
    for (IdSite site : subject.idSites()) {
      if (site instanceof IdSite.ModelReference reference
          && isLink(reference.node().value())
          && others.path(reference.node().value()).isEmpty()) {
        String wanted = reference.node().value();
        findings.add(
            this,
            reference.node().span(),
            "There is no spec at the path that " + wanted + " names.",
            sameName(wanted, links)
                + "Write the path of a spec from the root of the repository, and see that `specs` in"
                + " sigma-dm.yml includes it.");
      }
    }
  }

  static boolean isLink(String reference) {
    return reference.startsWith("${model:") && reference.endsWith("}");
  }

  private static String link(String path) {
    return "${model:" + path + "}";
  }

  private static String fileName(String link) {
    return link.substring(Math.max(link.lastIndexOf('/'), link.indexOf(':')) + 1);
  }

  private static String sameName(String wanted, List<String> links) {
    String fileName = fileName(wanted);
    return links.stream()
        .filter(link -> fileName(link).equals(fileName))
        .findFirst()
        .or(() -> Nearest.to(wanted, links))
        .map(link -> "Did you mean " + link + "? ")
        .orElse("");
  }
}
