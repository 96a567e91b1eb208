package io.github.sigmadm.render;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.Report;
import java.util.List;
import java.util.OptionalLong;

/// A plan or a report as one HTML file that needs nothing else: no script, no request, complete.
public final class HtmlReport {

  private HtmlReport() {}

  /// What will happen.
  public static String of(Plan plan, Occasion occasion) {
    return of(Matter.of(plan), occasion);
  }

  /// What has happened.
  public static String of(Report report, Occasion occasion) {
    return of(Matter.of(report), occasion);
  }

  static String of(Matter matter, Occasion occasion) {
    Headline headline = Headline.of(matter, occasion);
    StringBuilder body = new StringBuilder();
    header(matter.plan(), headline, occasion, body);
    alert("stop", occasion.told(Verdict::stops), body);
    alert("warn", occasion.told(verdict -> verdict.weight() == Verdict.Weight.WARNS), body);
    alert("note", occasion.told(verdict -> verdict.weight() == Verdict.Weight.APPROVED), body);
    alert("note", matter.plan().notices(), body);
    List<Standing> all = matter.standings();
    List<Standing> telling =
        all.stream().filter(standing -> standing.urgency() != Standing.Urgency.QUIET).toList();
    table(matter, telling, occasion.links(), body);
    HtmlModel model = new HtmlModel(matter.plan().commit(), occasion.links());
    for (int i = 0; i < telling.size(); i++) {
      body.append(model.section(telling.get(i), i));
    }
    unchanged(
        all.stream().filter(standing -> standing.urgency() == Standing.Urgency.QUIET).toList(),
        body);
    return page(headline, body.toString());
  }

  private static String page(Headline headline, String body) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '%s'; base-uri 'none'; form-action 'none'">
    <meta name="referrer" content="no-referrer">
    <title>%s</title>
    <style>%s</style>
    </head>
    <body>
    %s<main>
    %s</main>
    </body>
    </html>
    """
        .formatted(
            HtmlStyle.hash(),
            Escaping.html(headline.title().bare() + ": " + headline.statement()),
            HtmlStyle.CSS,
            SvgMap.arrows(),
            body);
  }

  private static void header(Plan plan, Headline headline, Occasion occasion, StringBuilder body) {
    String icon =
        headline.icon().isEmpty()
            ? ""
            : "<span aria-hidden=\"true\">" + headline.icon() + "</span> ";
    body.append("<header>\n<h1>")
        .append(icon)
        .append(headline.title().html())
        .append("</h1>\n<p class=\"statement\">")
        .append(Escaping.html(sentence(headline.statement())))
        .append("</p>\n<dl class=\"facts\">\n");
    fact("Commit", commit(plan.commit(), occasion.links()), body);
    plan.base().ifPresent(base -> fact("Compared with", commit(base, occasion.links()), body));
    plan.fingerprint().ifPresent(print -> fact("Fingerprint", Escaping.htmlCode(print), body));
    occasion
        .links()
        .runUrl()
        .flatMap(Escaping::address)
        .ifPresent(url -> fact("Run", "<a href=\"" + url + "\">" + url + "</a>", body));
    body.append("</dl>\n</header>\n");
  }

  private static String sentence(String statement) {
    return Character.toUpperCase(statement.charAt(0)) + statement.substring(1) + ".";
  }

  private static void fact(String name, String value, StringBuilder body) {
    body.append("<div><dt>").append(name).append("</dt><dd>").append(value).append("</dd></div>\n");
  }

  private static String commit(Commit commit, Links links) {
    return Phrase.linked(commit.abbreviated(), links.commit(commit)).html();
  }

  private static void alert(String kind, List<String> texts, StringBuilder body) {
    if (texts.isEmpty()) {
      return;
    }
    body.append("<div class=\"alert ").append(kind).append("\">");
    if (texts.size() == 1) {
      body.append("<p>").append(Phrase.message(texts.getFirst()).html()).append("</p>");
    } else {
      body.append("<ul>");
      texts.forEach(
          text -> body.append("<li>").append(Phrase.message(text).html()).append("</li>"));
      body.append("</ul>");
    }
    body.append("</div>\n");
  }

  private static void table(
      Matter matter, List<Standing> standings, Links links, StringBuilder body) {
    if (standings.isEmpty()) {
      return;
    }
    body.append(
        """
        <div class="wide models">
        <table>
        <thead><tr><th scope="col">Action</th><th scope="col">Model</th><th scope="col" class="file">File</th>\
        <th scope="col">Changes</th><th scope="col">%s</th><th scope="col">Live version</th></tr></thead>
        <tbody>
        """
            .formatted(matter.carriedOut() ? "Result" : "Severity"));
    for (int i = 0; i < standings.size(); i++) {
      Standing standing = standings.get(i);
      OptionalLong version = standing.version();
      body.append("<tr><td class=\"action\">")
          .append(HtmlModel.icon(standing) + standing.word())
          .append("</td><th scope=\"row\"><a href=\"#m")
          .append(i)
          .append("\">")
          .append(Escaping.html(standing.plan().name()))
          .append("</a></th><td class=\"file\">")
          .append(HtmlModel.file(standing, matter.plan().commit(), links).html())
          .append("</td><td>")
          .append(Signs.tally(standing.plan().plannedChanges()))
          .append("</td><td>")
          .append(
              standing
                  .reason()
                  .map(reason -> Phrase.message(reason).html())
                  .orElseGet(() -> HtmlModel.badges(standing)))
          .append("</td><td>")
          .append(version.isPresent() ? Long.toString(version.getAsLong()) : "")
          .append("</td></tr>\n");
    }
    body.append("</tbody>\n</table>\n</div>\n");
  }

  private static void unchanged(List<Standing> standings, StringBuilder body) {
    if (standings.isEmpty()) {
      return;
    }
    body.append("<section class=\"model\">\n<h2>")
        .append(Count.of(standings.size(), "model"))
        .append(" unchanged</h2>\n<ul class=\"plain\">\n");
    for (Standing standing : standings) {
      body.append("<li>")
          .append(
              Phrase.linked(standing.plan().name(), standing.url())
                  .words(" ")
                  .name(standing.plan().path().value())
                  .html())
          .append("</li>\n");
    }
    body.append("</ul>\n</section>\n");
  }
}
