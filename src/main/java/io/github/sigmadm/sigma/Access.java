package io.github.sigmadm.sigma;

/// What the owner of the credentials must be allowed, by what a call is about. Sigma's refusals do
/// not say it.
enum Access {
  MODELS(
      "The owner of the credentials needs the account type permission \"Create, edit, and publish"
          + " data models\", and Can edit on the folder and on the model."),
  CONNECTIONS("The owner of the credentials needs Can use on the connection."),
  WORKBOOKS("The owner of the credentials needs Can view on the workbooks.");

  private final String advice;

  Access(String advice) {
    this.advice = advice;
  }

  /// What to do about a refusal, as a sentence.
  String advice() {
    return advice;
  }
}
