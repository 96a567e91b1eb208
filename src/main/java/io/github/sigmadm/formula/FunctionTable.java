package io.github.sigmadm.formula;

import java.util.Map;
import java.util.Set;

/// The function catalogue as data: what the index of Sigma's help, exports, official skills and
/// build logs tell. [FunctionCatalogue] reads it.
final class FunctionTable {

  private FunctionTable() {}

  /// A name that does not exist and what to write instead.
  record Wrong(String instead, boolean certain) {}

  /// One group of the function index a line.
  static final String GROUPS =
      """
      Aggregate: ArrayAgg ArrayAggDistinct Avg AvgIf Corr Count CountDistinct CountDistinctIf \
        CountIf GrandTotal ListAgg ListAggDistinct Max MaxIf Median Min MinIf PercentileCont \
        PercentileDisc PercentOfTotal RegressionIntercept RegressionR2 RegressionSlope StdDev \
        Subtotal Sum SumIf SumProduct Variance VariancePop
      Array: Array ArrayCompact ArrayConcat ArrayContains ArrayDistinct ArrayExcept \
        ArrayIntersection ArrayJoin ArrayLength ArraySlice RaggedHierarchy Sequence SplitToArray \
        Sparkline SparklineAgg
      Date: BusinessDays ConvertTimezone DateAdd DateDiff DateFormat DateFromUnix \
        DateFromUnixMs DateFromUnixUs DateLookback DatePart DateParse DateTrunc Day DayOfYear \
        EndOfMonth Hour InDateRange InPriorDateRange LastDay MakeDate Minute Month MonthName Now \
        Quarter Second Today Weekday WeekdayName Year
      Financial: CAGR Effect FV IPmt Nominal NPer Pmt PPmt PV XNPV
      Geography: Area Centroid Distance Geography Intersects Latitude Longitude MakeLine \
        MakePoint Perimeter Within
      Join: Lookup Rollup
      Logical: Between Choose Coalesce If In IsNotNull IsNull Switch Zn NullIf
      Math: Abs Acos Asin Atan Atan2 BinFixed BinRange BitAnd BitOr Ceiling Cos Cot Degrees \
        DistanceGlobe DistancePlane Div Exp Floor Greatest GreatestNonNull Int IsEven IsOdd \
        Least LeastNonNull Ln Log Mod MRound Pi Power Radians Round RoundDown RoundUp RowAvg \
        Sign Sin Sqrt Tan Trunc
      Passthrough: AggDatetime AggGeography AggLogical AggNumber AggText AggVariant \
        CallDatetime CallGeography CallLogical CallNumber CallText CallVariant
      System: CurrentTimezone CurrentUserAttributeText CurrentUserEmail CurrentUserFirstName \
        CurrentUserFullName CurrentUserInTeam
      Text: Concat Contains EndsWith Find ILike Left Len Like LPad Lower LTrim MD5 Mid Proper \
        RegexpCount RegexpExtract RegexpMatch RegexpReplace Repeat Replace Reverse Right RPad \
        RTrim SHA256 SplitPart StartsWith Substring Trim Upper UrlPart
      Type: Date Json Logical Number Text Variant
      Window: CumulativeAvg CumulativeCorr CumulativeCount CumeDist CumulativeMax \
        CumulativeMin CumulativeStdDev CumulativeSum CumulativeVariance FillDown First \
        FirstNonNull Lag Last LastNonNull Lead MovingAvg MovingCorr MovingCount MovingMax \
        MovingMin MovingStddev MovingSum MovingVariance Nth Ntile Rank RankDense RankPercentile \
        RowNumber VisibilityLimit
      """;

  /// `minimum..maximum [odd] [certain]: names`. `n` is no limit; `certain` where exports or help
  /// pages show the count and it is exact.
  static final String ARGUMENTS =
      """
      0..0 certain: Now Today Pi CurrentUserEmail CurrentUserFirstName CurrentUserFullName \
        CurrentTimezone
      0..1: Count
      1..1 certain: Sum Avg Median StdDev Variance VariancePop IsNull IsNotNull Zn FillDown
      1..1: GrandTotal CumulativeSum CumulativeAvg CumulativeCount CumulativeMax CumulativeMin \
        CumulativeStdDev CumulativeVariance CurrentUserAttributeText
      1..n: Min Max CountIf Coalesce Date Number Text Logical Json Variant Rank RankDense \
        RankPercentile Ntile CurrentUserInTeam Concat AggDatetime AggGeography AggLogical \
        AggNumber AggText AggVariant CallDatetime CallGeography CallLogical CallNumber CallText \
        CallVariant
      1..n: CountDistinct
      2..n: SumIf AvgIf MinIf MaxIf CountDistinctIf If Choose In RegexpExtract MovingAvg \
        MovingCorr MovingCount MovingMax MovingMin MovingStddev MovingSum MovingVariance
      2..2: PercentileCont PercentileDisc NullIf DateParse Left Right CumulativeCorr
      1..3: PercentOfTotal Subtotal Lag Lead
      3..n: Switch MakeDate
      3..3 certain: Between
      3..3: DateAdd DateDiff SplitPart Mid Substring
      2..3: DateTrunc DatePart
      4..4: DateLookback
      3..n odd certain: Lookup Rollup
      0..n: RowNumber
      """;

  static final Set<String> WRAPPERS =
      Set.of("GrandTotal", "Subtotal", "PercentOfTotal", "DateLookback", "Rollup");

  static final Set<String> CLOCKS = Set.of("Now", "Today", "InDateRange", "InPriorDateRange");

  /// By name in lower case. Families (`…Over`, `Running…`, `WINDOW_…`) are known to the catalogue.
  static final Map<String, Wrong> WRONG =
      Map.of(
          "isin", new Wrong("In", true),
          "totext", new Wrong("Text", true),
          "tostring", new Wrong("Text", true),
          "tonumber", new Wrong("Number", true),
          "iif", new Wrong("If", true),
          "countd", new Wrong("CountDistinct", true),
          "ifnull", new Wrong("Coalesce", true),
          "case", new Wrong("If or Switch", true),
          "percentile", new Wrong("PercentileCont or PercentileDisc", false),
          "length", new Wrong("Len", false));
}
