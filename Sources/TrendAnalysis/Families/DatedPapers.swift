/// The period and the topic of each paper.
public struct DatedPapers: Sendable, Hashable {
  /// The period that each paper joins, or -1 for none.
  public let periods: [Int32]
  /// The topic of each paper, or -1 for none.
  public let topics: [Int32]
  /// The number of topics.
  public let topicCount: Int

  /// Takes one period and one topic a paper.
  ///
  /// - Parameters:
  ///   - periods: The period that each paper joins; nil for none.
  ///   - topics: The topic of each paper; nil for none.
  ///   - topicCount: The number of topics.
  /// - Precondition: As many periods as topics, each topic below `topicCount`.
  public init(periods: [Int?], topics: [Int?], topicCount: Int) {
    precondition(periods.count == topics.count, "as many periods as topics")
    precondition(topics.allSatisfy { ($0 ?? 0) < max(1, topicCount) }, "a topic that is not there")
    self.periods = periods.map { Int32($0 ?? -1) }
    self.topics = topics.map { Int32($0 ?? -1) }
    self.topicCount = topicCount
  }

  /// Places papers on an axis; those without a period of it have none.
  ///
  /// - Parameters:
  ///   - axis: The periods.
  ///   - dates: The possible days of each paper; nil without a usable date.
  ///   - topics: The topic of each paper; nil for none.
  ///   - topicCount: The number of topics.
  public init(axis: PeriodAxis, dates: [PossibleDays?], topics: [Int?], topicCount: Int) {
    self.init(
      periods: dates.map { date in
        guard let date, case .period(let index) = axis.placement(of: date) else { return nil }
        return index
      },
      topics: topics, topicCount: topicCount)
  }

  /// All papers by period.
  public func volumes(periods count: Int) -> [Int] {
    var volumes = [Int](repeating: 0, count: count)
    for period in periods where period >= 0 { volumes[Int(period)] += 1 }
    return volumes
  }

  /// The papers of each topic by period.
  public func topicSeries(periods count: Int) -> SeriesCounts {
    var counts = [Int32](repeating: 0, count: topicCount * count)
    for (period, topic) in zip(periods, topics) where period >= 0 && topic >= 0 {
      counts[Int(topic) * count + Int(period)] += 1
    }
    return SeriesCounts(counts, periods: count)
  }
}
