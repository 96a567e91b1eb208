package io.github.sigmadm.git;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// JGit without the machine: no configuration of the system or the user, no `GIT_…` variables, and
/// no probe of the file system's clock, which costs three seconds in a fresh home folder.
final class HermeticJGit {

  private HermeticJGit() {}

  /// Makes it so for this process; to be called before anything else of JGit.
  static void install() {
    if (!(SystemReader.getInstance() instanceof Isolated)) {
      SystemReader.setInstance(new Isolated(SystemReader.getInstance()));
    }
  }

  private static final class Isolated extends SystemReader.Delegate {

    Isolated(SystemReader machine) {
      super(machine);
    }

    @Override
    public @Nullable String getenv(String variable) {
      return variable.startsWith("GIT_") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
      return new EmptyConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
      return new EmptyConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
      return new EmptyConfig(parent, fs);
    }

    @Override
    public StoredConfig getUserConfig() {
      return new EmptyConfig(null, FS.DETECTED);
    }

    @Override
    public StoredConfig getSystemConfig() {
      return new EmptyConfig(null, FS.DETECTED);
    }

    @Override
    public StoredConfig getJGitConfig() {
      return new EmptyConfig(null, FS.DETECTED);
    }
  }

  /// A configuration that is never read or written, and that knows the file system's clock.
  private static final class EmptyConfig extends FileBasedConfig {

    EmptyConfig(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long otherwise, TimeUnit unit) {
      if (section.equals("filesystem")) {
        // What JGit would otherwise measure: one millisecond, and no time in which a file that
        // changed twice looks unchanged.
        return unit.convert(
            name.equals("timestampResolution") ? 1_000_000L : 0L, TimeUnit.NANOSECONDS);
      }
      return super.getTimeUnit(section, subsection, name, otherwise, unit);
    }
  }
}
