public import BlockScheduling

/// The trend tests of one question: topics and terms over the same periods, values in, values out.
///
/// The result depends on the papers alone, not on the number of threads. There is no randomness.
public struct TrendTests: Sendable, Hashable {
  /// The periods, with all papers as volume.
  public let periods: TrendPeriods
  /// The period and topic of each paper.
  public let papers: DatedPapers
  /// What is asked.
  public let options: TrendOptions
  /// Does the work on its threads.
  public let scheduler: BlockScheduler

  /// Tests over the periods of an axis, with the papers that it places as volume.
  ///
  /// - Parameters:
  ///   - axis: The calendar periods; those over on its as-of day are tested.
  ///   - papers: The period and topic of each paper.
  ///   - options: What is asked.
  ///   - scheduler: Does the work on its threads.
  public init(
    axis: PeriodAxis, papers: DatedPapers, options: TrendOptions = TrendOptions(),
    scheduler: BlockScheduler
  ) {
    let volumes = papers.volumes(periods: axis.periods.count)
    self.init(
      periods: TrendPeriods(axis: axis, papers: volumes), papers: papers, options: options,
      scheduler: scheduler)
  }

  /// Tests over stated periods.
  ///
  /// - Parameters:
  ///   - periods: The periods and their volumes.
  ///   - papers: The period and topic of each paper.
  ///   - options: What is asked.
  ///   - scheduler: Does the work on its threads.
  public init(
    periods: TrendPeriods, papers: DatedPapers, options: TrendOptions = TrendOptions(),
    scheduler: BlockScheduler
  ) {
    self.periods = periods
    self.papers = papers
    self.options = options
    self.scheduler = scheduler
  }

  /// All topics, as one family; shares are of all papers, those without a topic included.
  public func topics() -> TrendFamily {
    TrendFamily(
      papers.topicSeries(periods: periods.years.count), periods: periods, options: options,
      scheduler: scheduler)
  }

  /// All terms with enough papers, as one family, with the test of style.
  ///
  /// - Parameter terms: The papers of each term.
  /// - Returns: One finding a term.
  /// - Complexity: O(postings + terms x (periods² + topics)).
  public func terms(_ terms: TermPostings) -> TrendFamily {
    let count = periods.years.count
    let counts = terms.series(papers, periods: count, scheduler: scheduler)
    let times = TopicTimes(papers.topicSeries(periods: count), periods: periods)
    return TrendFamily(counts, periods: periods, options: options, scheduler: scheduler) {
      StyleTest(
        terms.papers(of: $0), postings: terms, papers: papers, times: times, dispersion: $1,
        rule: options.style)
    }
  }

  /// All terms with enough papers in a topic, as a family of their own; shares are of the papers of
  /// the topic.
  ///
  /// - Parameters:
  ///   - topic: The topic.
  ///   - terms: The papers of each term.
  /// - Returns: One finding a term; style is not tested here.
  /// - Complexity: O(postings + terms x periods²).
  public func terms(inTopic topic: Int, _ terms: TermPostings) -> TrendFamily {
    let count = periods.years.count
    let volumes = papers.topicSeries(periods: count)[topic].map { Int($0) }
    return TrendFamily(
      terms.series(papers, periods: count, topic: topic, scheduler: scheduler),
      periods: TrendPeriods(years: periods.years, papers: volumes, isOver: periods.isOver),
      options: options, scheduler: scheduler)
  }
}
