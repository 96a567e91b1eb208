package io.github.sigmadm.plan;

import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.IdSites;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.tree.Node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What somebody only added in Sigma since the last deploy, so that a deploy can leave it there.
///
/// Pages, elements, columns, metrics, folders, relationships, filters, groupings and column
/// security rules count. What refers to something that the wanted state no longer has, or calls
/// otherwise, cannot stay.
public final class SigmaAdditions {

  public static final SigmaAdditions NONE = new SigmaAdditions(List.of(), FormulaMeanings.NONE);

  private final List<Addition> additions;
  private final FormulaMeanings formulas;

  private SigmaAdditions(List<Addition> additions, FormulaMeanings formulas) {
    this.additions = List.copyOf(additions);
    this.formulas = formulas;
  }

  /// What is live and neither was there after the last deploy nor is wanted. All three are in live
  /// ids.
  ///
  /// @param deployed what the last deploy left of the file's
  /// @param live the model as it is
  static SigmaAdditions of(DataModel wanted, DataModel deployed, DataModel live) {
    return new SigmaAdditions(
        new AdditionSearch(deployed, live, wanted).find(),
        FormulaMeanings.of(live, wanted.definitions()));
  }

  public boolean isEmpty() {
    return additions.isEmpty();
  }

  /// The wanted state with them.
  ///
  /// @param wanted in live ids
  public DataModel in(DataModel wanted) {
    ObjectNode all = wanted.node();
    for (Addition addition : additions) {
      all = addition.addedTo(all);
    }
    if (isSound(wanted.node(), all)) {
      return DataModel.of(all);
    }
    return DataModel.of(oneByOne(wanted.node()));
  }

  /// Those of the additions that can stand, each once what it refers to is there.
  private ObjectNode oneByOne(ObjectNode wanted) {
    ObjectNode result = wanted;
    List<Addition> open = new ArrayList<>(additions);
    boolean progress = true;
    while (progress) {
      progress = false;
      for (Addition addition : List.copyOf(open)) {
        ObjectNode attempt = addition.addedTo(result);
        if (isSound(result, attempt)) {
          result = attempt;
          open.remove(addition);
          progress = true;
        }
      }
    }
    return result;
  }

  /// Whether all references are to something that is there, but for those that were not before, and
  /// the formulas say what they say in Sigma.
  private boolean isSound(ObjectNode before, ObjectNode after) {
    Set<ScopedId> dangling = dangling(after);
    return (dangling.isEmpty() || dangling(before).containsAll(dangling))
        && formulas.holdIn(DataModel.of(after));
  }

  private static Set<ScopedId> dangling(ObjectNode document) {
    Set<ScopedId> dangling = new HashSet<>();
    List<IdSite> sites = IdSites.in(document);
    for (IdSite site : sites) {
      if (site instanceof IdSite.Reference reference && reference.certain()) {
        dangling.add(reference.id());
      }
    }
    for (IdSite site : sites) {
      if (site instanceof IdSite.Definition definition) {
        dangling.remove(definition.id());
      }
    }
    return dangling;
  }
}
