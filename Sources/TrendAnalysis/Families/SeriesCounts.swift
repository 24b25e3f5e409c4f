/// Papers of many series by period, as one flat matrix of series x periods.
public struct SeriesCounts: Sendable, Hashable {
  /// The number of periods of each series.
  public let periods: Int
  /// The counts, series by series.
  public private(set) var counts: [Int32]

  /// The number of series.
  public var count: Int { periods == 0 ? 0 : counts.count / periods }

  /// Takes a flat matrix.
  ///
  /// - Parameters:
  ///   - counts: Series by series.
  ///   - periods: The length of each.
  /// - Precondition: The counts fill whole series.
  public init(_ counts: [Int32], periods: Int) {
    precondition(
      periods == 0 ? counts.isEmpty : counts.count.isMultiple(of: periods), "whole series")
    self.counts = counts
    self.periods = periods
  }

  /// The counts of one series by period.
  public subscript(series: Int) -> ArraySlice<Int32> {
    counts[(series * periods)..<((series + 1) * periods)]
  }
}
