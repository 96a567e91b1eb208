package io.github.sigmadm.sandbox.document;

/// A request that the service refuses; becomes its error envelope.
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  public Refusal(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  /// 400 `invalid_request`.
  public static Refusal invalid(String message) {
    return new Refusal(400, "invalid_request", message);
  }

  /// 404 with an envelope: no such thing, or no access to it.
  public static Refusal notFound(String what) {
    return new Refusal(404, "not_found", what + " not found");
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /// The message, never null.
  public String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
