package io.github.sigmadm.flow;

/// Whether whoever started the run wants it to stop, as when a workflow's job is cancelled.
///
/// Until something is written, a run may be ended at once. After that it stops between two models:
/// one that was begun is finished, what was done is recorded and told.
public interface Cancellation {

  /// Nobody stops the run.
  Cancellation NEVER =
      new Cancellation() {
        @Override
        public boolean isRequested() {
          return false;
        }

        @Override
        public void writingBegins() {}
      };

  /// Whether the run is to stop. Stays true.
  boolean isRequested();

  /// From now on the run is to be given the time to stop by itself.
  void writingBegins();
}
