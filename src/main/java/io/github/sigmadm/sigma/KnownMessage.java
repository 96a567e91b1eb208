package io.github.sigmadm.sigma;

import java.util.Optional;
import java.util.regex.Pattern;

/// Messages that Sigma's API has been seen to refuse a representation with, and what to do about
/// them. The first that fits counts.
enum KnownMessage {
  FOLDER(
      "folderId|Expecting UUID",
      "Set 'folder' of the environment in sigma-dm.yml to the id (a UUID) of a folder or workspace that the credentials may edit."),
  SCHEMA_VERSION("schemaVersion", "The document needs \"schemaVersion\": 1, a number."),
  SYNTAX(
      "Syntax error in data model spec|Unknown error in data model spec",
      "Sigma does not say where. The usual reasons are an element without 'kind', a value of the wrong shape, or a formula that it cannot read."),
  ROOT_ELEMENTS(
      "^pages: Invalid array", "The document needs 'pages', and the elements stand inside a page."),
  COLUMNS("columns: Invalid array", "An element has no 'columns'."),
  FORMULA("formula: Invalid string", "A column has no 'formula'."),
  STATEMENT(
      "source\\.statement: Invalid string", "A source of kind 'sql' has its text in 'statement'."),
  KIND(
      "Invalid kind|Missing \"kind\"|Invalid value: object|Invalid object",
      "An element, source or filter has a 'kind' or a shape that Sigma does not know."),
  DUPLICATE_ID("Duplicate id", "Ids are unique; a control's 'id' and 'controlId' differ too."),
  DUPLICATE_REFERENCE(
      "Duplicate column or folder reference",
      "A column may stand in one grouping only, and not in 'summary' and 'calculations' at once."),
  SORT("Sort column not found", "A sort names a column that the element does not have."),
  DEPENDENCY(
      "dependency not found|Cannot resolve columns",
      "A formula refers to a column that does not exist; the message has it in lower case."),
  FUNCTION("Unknown function", "Check the function's spelling in Sigma's function index."),
  SQL("invalid identifier", "The warehouse does not accept a custom SQL statement."),
  SOURCE(
      "Source not found",
      "Sigma's catalogue of the connection does not have the table: synchronise it in Sigma, and check the path."),
  CONTROL(
      "Invalid parameter on control",
      "A control's 'parameters' point to a data model or a control that cannot be resolved.");

  private final Pattern pattern;
  private final String hint;

  KnownMessage(String pattern, String hint) {
    this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    this.hint = hint;
  }

  /// What to do about a message, if it is known.
  static Optional<String> hintFor(String message) {
    for (KnownMessage known : values()) {
      if (known.pattern.matcher(message).find()) {
        return Optional.of(known.hint);
      }
    }
    return Optional.empty();
  }
}
