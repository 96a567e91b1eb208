package io.github.sigmadm.sandbox.options;

/// Observed behaviour that is not the rule, each to be switched on by itself. None is on by
/// default.
public enum Quirk {
  /// HTTP Basic is refused at the token endpoint with 400 `invalid_request` "Invalid access/refresh
  /// token".
  BASIC_REFUSED,
  /// Form fields are refused at the token endpoint in the same way.
  FORM_REFUSED,
  /// The spec endpoints answer JSON to a request without `Accept` (as the documentation has it).
  JSON_WITHOUT_ACCEPT,
  /// Error bodies carry `summary` instead of `message`.
  SUMMARY_INSTEAD_OF_MESSAGE,
  /// Every shape error reads `Syntax error in data model spec`.
  VAGUE_SHAPE_ERRORS,
  /// A formula that does not resolve is refused with 400 `dependency not found` instead of becoming
  /// an error column.
  BROKEN_FORMULAS_REFUSED,
  /// One error column turns all columns of its element to errors.
  ERRORS_SPREAD,
  /// A write silently loses the last column of every table that has more than one.
  LAST_COLUMN_DROPPED,
  /// A write silently loses nine of ten columns of every table.
  MOST_COLUMNS_DROPPED,
  /// A write silently loses metrics that are named like a column of their element.
  METRIC_NAMED_LIKE_COLUMN_DROPPED,
  /// A metric named like one of the element's primary source gets ` (1)` after its name.
  INHERITED_METRIC_RENAMED,
  /// An update hides the first table of the model.
  FIRST_TABLE_HIDDEN_ON_UPDATE,
  /// An update replaces all submitted ids, known ones too (not `controlId`).
  ALL_IDS_REPLACED_ON_UPDATE,
  /// Ids of the form `inode-…/COLUMN` survive although the mode is [IdMode#REMAP].
  INODE_COLUMN_IDS_KEPT,
  /// Sort entries of groupings come back with `nulls: "connection-default"`.
  NULLS_SPELLED_OUT,
  /// A table without `order` comes back with one.
  ORDER_FILLED_IN,
  /// Reads spell out `visibleAsSource: true`, `hidden: false`, `joinType: "inner"` and `op: "="`.
  DEFAULTS_SPELLED_OUT,
  /// Fields that the representation does not know are lost on a write.
  UNKNOWN_FIELDS_DROPPED,
  /// `ORDER_ID` becomes `Order ID` instead of `Order Id`.
  ACRONYMS_IN_FRIENDLY_NAMES,
  /// `documentVersion` in an update is ignored (before September 2026).
  DOCUMENT_VERSION_IGNORED,
  /// A read of the representation has no `folderId`.
  FOLDER_ID_MISSING,
  /// A rename, a move or a new description makes a new document version.
  FILE_CHANGES_MAKE_VERSIONS,
  /// Deleted models stay in `GET /v2/dataModels`, marked `isArchived`.
  ARCHIVED_MODELS_LISTED,
  /// Entries of `GET /v2/files` call their id `inodeId`.
  INODE_ID_IN_FILE_LIST,
  /// A workbook's sources come in `entries` instead of as a bare array.
  WORKBOOK_SOURCES_WRAPPED,
  /// A table's columns are paged with `page` and `limit` instead of with tokens.
  TABLE_COLUMNS_BY_PAGE,
  /// The owner of the credentials is no administrator: `skipPermissionCheck` is answered 403.
  NOT_AN_ADMINISTRATOR,
  /// The owner of the credentials may not use the connections: what is asked about one is answered
  /// 403.
  CONNECTIONS_OUT_OF_REACH,
  /// More than five requests at once under `/v2/dataModels` are answered 429.
  SIXTH_AT_ONCE_REFUSED,
  /// The compiled query and the element's own schedules are not rolled out: 404 `UnmatchedHandler`.
  BETA_ROUTES_MISSING
}
