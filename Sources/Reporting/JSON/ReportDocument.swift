/// The JSON document of a report: its keys are a promise to scripts.
struct ReportDocument: Encodable {
  let report: Report
  var digest: String?
  var run: ReportRun?

  enum Key: String, CodingKey {
    case title, command, version, seed, corpusDigest, papers, notes, topicCount, topics, periods
    case granularity, asOf, series, week, assignments, digest, run
    case trends, trendTests, corpusStopWords
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(report.title, forKey: .title)
    try container.encode(report.command, forKey: .command)
    try container.encode(report.version, forKey: .version)
    try container.encode(report.seed, forKey: .seed)
    try container.encode(report.corpusDigest, forKey: .corpusDigest)
    try container.encode(Papers(report.papers), forKey: .papers)
    try container.encode(report.notes, forKey: .notes)
    try container.encode(TopicCount(report.topicCountChoice), forKey: .topicCount)
    try container.encode(report.topics.map(Topic.init), forKey: .topics)
    try container.encode(report.periods.map(Period.init), forKey: .periods)
    try container.encode(report.granularity, forKey: .granularity)
    try container.encode(report.asOf, forKey: .asOf)
    try container.encode(report.series.map(Series.init), forKey: .series)
    try container.encodeIfPresent(report.week.map(Week.init), forKey: .week)
    try container.encodeIfPresent(
      report.assignments.map { $0.map(Assignment.init) }, forKey: .assignments)
    try container.encode(report.corpusStopWords, forKey: .corpusStopWords)
    if let trends = report.trends {
      let lines = trends.topics + trends.terms.filter(\.isCalled)
      try container.encode(
        lines.map { TrendDocument.Series($0, in: trends, withCounts: false) }, forKey: .trends)
      try container.encode(TrendDocument.Tests(trends), forKey: .trendTests)
    }
    try container.encodeIfPresent(digest, forKey: .digest)
    try container.encodeIfPresent(run, forKey: .run)
  }
}

extension ReportDocument {
  struct Papers: Encodable {
    let read: Int, kept: Int, dropped: Int, duplicates: Int
    let dropReasons: [Reason]
    let undated: Int, tooCoarse: Int, future: Int, withoutTopic: Int
    let otherLanguages: [Languages]

    struct Languages: Encodable {
      let language: String
      let count: Int
    }

    struct Reason: Encodable {
      let reason: String
      let count: Int
    }

    init(_ papers: Report.PaperCounts) {
      read = papers.read
      kept = papers.kept
      dropped = papers.dropped
      duplicates = papers.duplicates
      dropReasons = papers.dropReasons.map { Reason(reason: $0.reason, count: $0.count) }
      undated = papers.undated
      tooCoarse = papers.tooCoarse
      future = papers.future
      withoutTopic = papers.withoutTopic
      otherLanguages = papers.otherLanguages.map {
        Languages(language: $0.reason, count: $0.count)
      }
    }
  }

  struct TopicCount: Encodable {
    let count: Int
    let reason: String
    let grid: [Candidate]

    struct Candidate: Encodable {
      let count: Int
      @Nullable var score: Double?
    }

    init(_ choice: Report.TopicCountChoice) {
      count = choice.count
      reason = choice.reason
      grid = choice.grid.map { Candidate(count: $0.count, score: $0.score.finite) }
    }
  }

  struct Paper: Encodable {
    let id: String, title: String
    @Nullable var date: String?
    @Nullable var link: String?

    init(_ line: Report.PaperLine) {
      id = line.id
      title = line.title
      date = line.date
      link = Escaping.link(line.link)
    }
  }

  struct Topic: Encodable {
    let id: Int
    let label: String
    let terms: [Term]
    let size: Int
    @Nullable var share: Double?
    let exemplars: [Paper]
    @Nullable var separation: Double?
    let weak: Bool
    @Nullable var seed: String?

    struct Term: Encodable {
      let term: String
      @Nullable var weight: Double?
    }

    init(_ topic: Report.TopicSummary) {
      id = topic.id
      label = topic.label
      terms = topic.terms.map { Term(term: $0.term, weight: $0.weight.finite) }
      size = topic.size
      share = topic.share.finite
      exemplars = topic.exemplars.map(Paper.init)
      separation = topic.separation.finite
      weak = topic.isWeak
      seed = topic.seed
    }
  }

  struct Period: Encodable {
    let label: String, start: String
    let papers: Int
    let running: Bool

    init(_ period: Report.PeriodSummary) {
      label = period.label
      start = period.start
      papers = period.papers
      running = period.running
    }
  }

  struct Series: Encodable {
    let topic: Int
    let counts: [Int]

    init(_ series: Report.TopicSeries) {
      topic = series.topic
      counts = series.counts
    }
  }

  struct Week: Encodable {
    let label: String, start: String, end: String, previousLabel: String
    let papers: Int, previousPapers: Int
    let topics: [TopicOfWeek]

    struct TopicOfWeek: Encodable {
      @Nullable var topic: Int?
      let label: String
      let previousCount: Int
      let papers: [Paper]
    }

    init(_ week: Report.WeekSection) {
      label = week.label
      start = week.start
      end = week.end
      previousLabel = week.previousLabel
      papers = week.papers
      previousPapers = week.previousPapers
      topics = week.topics.map {
        TopicOfWeek(
          topic: $0.topic, label: $0.label, previousCount: $0.previousCount,
          papers: $0.papers.map(Paper.init))
      }
    }
  }

  struct Assignment: Encodable {
    let id: String, title: String
    @Nullable var topic: Int?

    init(_ assignment: Report.Assignment) {
      id = assignment.id
      title = assignment.title
      topic = assignment.topic
    }
  }
}

/// An optional that is written as `null`, so that its key is always there.
@propertyWrapper
struct Nullable<Value: Encodable>: Encodable {
  var wrappedValue: Value?

  init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue {
      try container.encode(wrappedValue)
    } else {
      try container.encodeNil()
    }
  }
}

extension Double {
  /// The number, or nil where JSON has none for it.
  var finite: Double? { isFinite ? self : nil }
}
