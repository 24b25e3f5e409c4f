public import BlockScheduling
public import Reporting
public import TextFeatures
public import TrendAnalysis
import Corpora
import LinearAlgebra

/// What trends are asked for.
public struct TrendQuestion: Sendable {
  /// The kind of period, or nil for one that suits the range.
  public var granularity: CalendarPeriod.Granularity?
  /// The first day whose period is tested, or nil for the earliest paper's.
  public var from: PublicationDate?
  /// The last day whose period is tested, or nil for the latest paper's.
  public var to: PublicationDate?
  /// Whether the words behind the topics' trends are looked for, topic by topic.
  public var findsReasons = true
  /// How series are tested.
  public var options = TrendOptions()

  /// All papers, in periods that suit them.
  public init() {}
}

extension FittedCorpus {
  /// The tested trends of topics and terms, or nil where no paper has a period.
  ///
  /// Topics and terms are two families; the question's range may change their q-values, what is
  /// shown afterwards does not.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - scheduler: The threads to use; no result depends on them.
  /// - Returns: Finished values.
  /// - Throws: ``TextFeatureError`` for texts of more terms than a matrix holds.
  /// - Complexity: O(entries + series x periods²).
  public func trends(
    _ question: TrendQuestion, scheduler: BlockScheduler
  ) throws(TextFeatureError) -> TrendReport? {
    guard let series = try trendSeries(question, scheduler: scheduler) else { return nil }
    let axis = series.axis
    let dated = series.papers
    let tests = TrendTests(
      axis: axis, papers: dated, options: question.options, scheduler: scheduler)
    let (names, postings) = (series.terms, series.terms.postings)
    let topics = tests.topics()
    let terms = tests.terms(postings)
    let topicLines = topics.series.map { finding -> TrendReport.Line in
      let reasons =
        question.findsReasons && (finding.verdict == .rising || finding.verdict == .falling)
        ? tests.terms(inTopic: finding.series, postings)
          .reasons(for: finding.verdict, terms: terms).prefix(8)
          .map { names.displayForms[$0] } : []
      let topic = model.topics[finding.series]
      return TrendReport.Line(
        subject: .topic(topic.id), label: topic.label,
        counts: topics.counts[finding.series].map(Int.init), finding: finding, reasons: reasons,
        projection: projection(of: finding.series, in: topics, axis: axis))
    }
    let termLines = terms.series.filter { $0.q != nil }.map { finding in
      TrendReport.Line(
        subject: .term(names.terms[finding.series]), label: names.displayForms[finding.series],
        counts: terms.counts[finding.series].map(Int.init), finding: finding)
    }
    return TrendReport(
      periods: axis.summaries(papers: tests.periods.papers),
      granularity: axis.granularity.rawValue, tested: tests.periods.tested,
      papersOutside: dated.periods.count { $0 < 0 }, topics: topicLines, terms: termLines,
      familySize: TrendReport.FamilySize(topics: topics.familySize, terms: terms.familySize),
      rule: question.options.rule.description, styleRule: question.options.style.description,
      statedShare: question.options.statedShare)
  }

  /// What the tests are run on.
  package struct TrendSeries: Sendable {
    /// The calendar periods.
    package var axis: PeriodAxis
    /// Period and topic of each paper.
    package var papers: DatedPapers
    /// The terms and their papers.
    package var terms: TrendTerms
  }

  /// The periods, and where papers and terms stand in them; nil where no paper has a period.
  package func trendSeries(
    _ question: TrendQuestion, scheduler: BlockScheduler
  ) throws(TextFeatureError) -> TrendSeries? {
    let dates = corpus.papers.map { $0.date.map { PossibleDays($0) } }
    guard
      let axis = PeriodAxis(
        dates: dates.compactMap(\.self), granularity: question.granularity, asOf: asOf,
        today: CalendarDay(firstOf: options.today),
        from: question.from.map { CalendarDay(firstOf: $0) },
        to: question.to.map { CalendarDay(firstOf: $0) })
    else { return nil }
    return TrendSeries(
      axis: axis,
      papers: DatedPapers(
        axis: axis, dates: dates,
        topics: model.labels.map { $0 >= 0 ? Int($0) : nil }, topicCount: model.topics.count),
      terms: try TrendTerms(self, scheduler: scheduler))
  }

  /// How many periods ahead are projected, and never more than an eighth of those tested.
  private static let periodsAhead = 8

  /// What to expect of a topic after the last tested period, at the mean volume of the last four.
  private func projection(
    of series: Int, in family: TrendFamily, axis: PeriodAxis
  ) -> [TrendReport.Line.Projection] {
    let tested = family.periods.tested
    guard let projection = family.projection(series), let last = tested.last else { return [] }
    let recent = tested.suffix(4).map { family.periods.papers[$0] }
    let volume = max(1, recent.reduce(0, +) / recent.count)
    return (1...max(1, min(Self.periodsAhead, tested.count / 8))).map { ahead in
      let period = axis.periods[last].advanced(by: ahead)
      let point = projection.point(year: period.middleInYears, volume: volume)
      return TrendReport.Line.Projection(
        label: period.description, share: point.share, low: point.low, high: point.high)
    }
  }
}
