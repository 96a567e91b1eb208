package io.github.sigmadm.sandbox.store;

import io.github.sigmadm.sandbox.document.Refusal;
import io.github.sigmadm.sandbox.options.ListingLag;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// All files of the organisation by id, in order of creation.
public final class Files {

  /// The id of the root, which holds the workspaces.
  public static final String ROOT = "00000000-0000-0000-0000-000000000000";

  private final SandboxOptions options;
  private final Map<String, FileEntry> entries = new LinkedHashMap<>();
  private int listings;

  Files(SandboxOptions options) {
    this.options = options;
  }

  /// The file of this id or url id, archived or not.
  public Optional<FileEntry> find(String id) {
    FileEntry entry = entries.get(id);
    return entry != null
        ? Optional.of(entry)
        : entries.values().stream()
            .filter(each -> Identifiers.urlId(each.id()).equals(id))
            .findFirst();
  }

  /// Refused with 404 when there is no such file.
  public FileEntry get(String id) {
    return find(id).orElseThrow(() -> Refusal.notFound("File " + id));
  }

  /// The folder or workspace of this id that a file can be put in.
  public FileEntry container(String id) {
    return find(id)
        .filter(entry -> entry.type().isContainer() && !entry.archived())
        .orElseThrow(() -> Refusal.notFound("Folder " + id));
  }

  /// All files in order of creation, archived ones too.
  public List<FileEntry> all() {
    return List.copyOf(entries.values());
  }

  /// What a listing shows right now. Counts as one listing.
  public List<FileEntry> list() {
    int listing = listings++;
    return entries.values().stream().filter(entry -> isListed(entry, listing)).toList();
  }

  /// Adds a file that the API has just made: listings lag behind.
  public FileEntry create(
      String id, FileType type, String name, String parentId, String description, String by) {
    return add(id, type, name, parentId, description, by, listings);
  }

  /// Adds a file that has been there for long enough to be listed.
  public FileEntry existing(
      String id, FileType type, String name, String parentId, String description, String by) {
    return add(id, type, name, parentId, description, by, -1);
  }

  public FileEntry rename(String id, String name, String by) {
    return change(id, (entry, now) -> entry.named(name, now, by));
  }

  /// Refused when the folder is no folder, or inside of what is moved.
  public FileEntry move(String id, String folderId, String by) {
    if (!folderId.equals(ROOT) || get(id).type() != FileType.WORKSPACE) {
      FileEntry folder = container(folderId);
      if (isWithin(folder.id(), get(id).id())) {
        throw Refusal.invalid("Cannot move a folder into itself");
      }
    }
    return change(id, (entry, now) -> entry.movedTo(folderId, now, by));
  }

  public FileEntry describe(String id, String description, String by) {
    return change(id, (entry, now) -> entry.described(description, now, by));
  }

  public FileEntry own(String id, String ownerId, String by) {
    return change(id, (entry, now) -> entry.ownedBy(ownerId, now, by));
  }

  public FileEntry archive(String id, boolean archived, String by) {
    return change(id, (entry, now) -> entry.archived(archived, now, by));
  }

  FileEntry touch(String id, String by) {
    return change(id, (entry, now) -> entry.touched(now, by));
  }

  /// Whether the file is in the folder or in a folder of it, or is the folder.
  public boolean isWithin(String id, String folderId) {
    String at = id;
    while (!at.equals(folderId)) {
      FileEntry entry = entries.get(at);
      if (entry == null) {
        return false;
      }
      at = entry.parentId();
    }
    return true;
  }

  /// The names of the folders that the file is in, from the workspace on.
  public String path(FileEntry entry) {
    FileEntry parent = entries.get(entry.parentId());
    if (parent == null) {
      return "";
    }
    String above = path(parent);
    return above.isEmpty() ? parent.name() : above + "/" + parent.name();
  }

  private FileEntry add(
      String id,
      FileType type,
      String name,
      String parentId,
      String description,
      String by,
      int listedAfter) {
    Instant now = options.clock().instant();
    FileEntry entry =
        new FileEntry(id, type, name, parentId, description, by, false, now, now, by, listedAfter);
    entries.put(id, entry);
    return entry;
  }

  private FileEntry change(String id, BiFunction<FileEntry, Instant, FileEntry> change) {
    FileEntry changed = change.apply(get(id), options.clock().instant());
    entries.put(changed.id(), changed);
    return changed;
  }

  private boolean isListed(FileEntry entry, int listing) {
    if (entry.listedAfter() < 0) {
      return true;
    }
    return switch (options.listingLag()) {
      case ListingLag.Calls(int count) -> listing - entry.listedAfter() >= count;
      case ListingLag.Time(Duration duration) ->
          !options.clock().instant().isBefore(entry.createdAt().plus(duration));
    };
  }
}
