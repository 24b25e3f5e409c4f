public import Corpora
public import TextFeatures
public import TopicModeling
public import TrendAnalysis

/// What the whole path from dump files to topics is asked for.
public struct PipelineOptions: Sendable {
  /// How the author's text becomes plain.
  public var cleaner = TextCleaner()
  /// Whether an acronym and the long form that the papers define for it are one term.
  public var mergesAcronyms = false
  /// How texts become term weights.
  public var text = TextFeatureOptions()
  /// How term weights become topics.
  public var topics = TopicModelOptions()
  /// Vectors that take the place of the truncated SVD; nil for the SVD.
  public var vectors: VectorsFile?
  /// The seed of every random choice.
  public var seed: UInt64 = 1
  /// Worker threads; no result depends on them.
  public var threads: Int
  /// How dumps are read; the days come from ``asOf`` and ``today``.
  public var reading = CorpusReadingOptions()
  /// Papers after this day are left out of everything; nil for the day of the latest paper.
  public var asOf: PublicationDate?
  /// Which languages the topics are made of.
  public var languages = LanguageOptions()
  /// The machine's today: a paper dated later has a wrong date.
  public var today: PublicationDate

  /// The defaults, on `threads` worker threads.
  public init(threads: Int, today: PublicationDate) {
    self.threads = threads
    self.today = today
  }
}

/// What a report shows of a fitted corpus; none of it changes the fit.
public struct ReportOptions: Sendable {
  /// The kind of period, or nil for one that suits the range.
  public var granularity: CalendarPeriod.Granularity?
  /// The first day whose period is shown, or nil for the earliest paper's.
  public var from: PublicationDate?
  /// The last day whose period is shown, or nil for the latest paper's.
  public var to: PublicationDate?
  /// The week that the report is about, if it is about one.
  public var week: CalendarPeriod?
  /// Whether every paper is listed with its topic.
  public var includesAssignments = false
  /// The command that the report prints.
  public var command = "papertrends report INPUT..."

  /// The defaults.
  public init() {}
}

extension CalendarDay {
  /// The first day that `date` can mean.
  package init(firstOf date: PublicationDate) {
    self.init(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
  }
}

extension PossibleDays {
  /// All days that `date` can mean.
  package init(_ date: PublicationDate) {
    self.init(year: date.year, month: date.month, day: date.day)
  }
}

extension PublicationDate {
  /// The date of a day.
  package init(_ day: CalendarDay) {
    let (year, month, dayOfMonth) = day.civil
    guard let date = PublicationDate(year: year, month: month, day: dayOfMonth) else {
      preconditionFailure("day \(day) lies outside the years 1 to 9999")
    }
    self = date
  }
}
