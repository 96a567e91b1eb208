package io.github.sigmadm.render;

/// How important a piece of a report is; the least important first. Where not all fits, they are
/// left out in this order.
enum Rank {
  SAFE("safe change"),
  MAP("map"),
  DIFF("diff"),
  UNCHANGED("unchanged model"),
  NOTICE("notice"),
  IMPACT("affected workbook"),
  DRIFT("drift entry"),
  /// Something done in Sigma that is undone.
  LOST_DRIFT("drift entry"),
  KNOWN("known finding"),
  WARNING("warning"),
  REMARK("note"),
  ROW("table row"),
  BREAKING("breaking change"),
  COLLISION("collision"),
  SECURITY("security change"),
  /// An error that another one can be the cause of.
  CONSEQUENCE("error"),
  ERROR("error"),
  /// The row of a model that somebody must look at.
  ALARM("table row"),
  /// Never left out.
  FIXED("");

  private final String noun;

  Rank(String noun) {
    this.noun = noun;
  }

  /// What a piece of this rank is called when it is said that it was left out.
  String noun() {
    return noun;
  }
}
