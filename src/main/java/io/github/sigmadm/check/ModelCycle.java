package io.github.sigmadm.check;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.IdSites;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The models of the repository do not refer to each other in a circle, since then none of them can
/// be deployed first.
final class ModelCycle implements Rule {

  @Override
  public String code() {
    return "model-cycle";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    RepositoryPath self = subject.input().spec().file();
    OtherSpecs others = subject.input().others();
    Set<RepositoryPath> told = new LinkedHashSet<>();
    references(subject.idSites())
        .forEach(node ->
            others
                .path(node.value())
                .filter(told::add)
                .ifPresent(next -> {
                  List<RepositoryPath> way = way(next, self, others);
                  if (!way.isEmpty()) {
                    findings.add(
                        this,
                        node.span(),
                        "The model refers to itself"
                            + (way.size() == 1
                                ? "."
                                : " through "
                                    + String.join(
                                        " → ",
                                        way.subList(0, way.size() - 1).stream()
                                            .map(RepositoryPath::value)
                                            .toList())
                                    + ", so none of them can be deployed first."),
                        "Take one of the references away: move what both need into a model of its"
                            + " own.");
                  }
                }));
  }

  private static Stream<TextNode> references(List<IdSite> sites) {
    return sites.stream().filter(IdSite.ModelReference.class::isInstance).map(IdSite::node);
  }

  /// A shortest way from one spec to another, with both; empty where there is none.
  private static List<RepositoryPath> way(
      RepositoryPath from, RepositoryPath to, OtherSpecs others) {
    Map<RepositoryPath, RepositoryPath> cameFrom = new LinkedHashMap<>();
    Deque<RepositoryPath> open = new ArrayDeque<>(List.of(from));
    cameFrom.put(from, from);
    while (!open.isEmpty()) {
      RepositoryPath at = open.remove();
      if (at.equals(to)) {
        return back(at, from, cameFrom);
      }
      RepositorySpec spec = others.files().get(at);
      if (spec != null) {
        references(IdSites.in(spec.model().node()))
            .flatMap(node -> others.path(node.value()).stream())
            .forEach(next -> {
              if (cameFrom.putIfAbsent(next, at) == null) {
                open.add(next);
              }
            });
      }
    }
    return List.of();
  }

  private static List<RepositoryPath> back(
      RepositoryPath end, RepositoryPath start, Map<RepositoryPath, RepositoryPath> cameFrom) {
    Deque<RepositoryPath> way = new ArrayDeque<>();
    RepositoryPath at = end;
    way.addFirst(at);
    while (!at.equals(start)) {
      at = cameFrom.getOrDefault(at, start);
      way.addFirst(at);
    }
    return List.copyOf(way);
  }
}
