package io.github.sigmadm.sandbox.store;

import io.github.sigmadm.sandbox.document.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The version tags of the organisation by id.
public final class Tags {

  private final Identifiers identifiers;
  private final Map<String, VersionTag> tags = new LinkedHashMap<>();

  Tags(Identifiers identifiers) {
    this.identifiers = identifiers;
  }

  public List<VersionTag> all() {
    return List.copyOf(tags.values());
  }

  public Optional<VersionTag> named(String name) {
    return tags.values().stream().filter(tag -> tag.name().equals(name)).findFirst();
  }

  public VersionTag create(String name, String color, String description) {
    if (named(name).isPresent()) {
      throw Refusal.invalid("A tag named '" + name + "' exists already");
    }
    VersionTag tag = new VersionTag(identifiers.uuid("tag", name), name, color, description);
    tags.put(tag.id(), tag);
    return tag;
  }

  public VersionTag change(String id, Optional<String> color, Optional<String> description) {
    VersionTag tag = get(id);
    VersionTag changed =
        new VersionTag(
            id, tag.name(), color.orElse(tag.color()), description.orElse(tag.description()));
    tags.put(id, changed);
    return changed;
  }

  public void delete(String id) {
    tags.remove(get(id).id());
  }

  public VersionTag get(String id) {
    VersionTag tag = tags.get(id);
    if (tag == null) {
      throw Refusal.notFound("Tag " + id);
    }
    return tag;
  }
}
