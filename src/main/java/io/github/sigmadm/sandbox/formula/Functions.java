package io.github.sigmadm.sandbox.formula;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The functions that exist (Sigma's function index of August 2026), each with what it gives.
final class Functions {

  /// What a function's result is made of.
  enum Result {
    TEXT,
    NUMBER,
    DATETIME,
    BOOLEAN,
    VARIANT,
    /// The type of the first argument.
    FIRST,
    /// The type of the second argument.
    SECOND,
    /// The type of the third argument.
    THIRD
  }

  private static final Map<String, Result> RESULTS = new TreeMap<>();

  static {
    add(
        Result.NUMBER,
        """
        Avg AvgIf Corr Count CountDistinct CountDistinctIf CountIf Median PercentileCont
        PercentileDisc PercentOfTotal RegressionIntercept RegressionR2 RegressionSlope StdDev Sum
        SumIf SumProduct Variance VariancePop ArrayLength BusinessDays DateDiff DatePart Day
        DayOfYear Hour Minute Month Quarter Second Weekday Year CAGR Effect FV IPmt Nominal NPer Pmt
        PPmt PV XNPV Area Distance Latitude Longitude Perimeter Abs Acos Asin Atan Atan2 BinFixed
        BitAnd BitOr Ceiling Cos Cot Degrees DistanceGlobe DistancePlane Div Exp Floor Int Ln Log Mod
        MRound Pi Power Radians Round RoundDown RoundUp RowAvg Sign Sin Sqrt Tan Trunc Zn AggNumber
        CallNumber Find Len RegexpCount Number CumulativeAvg CumulativeCorr CumulativeCount CumeDist
        CumulativeStdDev CumulativeSum CumulativeVariance MovingAvg MovingCorr MovingCount MovingMax
        MovingMin MovingStddev MovingSum MovingVariance Ntile Rank RankDense RankPercentile RowNumber
        """);
    add(
        Result.TEXT,
        """
        ArrayJoin ListAgg ListAggDistinct MonthName WeekdayName DateFormat BinRange AggText CallText
        CurrentTimezone CurrentUserAttributeText CurrentUserEmail CurrentUserFirstName
        CurrentUserFullName Concat Left LPad Lower LTrim MD5 Mid Proper RegexpExtract RegexpReplace
        Repeat Replace Reverse Right RPad RTrim SHA256 SplitPart Substring Trim Upper UrlPart Text
        """);
    add(
        Result.DATETIME,
        """
        ConvertTimezone DateFromUnix DateFromUnixMs DateFromUnixUs DateParse EndOfMonth LastDay
        MakeDate Now Today AggDatetime CallDatetime Date DateTrunc DateAdd
        """);
    add(
        Result.BOOLEAN,
        """
        ArrayContains InDateRange InPriorDateRange Intersects Within Between In IsNotNull IsNull
        IsEven IsOdd AggLogical CallLogical CurrentUserInTeam Contains EndsWith ILike Like
        RegexpMatch StartsWith Logical VisibilityLimit
        """);
    add(
        Result.VARIANT,
        """
        ArrayAgg ArrayAggDistinct Array ArrayCompact ArrayConcat ArrayDistinct ArrayExcept
        ArrayIntersection ArraySlice RaggedHierarchy Sequence SplitToArray Sparkline SparklineAgg
        Centroid Geography MakeLine MakePoint AggGeography AggVariant CallGeography CallVariant Json
        Variant
        """);
    add(
        Result.FIRST,
        """
        GrandTotal Max MaxIf Min MinIf Subtotal DateLookback Lookup Rollup Coalesce NullIf Greatest
        GreatestNonNull Least LeastNonNull CumulativeMax CumulativeMin FillDown First FirstNonNull
        Lag Last LastNonNull Lead Nth
        """);
    add(Result.SECOND, "If Choose");
    add(Result.THIRD, "Switch");
  }

  private Functions() {}

  /// Empty when there is no such function. Case does not matter.
  static Optional<Result> result(String name) {
    return Optional.ofNullable(RESULTS.get(name.toLowerCase(Locale.ROOT)));
  }

  static int count() {
    return RESULTS.size();
  }

  private static void add(Result result, String names) {
    names
        .lines()
        .flatMap(line -> Stream.of(line.split(" ", -1)))
        .forEach(name -> RESULTS.put(name.toLowerCase(Locale.ROOT), result));
  }
}
