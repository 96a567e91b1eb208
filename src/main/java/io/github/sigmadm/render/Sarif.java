package io.github.sigmadm.render;

import io.github.sigmadm.check.RuleBook;
import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Severity;
import io.github.sigmadm.core.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Findings in SARIF 2.1.0, for code scanning.
///
/// Paths are relative to `%SRCROOT%`, the root of the repository; columns count UTF-16 units, as
/// ours do. A finding keeps its fingerprint when lines are added above it.
public final class Sarif {

  /// GitHub refuses a run with more results.
  private static final int MOST = 25_000;

  /// The key by which GitHub recognises a result; it makes its own where this one is missing, and
  /// that one moves with the lines around.
  private static final String FINGERPRINT = "primaryLocationLineHash";

  private static final String ROOT = "%SRCROOT%";

  private record Finding(RepositoryPath file, String code, String message) {}

  private final Links links;
  private final boolean compared;
  private final Map<String, Integer> ruleIndex = new LinkedHashMap<>();
  private final Map<Finding, Integer> seen = new HashMap<>();
  private final ArrayNode rules = Json.array();

  private Sarif(Links links, boolean compared) {
    this.links = links;
    this.compared = compared;
  }

  /// The text of the document, with a line feed at the end.
  ///
  /// @param version which version of the program found them
  /// @param commit what was looked at
  /// @param compared whether there was a base commit to compare with, so that new findings can be
  ///   told from known ones
  public static String of(
      List<Diagnostic> findings, String version, Commit commit, boolean compared, Links links) {
    return new Sarif(links, compared).document(findings, version, commit);
  }

  private String document(List<Diagnostic> findings, String version, Commit commit) {
    RuleBook.pages().forEach(this::rule);
    ArrayNode results = Json.array();
    List<Diagnostic> told = Importance.ordered(findings);
    told.stream().limit(MOST).forEach(finding -> results.add(result(finding)));
    ObjectNode driver = Json.object().put("name", "sigma-dm").put("version", version);
    links.repositoryOfRules().ifPresent(url -> driver.put("informationUri", url));
    driver.set("rules", rules);
    ObjectNode tool = Json.object();
    tool.set("driver", driver);
    ObjectNode run = Json.object();
    run.set("tool", tool);
    run.set("automationDetails", Json.object().put("id", "sigma-dm/"));
    run.set("invocations", Json.array().add(invocation(told.size())));
    links.home().ifPresent(url -> run.set("versionControlProvenance", provenance(url, commit)));
    ObjectNode root = Json.object();
    root.set("description", text("The root of the repository."));
    run.set("originalUriBaseIds", Json.object().set(ROOT, root));
    run.put("columnKind", "utf16CodeUnits");
    run.set("results", results);
    ObjectNode log =
        Json.object()
            .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            .put("version", "2.1.0");
    log.set("runs", Json.array().add(run));
    return Json.pretty(log);
  }

  private static ObjectNode invocation(int findings) {
    ObjectNode invocation = Json.object().put("executionSuccessful", true);
    if (findings > MOST) {
      ObjectNode notification = Json.object().put("level", "warning");
      notification.set(
          "message",
          text("Of " + findings + " findings these are the " + MOST + " most important ones."));
      invocation.set("toolExecutionNotifications", Json.array().add(notification));
    }
    return invocation;
  }

  private static ArrayNode provenance(String url, Commit commit) {
    return Json.array().add(Json.object().put("repositoryUri", url).put("revisionId", commit.id()));
  }

  private void rule(RuleBook.Page page) {
    ObjectNode rule = rule(page.code(), page.severity());
    rule.set("shortDescription", text(plain(page.summary())));
    rule.set("fullDescription", text(plain(page.summary())));
    links.rule(page.code()).ifPresent(url -> rule.put("helpUri", url));
    rule.set("help", text(page.text()).put("markdown", page.text()));
  }

  private ObjectNode rule(String code, Severity severity) {
    ObjectNode rule = Json.object().put("id", code);
    ruleIndex.put(code, rules.size());
    rules.add(rule);
    rule.set("defaultConfiguration", Json.object().put("level", level(severity)));
    return rule;
  }

  private int indexOf(Diagnostic finding) {
    if (!ruleIndex.containsKey(finding.code())) {
      String name = finding.code().replace('-', ' ');
      rule(finding.code(), finding.severity())
          .set(
              "shortDescription",
              text(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "."));
    }
    return ruleIndex.getOrDefault(finding.code(), -1);
  }

  private ObjectNode result(Diagnostic finding) {
    ObjectNode result =
        Json.object()
            .put("ruleId", finding.code())
            .put("ruleIndex", indexOf(finding))
            .put("level", level(finding.severity()));
    String hint = finding.hint().map(words -> " " + words).orElse("");
    result.set("message", text(unlinked(VisibleText.line(finding.message() + hint))));
    ObjectNode place = Json.object();
    place.set(
        "artifactLocation",
        Json.object().put("uri", links.fromRoot(finding.file())).put("uriBaseId", ROOT));
    place.set("region", region(finding.span()));
    ObjectNode location = Json.object();
    location.set("physicalLocation", place);
    result.set("locations", Json.array().add(location));
    result.set("partialFingerprints", Json.object().put(FINGERPRINT, fingerprint(finding)));
    if (compared) {
      result.put("baselineState", finding.known() ? "unchanged" : "new");
    }
    return result;
  }

  /// Lines and columns count from 1, the end is the first character that no longer belongs.
  private static ObjectNode region(Span span) {
    return Json.object()
        .put("startLine", span.start().line())
        .put("startColumn", span.start().column())
        .put("endLine", span.end().line())
        .put("endColumn", span.end().column());
  }

  /// What the rule says about what, without the place; and the how many-th of its kind it is.
  private String fingerprint(Diagnostic finding) {
    int number =
        seen.merge(new Finding(finding.file(), finding.code(), finding.message()), 1, Integer::sum);
    String identity = finding.code() + "\n" + finding.message();
    return hash(identity).substring(0, 16) + ":" + number;
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
    };
  }

  private static ObjectNode text(String text) {
    return Json.object().put("text", text);
  }

  /// A message may hold links in the form of Markdown; those of a spec are none.
  private static String unlinked(String message) {
    return message.replace("](", "] (");
  }

  /// Code scanning shows short descriptions as they are.
  private static String plain(String markdown) {
    return markdown.replaceAll("[`*]", "");
  }
}
