package io.github.sigmadm.sandbox.options;

/// How an update is refused whose `documentVersion` is not the latest. Sigma's own answer is not
/// documented.
public enum ConflictAnswer {
  /// 409 with code `conflict`.
  CONFLICT_409,
  /// 400 with a message that names both versions.
  BAD_REQUEST_400,
  /// 412 with code `precondition_failed`.
  PRECONDITION_FAILED_412
}
