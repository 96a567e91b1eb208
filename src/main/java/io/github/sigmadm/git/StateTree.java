package io.github.sigmadm.git;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.flow.StateStore.Entry;
import io.github.sigmadm.state.StateFile;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/// How a state lies in a commit: `state.json`, and each live model under the path of its spec in
/// `live/`.
final class StateTree {

  static final String STATE = "state.json";

  /// Recorded by a program and for nobody in particular.
  private static final String NAME = "sigma-dm-action";

  private static final String ADDRESS = "sigma-dm-action@users.noreply.invalid";

  private StateTree() {}

  static String live(RepositoryPath path) {
    return "live/" + path;
  }

  /// Writes the commit of an entry; no ref is moved.
  static ObjectId commit(Repository repository, Entry entry, Instant now) throws IOException {
    try (ObjectReader reader = repository.newObjectReader();
        ObjectInserter inserter = repository.newObjectInserter()) {
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(tree(entry, reader, inserter));
      entry.parent().map(Checkout::objectId).ifPresent(commit::setParentId);
      PersonIdent recorder = new PersonIdent(NAME, ADDRESS, now, ZoneOffset.UTC);
      commit.setAuthor(recorder);
      commit.setCommitter(recorder);
      commit.setMessage(entry.message());
      ObjectId made = inserter.insert(commit);
      inserter.flush();
      return made;
    }
  }

  private static ObjectId tree(Entry entry, ObjectReader reader, ObjectInserter inserter)
      throws IOException {
    DirCache files = DirCache.newInCore();
    if (entry.on().isPresent()) {
      DirCacheBuilder before = files.builder();
      try (RevWalk walk = new RevWalk(reader)) {
        before.addTree(
            new byte[0],
            DirCacheEntry.STAGE_0,
            reader,
            walk.parseCommit(Checkout.objectId(entry.on().get())).getTree());
      }
      before.finish();
    }
    DirCacheEditor editor = files.editor();
    ObjectId state = inserter.insert(Constants.OBJ_BLOB, StateFile.write(entry.state()));
    editor.add(new File(STATE, state));
    for (var live : entry.live().entrySet()) {
      String path = live(live.getKey());
      if (live.getValue().isPresent()) {
        editor.add(new File(path, inserter.insert(Constants.OBJ_BLOB, live.getValue().get())));
      } else {
        editor.add(new DirCacheEditor.DeletePath(path));
      }
    }
    editor.finish();
    return files.writeTree(inserter);
  }

  /// Puts a file in.
  private static final class File extends DirCacheEditor.PathEdit {

    private final ObjectId content;

    File(String path, ObjectId content) {
      super(path);
      this.content = content;
    }

    @Override
    public void apply(DirCacheEntry entry) {
      entry.setFileMode(FileMode.REGULAR_FILE);
      entry.setObjectId(content);
    }
  }
}
