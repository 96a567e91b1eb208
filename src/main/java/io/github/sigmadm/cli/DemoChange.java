package io.github.sigmadm.cli;

/// What the demo's pull request changes in the example: another formula, a new column, one column
/// less.
final class DemoChange {

  private DemoChange() {}

  static String of(String tickets) {
    String changed =
        replace(
            tickets, "\"[List Price] - [Discount]\"", "\"Greatest([List Price] - [Discount], 0)\"");
    changed =
        replace(
            changed,
            "            { \"id\": \"status\", \"formula\": \"[TICKETS/Status]\" },\n",
            "            { \"id\": \"channel\", \"formula\": \"[TICKETS/Channel]\" },\n");
    return replace(changed, "\"status\"", "\"channel\"");
  }

  private static String replace(String text, String from, String to) {
    if (!text.contains(from)) {
      throw new IllegalStateException("the example has no " + from);
    }
    return text.replace(from, to);
  }
}
