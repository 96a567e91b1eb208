package io.github.sigmadm.sandbox.store;

import java.time.Instant;

/// A file: folder, data model or workbook. What is in a document is elsewhere.
///
/// @param parentId the folder it is in; [Files#ROOT] for a workspace
/// @param archived deleted, and restorable
/// @param listedAfter the number of listings that had been made when it was created, or a negative
///   number when it has always been there
public record FileEntry(
    String id,
    FileType type,
    String name,
    String parentId,
    String description,
    String ownerId,
    boolean archived,
    Instant createdAt,
    Instant updatedAt,
    String updatedBy,
    int listedAfter) {

  FileEntry named(String newName, Instant now, String by) {
    return new FileEntry(
        id,
        type,
        newName,
        parentId,
        description,
        ownerId,
        archived,
        createdAt,
        now,
        by,
        listedAfter);
  }

  FileEntry movedTo(String folder, Instant now, String by) {
    return new FileEntry(
        id, type, name, folder, description, ownerId, archived, createdAt, now, by, listedAfter);
  }

  FileEntry described(String text, Instant now, String by) {
    return new FileEntry(
        id, type, name, parentId, text, ownerId, archived, createdAt, now, by, listedAfter);
  }

  FileEntry archived(boolean value, Instant now, String by) {
    return new FileEntry(
        id, type, name, parentId, description, ownerId, value, createdAt, now, by, listedAfter);
  }

  FileEntry ownedBy(String owner, Instant now, String by) {
    return new FileEntry(
        id, type, name, parentId, description, owner, archived, createdAt, now, by, listedAfter);
  }

  FileEntry touched(Instant now, String by) {
    return archived(archived, now, by);
  }
}
