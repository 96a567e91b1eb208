package io.github.sigmadm.plan;

import io.github.sigmadm.config.Policy;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.match.Ambiguity;
import io.github.sigmadm.match.ForeignIds;
import io.github.sigmadm.match.LiveIdentity;
import io.github.sigmadm.match.LiveIds;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.match.Matcher;
import io.github.sigmadm.match.Matching;
import io.github.sigmadm.resolve.ModelLink;
import io.github.sigmadm.resolve.ResolvedSpec;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.IdSites;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Plans what happens to the model of one spec.
public final class Planner {

  private static final Matching NOTHING_LIVE = new Matching(IdMap.EMPTY, List.of());

  private Planner() {}

  /// Plans against what is live.
  public static ModelPlan plan(PlanInput input) {
    return switch (input.identity()) {
      case LiveIdentity.Known known -> againstLive(input, known.model());
      case LiveIdentity.New ignored -> create(input);
      case LiveIdentity.Ambiguous ambiguous ->
          conflict(
              input,
              "There are "
                  + ambiguous.candidates().size()
                  + " models that could be it. Name the right one's id under `models` in"
                  + " sigma-dm.yml.",
              ambiguous);
      case LiveIdentity.Gone gone ->
          conflict(
              input,
              "It was deployed as the model "
                  + gone.id()
                  + ", which was deleted in Sigma since, or is out of the credentials' sight. Restore it"
                  + " in Sigma or give the credentials access; to have it made anew, set"
                  + " `policy.drift` to `overwrite`, or remove the file.",
              new LiveIdentity.Ambiguous(List.of()));
      case LiveIdentity.Missing missing ->
          conflict(
              input,
              "The configuration says that it is the model "
                  + missing.id()
                  + ", which does not exist or is out of the credentials' sight. Correct the id under"
                  + " `models` in sigma-dm.yml, or give the credentials access.",
              new LiveIdentity.Ambiguous(List.of()));
    };
  }

  /// Plans from Git alone: against the same file at the base commit.
  ///
  /// @param base the file at the base commit; empty if it is new
  public static ModelPlan planAgainstBase(
      ResolvedSpec spec, Optional<ResolvedSpec> base, List<Diagnostic> diagnostics) {
    if (base.isEmpty()) {
      return create(spec, spec.content(), NOTHING_LIVE, diagnostics);
    }
    Matching matching = Matcher.match(spec.content(), base.get().content(), IdMap.EMPTY);
    LiveIds sent = LiveIds.rewrite(spec.content(), matching);
    List<Change> changes =
        Comparison.compare(side(base.get(), base.get().content()), side(spec, sent.content()));
    List<Diagnostic> told = with(diagnostics, ambiguities(spec, matching));
    return changes.isEmpty()
        ? new ModelPlan.Unchanged(
            spec.path(), spec.name(), new Target.Base(), sent.ids(), List.of(), told)
        : new ModelPlan.Update(
            spec.path(),
            spec.name(),
            new Target.Base(),
            sent.content(),
            SigmaAdditions.NONE,
            changesContent(changes),
            new FileChange(
                differing(Optional.of(base.get().name()), Optional.of(spec.name())),
                differing(base.get().folder(), spec.folder()),
                differing(base.get().description(), spec.description())),
            sent.ids(),
            spec.dependsOn(),
            changes,
            List.of(),
            List.of(),
            told);
  }

  private static ModelPlan againstLive(PlanInput input, LiveModel live) {
    ResolvedSpec spec = input.spec();
    LiveIds sent = LiveIds.rewrite(bound(input), input.matching());
    Side before = Side.of(live);
    ThreeWay threeWay =
        ThreeWay.of(
            input.base(), before, side(spec, sent.content()), input.drift() == Policy.Drift.KEEP);
    List<Diagnostic> told = with(input.diagnostics(), ambiguities(spec, input.matching()));
    Target target = new Target.Live(live);
    return threeWay.effect().isEmpty()
        ? new ModelPlan.Unchanged(
            spec.path(), spec.name(), target, sent.ids(), threeWay.drift(), told)
        : new ModelPlan.Update(
            spec.path(),
            spec.name(),
            target,
            threeWay.content().content(),
            threeWay.kept(),
            changesContent(threeWay.effect()),
            new FileChange(
                differing(before.name(), Optional.of(spec.name())),
                differing(before.folder(), spec.folder()),
                differing(before.description(), spec.description())),
            sent.ids(),
            spec.dependsOn(),
            threeWay.changes(),
            threeWay.drift(),
            List.of(),
            told);
  }

  private static ModelPlan create(PlanInput input) {
    return create(input.spec(), bound(input), input.matching(), input.diagnostics());
  }

  private static ModelPlan create(
      ResolvedSpec spec, DataModel content, Matching matching, List<Diagnostic> diagnostics) {
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change(
            Thing.MODEL,
            What.ADDED,
            SeverityRules.of(Thing.MODEL, What.ADDED, ""),
            Optional.empty(),
            Optional.empty(),
            spec.name(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(size(content))));
    DataModel nothing = DataModel.of(content.node().without("pages"));
    changes.addAll(Comparison.compare(Side.of(nothing), Side.of(content)));
    return new ModelPlan.Create(
        spec.path(),
        spec.name(),
        spec.folder(),
        LiveIds.rewrite(content, matching).content(),
        spec.dependsOn(),
        changes,
        diagnostics);
  }

  private static String size(DataModel content) {
    return Comparison.count(content.pages().size(), "page")
        + ", "
        + Comparison.count(Math.toIntExact(content.elements().count()), "element");
  }

  private static ModelPlan conflict(
      PlanInput input, String reason, LiveIdentity.Ambiguous ambiguous) {
    return new ModelPlan.Conflict(
        input.spec().path(),
        input.spec().name(),
        ModelPlan.Cause.AMBIGUOUS,
        reason,
        ambiguous.candidates(),
        input.diagnostics());
  }

  /// The spec with its references to live models of the repository in live ids.
  private static DataModel bound(PlanInput input) {
    return ForeignIds.rewrite(
        input.spec().content(),
        text -> ModelLink.target(text).map(path -> input.others().get(path)));
  }

  private static Side side(ResolvedSpec spec, DataModel content) {
    return new Side(Optional.of(spec.name()), spec.folder(), spec.description(), content);
  }

  private static boolean changesContent(List<Change> changes) {
    return changes.stream().anyMatch(change -> change.thing() != Thing.MODEL);
  }

  /// The wanted value, where one is wanted and it is another.
  private static <T> Optional<T> differing(Optional<T> before, Optional<T> after) {
    return after.filter(wanted -> before.isPresent() && !before.get().equals(wanted));
  }

  private static List<Diagnostic> with(List<Diagnostic> diagnostics, List<Diagnostic> more) {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.addAll(more);
    all.sort(Diagnostic.READING_ORDER);
    return all;
  }

  private static List<Diagnostic> ambiguities(ResolvedSpec spec, Matching matching) {
    List<Diagnostic> told = new ArrayList<>();
    for (Ambiguity ambiguity : matching.ambiguities()) {
      IdSites.in(spec.content().node()).stream()
          .filter(site ->
              site instanceof IdSite.Definition definition
                  && definition.id().equals(ambiguity.id()))
          .findFirst()
          .ifPresent(site ->
              told.add(
                  Diagnostic.warning(
                      "ambiguous-match",
                      spec.path(),
                      site.node().span(),
                      ambiguity.message(),
                      ambiguity.hint())));
    }
    return told;
  }
}
