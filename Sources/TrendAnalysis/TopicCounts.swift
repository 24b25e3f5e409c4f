/// Papers by period, in all and by topic.
///
/// A share is a topic's papers over all papers of the same period, those without a topic
/// included: a topic that stays at a tenth of a growing corpus draws a flat line.
public struct TopicCounts: Sendable, Hashable {
  /// All papers of each period.
  public let papers: [Int]
  /// The papers of each topic, topic by topic and then by period.
  public let counts: [[Int]]
  /// Papers that no single period contains.
  public let tooCoarse: Int
  /// Papers dated after today.
  public let future: Int
  /// Papers of periods that are not shown.
  public let outside: Int

  /// Counts dated papers.
  ///
  /// - Parameters:
  ///   - axis: The periods.
  ///   - dates: The possible days of each dated paper.
  ///   - topics: The topic of each of these papers, from 0, or nil for a paper without one.
  ///   - topicCount: The number of topics.
  /// - Precondition: As many topics as dates, each below `topicCount`.
  /// - Complexity: O(papers + topics x periods).
  public init(axis: PeriodAxis, dates: [PossibleDays], topics: [Int?], topicCount: Int) {
    precondition(dates.count == topics.count, "as many topics as dates")
    var papers = [Int](repeating: 0, count: axis.periods.count)
    var counts = [[Int]](repeating: papers, count: topicCount)
    var (tooCoarse, future, outside) = (0, 0, 0)
    for (date, topic) in zip(dates, topics) {
      switch axis.placement(of: date) {
      case .period(let index):
        papers[index] += 1
        if let topic { counts[topic][index] += 1 }
      case .tooCoarse: tooCoarse += 1
      case .future: future += 1
      case .outside: outside += 1
      }
    }
    self.papers = papers
    self.counts = counts
    self.tooCoarse = tooCoarse
    self.future = future
    self.outside = outside
  }

  /// The topic's share of the period's papers, or nil where the period has none.
  public func share(ofTopic topic: Int, inPeriod period: Int) -> Double? {
    papers[period] == 0 ? nil : Double(counts[topic][period]) / Double(papers[period])
  }

  /// The 95 % interval of that share, or nil where the period has no papers.
  public func interval(ofTopic topic: Int, inPeriod period: Int) -> WilsonInterval? {
    WilsonInterval(successes: counts[topic][period], trials: papers[period])
  }
}
