package io.github.sigmadm.sandbox.store;

import io.github.sigmadm.sandbox.document.IdKey;
import io.github.sigmadm.sandbox.document.IdKind;
import io.github.sigmadm.sandbox.document.Ids;
import io.github.sigmadm.sandbox.document.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A data model: its versions, oldest first, and what hangs on it. Name and folder are those of the
/// file with the same id.
public record DataModel(
    String id,
    List<DocumentVersion> versions,
    List<MaterializationSchedule> schedules,
    List<TaggedVersion> tags) {

  public DataModel {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a data model has a version");
    }
    versions = List.copyOf(versions);
    schedules = List.copyOf(schedules);
    tags = List.copyOf(tags);
  }

  public DocumentVersion latest() {
    return versions.getLast();
  }

  /// Refused with 404 when there is no such version.
  public DocumentVersion version(int number) {
    return versions.stream()
        .filter(version -> version.number() == number)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("Version " + number));
  }

  /// With one version more. When an element with a materialisation schedule is gone in it, all
  /// schedules of the model go, as was seen.
  DataModel next(DocumentVersion version) {
    List<DocumentVersion> more = new ArrayList<>(versions);
    more.add(version);
    Set<IdKey> declared = Ids.declared(version.pages());
    boolean lost =
        schedules.stream()
            .anyMatch(schedule ->
                !declared.contains(new IdKey(IdKind.ELEMENT, "", schedule.elementId())));
    return new DataModel(id, more, lost ? List.of() : schedules, tags);
  }

  DataModel scheduled(List<MaterializationSchedule> newSchedules) {
    return new DataModel(id, versions, newSchedules, tags);
  }

  /// A tag is on one version of a model at most.
  DataModel tagged(TaggedVersion tag) {
    List<TaggedVersion> others = new ArrayList<>(tags);
    others.removeIf(other -> other.tagId().equals(tag.tagId()));
    others.add(tag);
    return new DataModel(id, versions, schedules, others);
  }
}
