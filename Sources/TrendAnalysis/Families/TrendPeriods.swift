/// The periods of a question: when they are, how many papers they have and which are over.
public struct TrendPeriods: Sendable, Hashable {
  /// The middle of each period in years, so that ratios are ratios a year.
  public let years: [Double]
  /// All papers of each period.
  public let papers: [Int]
  /// Whether each period is over; others are shown but never tested.
  public let isOver: [Bool]

  /// The periods that are tested: over, and with papers.
  public let tested: [Int]
  let design: RateDesign

  /// Periods by their middles.
  ///
  /// - Parameters:
  ///   - years: The middle of each period in years, ascending.
  ///   - papers: All papers of each period.
  ///   - isOver: Whether each period is over.
  /// - Precondition: As many of each.
  public init(years: [Double], papers: [Int], isOver: [Bool]) {
    precondition(
      years.count == papers.count && papers.count == isOver.count, "one of each a period")
    self.years = years
    self.papers = papers
    self.isOver = isOver
    design = RateDesign(
      times: years, volumes: papers.indices.map { isOver[$0] ? Double(papers[$0]) : 0 })
    tested = design.indices
  }

  /// The periods of an axis; those that are over on its as-of day are tested.
  ///
  /// - Parameters:
  ///   - axis: The calendar periods.
  ///   - papers: All papers of each.
  public init(axis: PeriodAxis, papers: [Int]) {
    self.init(
      years: axis.periods.map(\.middleInYears), papers: papers,
      isOver: axis.periods.map { $0.isOver(asOf: axis.asOf) })
  }

  /// The papers of the tested periods.
  public var testedPapers: Int { tested.reduce(0) { $0 + papers[$1] } }

  /// The share of a series over some tested periods, given by their places among the tested.
  func pooledShare(_ counts: [Double], _ places: Range<Int>) -> Double {
    let volume = design.volumes[places].reduce(0, +)
    return volume > 0 ? counts[places].reduce(0, +) / volume : 0
  }
}

extension CalendarPeriod {
  /// The mean length of a year of the calendar.
  static let daysInYear = 365.2425

  /// The middle of the period in years, so that ratios are ratios a year.
  public var middleInYears: Double {
    Double(firstDay.number + lastDay.number) / 2 / Self.daysInYear
  }
}
