package io.github.sigmadm.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// How the HTML report looks. Light or dark as the reader's system is; on paper without colours
/// behind text. All pairs of text and ground have a contrast of at least 4.5 to 1.
final class HtmlStyle {

  static final String CSS =
      """
      :root {
        color-scheme: light dark;
        --ground: #ffffff; --panel: #f6f8fa; --text: #1f2328; --faint: #59636e; --line: #d1d9e0;
        --link: #0969da; --code: #eff1f3;
        --good: #116329; --good-ground: #dafbe1; --good-line: #1a7f37;
        --careful: #7d4e00; --careful-ground: #fff8c5; --careful-line: #9a6700;
        --bad: #a40e26; --bad-ground: #ffebe9; --bad-line: #cf222e;
        --secret: #6639ba; --secret-ground: #fbefff; --secret-line: #8250df;
      }
      @media (prefers-color-scheme: dark) {
        :root {
          --ground: #0d1117; --panel: #151b23; --text: #e6edf3; --faint: #9198a1; --line: #3d444d;
          --link: #58a6ff; --code: #252c35;
          --good: #7ee2a0; --good-ground: #12261e; --good-line: #3fb950;
          --careful: #e9c46a; --careful-ground: #272115; --careful-line: #d29922;
          --bad: #ffa198; --bad-ground: #2d1517; --bad-line: #f85149;
          --secret: #d2a8ff; --secret-ground: #21172f; --secret-line: #a371f7;
        }
      }
      * { box-sizing: border-box; }
      body {
        margin: 0; background: var(--ground); color: var(--text);
        font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif;
      }
      main { max-width: 1080px; margin: 0 auto; padding: 24px 20px 48px; }
      h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 4px; }
      h2 { font-size: 1.2rem; line-height: 1.3; margin: 0 0 12px; }
      h3 { font-size: 1rem; margin: 24px 0 8px; }
      a { color: var(--link); }
      a:hover { text-decoration-thickness: 2px; }
      code, pre { font: 0.86em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
      code { background: var(--code); padding: 1px 5px; border-radius: 5px; white-space: pre-wrap; overflow-wrap: anywhere; }
      h1 code, h2 code { font-size: 0.92em; }
      .statement { font-size: 1.1rem; margin: 0 0 12px; }
      .facts { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0 0 20px; color: var(--faint); font-size: 0.9rem; }
      .facts div { display: flex; gap: 6px; }
      .facts dd { margin: 0; }
      .alert { border-left: 4px solid var(--line); background: var(--panel); padding: 10px 14px; margin: 0 0 14px; border-radius: 0 6px 6px 0; }
      .alert p, .alert ul { margin: 0; }
      .alert ul { padding-left: 20px; }
      .alert.stop { border-color: var(--bad-line); background: var(--bad-ground); }
      .alert.warn { border-color: var(--careful-line); background: var(--careful-ground); }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: left; vertical-align: top; padding: 7px 10px; border-bottom: 1px solid var(--line); }
      thead th { color: var(--faint); font-size: 0.85rem; font-weight: 600; white-space: nowrap; }
      tbody th { font-weight: 600; }
      td.action, td.file code { white-space: nowrap; }
      .models { margin: 0 0 28px; }
      .model { border: 1px solid var(--line); border-radius: 8px; padding: 18px 20px; margin: 0 0 20px; }
      .model > h2 .word { font-size: 0.95rem; font-weight: 400; color: var(--faint); }
      .model > h2 .path { display: block; font-size: 0.85rem; font-weight: 400; color: var(--faint); }
      .badge {
        display: inline-block; white-space: nowrap; font-size: 0.8rem; font-weight: 600; line-height: 1.4;
        padding: 1px 8px; border-radius: 10px; border: 1px solid var(--line); color: var(--faint);
      }
      .badge.safe, .badge.good { color: var(--good); background: var(--good-ground); border-color: var(--good-line); }
      .badge.notice, .badge.warning, .badge.drift { color: var(--careful); background: var(--careful-ground); border-color: var(--careful-line); }
      .badge.breaking, .badge.error { color: var(--bad); background: var(--bad-ground); border-color: var(--bad-line); }
      .badge.security { color: var(--secret); background: var(--secret-ground); border-color: var(--secret-line); }
      .changes thead { position: absolute; clip-path: inset(50%); }
      .changes td:first-child { width: 6.5rem; }
      .changes tr:first-child td { border-top: 1px solid var(--line); }
      .changes td { overflow-wrap: anywhere; }
      .findings { list-style: none; margin: 0 0 12px; padding: 0; }
      .findings li { margin: 0 0 8px; }
      .hint { display: block; color: var(--faint); }
      .plain { margin: 0 0 12px; padding-left: 20px; }
      pre.diff { margin: 8px 0 2px; background: var(--panel); border: 1px solid var(--line); border-radius: 6px; overflow-x: auto; padding: 6px 0; }
      pre.diff span { display: block; padding: 0 12px; min-width: max-content; }
      pre.diff .removed { background: var(--bad-ground); color: var(--bad); }
      pre.diff .added { background: var(--good-ground); color: var(--good); }
      pre.diff .gap { color: var(--faint); }
      figure { margin: 16px 0 0; }
      figcaption { color: var(--faint); font-size: 0.88rem; margin-top: 4px; }
      svg.defs { position: absolute; width: 0; height: 0; }
      svg.map { display: block; max-width: none; }
      .map text { font: 13px system-ui, -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; fill: var(--text); text-anchor: middle; dominant-baseline: central; }
      .map .node rect, .map .node path { fill: var(--panel); stroke: var(--faint); stroke-width: 1.2; }
      .map .outside rect { stroke-dasharray: 2 3; }
      .map .new rect, .map .new path { fill: var(--good-ground); stroke: var(--good-line); }
      .map .changed rect, .map .changed path { fill: var(--careful-ground); stroke: var(--careful-line); }
      .map .gone rect, .map .gone path { fill: var(--bad-ground); stroke: var(--bad-line); stroke-dasharray: 5 4; }
      .map .edge { fill: none; stroke: var(--faint); stroke-width: 1.3; }
      .map .relationship, .map .filter { stroke-dasharray: 2 4; }
      .map .edge.new { stroke: var(--good-line); stroke-width: 2; }
      .map .edge.gone { stroke: var(--bad-line); stroke-width: 2; stroke-dasharray: 6 4; }
      .map .edge-label { font-size: 11.5px; fill: var(--faint); paint-order: stroke; stroke: var(--ground); stroke-width: 5px; }
      .arrow path { fill: var(--faint); }
      .arrow.new path { fill: var(--good-line); }
      .arrow.gone path { fill: var(--bad-line); }
      .empty { color: var(--faint); }
      @media (max-width: 640px) {
        main { padding: 16px 12px 32px; }
        .model { padding: 14px 12px; }
        th, td { padding: 6px 6px; }
        .models .file { display: none; }
        .changes, .changes tbody, .changes tr, .changes td { display: block; }
        .changes td, .changes tr:first-child td { border: 0; padding: 2px 0; }
        .changes td:first-child { width: auto; }
        .changes tr { border-bottom: 1px solid var(--line); padding: 6px 0; }
      }
      @media print {
        :root { color-scheme: light; --panel: #ffffff; }
        main { max-width: none; padding: 0; }
        .model { break-inside: auto; border-width: 0 0 1px; border-radius: 0; padding: 12px 0; }
        tr, figure, pre { break-inside: avoid; }
        a { color: inherit; }
        pre.diff span { min-width: 0; white-space: pre-wrap; }
        svg.map { max-width: 100%; height: auto; }
      }
      """;

  private HtmlStyle() {}

  /// What a content security policy calls this stylesheet.
  static String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(CSS.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
