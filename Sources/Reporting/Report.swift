public import TopicModeling

/// Everything that a report shows, as finished values; the writers add no mathematics.
///
/// It holds no time of day, path, thread count or duration, so that what is written from it has
/// the same bytes whenever the result is the same.
public struct Report: Sendable, Hashable {
  /// The page's heading.
  public var title: String
  /// The command that makes the result again, with `INPUT...` for the files.
  public var command: String
  /// The version of PaperTrends.
  public var version: String
  /// The seed of every random choice.
  public var seed: UInt64
  /// SHA-256 over the kept papers in canonical order, in hexadecimal.
  public var corpusDigest: String
  /// The account of the records.
  public var papers: PaperCounts
  /// Sentences that a reader must know before the charts: seeds that no longer answer and so on.
  public var notes: [String]
  /// How the number of topics was chosen, in a sentence, and the grid behind it if there is one.
  public var topicCountChoice: TopicCountChoice
  /// The topics by id.
  public var topics: [TopicSummary]
  /// The calendar periods in order, empty ones included.
  public var periods: [PeriodSummary]
  /// What one period is: `week`, `month`, `quarter` or `year`.
  public var granularity: String
  /// The day that the report is about; nil where no paper has a date.
  public var asOf: String?
  /// The papers of each topic by period, in the order of `topics`.
  public var series: [TopicSeries]
  /// This week's papers by topic, where the report is about a week.
  public var week: WeekSection?
  /// Every paper with its topic, only where asked for.
  public var assignments: [Assignment]?
  /// The words that are in every topic alike, most papers first; no label has one.
  public var corpusStopWords: [String]
  /// What the tests say; nil where no paper has a period.
  public var trends: TrendReport?

  /// Makes a report from its parts.
  public init(
    title: String, command: String, version: String, seed: UInt64, corpusDigest: String,
    papers: PaperCounts, notes: [String], topicCountChoice: TopicCountChoice,
    topics: [TopicSummary], periods: [PeriodSummary], granularity: String, asOf: String?,
    series: [TopicSeries], week: WeekSection?, assignments: [Assignment]?,
    corpusStopWords: [String] = [], trends: TrendReport? = nil
  ) {
    self.title = title
    self.command = command
    self.version = version
    self.seed = seed
    self.corpusDigest = corpusDigest
    self.papers = papers
    self.notes = notes
    self.topicCountChoice = topicCountChoice
    self.topics = topics
    self.periods = periods
    self.granularity = granularity
    self.asOf = asOf
    self.series = series
    self.week = week
    self.assignments = assignments
    self.corpusStopWords = corpusStopWords
    self.trends = trends
  }

  /// A sentence with the stop words of the corpus, or nil where there is none.
  var stopWordSentence: String? {
    corpusStopWords.isEmpty
      ? nil
      : "In every topic alike, so in no label: \(corpusStopWords.joined(separator: ", "))."
  }

  /// What became of the records.
  public struct PaperCounts: Sendable, Hashable {
    /// Records in the input.
    public var read: Int
    /// Papers kept.
    public var kept: Int
    /// Records dropped, in all and by reason.
    public var dropped: Int
    /// Records merged into a kept paper.
    public var duplicates: Int
    /// Reasons for people, with their counts, in a fixed order.
    public var dropReasons: [Reason]
    /// Kept papers without a usable date: in the topics, in no period.
    public var undated: Int
    /// Kept papers whose month or year is known but too coarse for the periods.
    public var tooCoarse: Int
    /// Kept papers dated after the machine's today: in no period.
    public var future: Int
    /// Kept papers with no term of the vocabulary: no topic.
    public var withoutTopic: Int
    /// Kept papers outside the vocabulary and the fit, by the name of their language: no topic.
    public var otherLanguages: [Reason]

    /// A reason with the number of records that it holds for.
    public struct Reason: Sendable, Hashable {
      /// The reason in words.
      public var reason: String
      /// How many records.
      public var count: Int

      /// Makes a reason with its count.
      public init(reason: String, count: Int) {
        self.reason = reason
        self.count = count
      }
    }

    /// Makes the account from its parts.
    public init(
      read: Int, kept: Int, dropped: Int, duplicates: Int, dropReasons: [Reason], undated: Int,
      tooCoarse: Int, future: Int, withoutTopic: Int,
      otherLanguages: [Reason] = []
    ) {
      self.read = read
      self.kept = kept
      self.dropped = dropped
      self.duplicates = duplicates
      self.dropReasons = dropReasons
      self.undated = undated
      self.tooCoarse = tooCoarse
      self.future = future
      self.withoutTopic = withoutTopic
      self.otherLanguages = otherLanguages
    }
  }

  /// Why there are as many topics as there are.
  public struct TopicCountChoice: Sendable, Hashable {
    /// The number of topics.
    public var count: Int
    /// One sentence.
    public var reason: String
    /// The numbers of topics that were tried, with their score; empty where the user chose.
    public var grid: [Candidate]

    /// One number of topics that was tried.
    public struct Candidate: Sendable, Hashable {
      /// The number of topics.
      public var count: Int
      /// The criterion's value.
      public var score: Double

      /// Makes a candidate.
      public init(count: Int, score: Double) {
        self.count = count
        self.score = score
      }
    }

    /// Makes a choice from its parts.
    public init(count: Int, reason: String, grid: [Candidate]) {
      self.count = count
      self.reason = reason
      self.grid = grid
    }
  }

  /// A paper as a line of the report.
  public struct PaperLine: Sendable, Hashable {
    /// The paper's id.
    public var id: String
    /// The title as it is.
    public var title: String
    /// The date in ISO 8601 with its own precision, if there is one.
    public var date: String?
    /// An http or https address; anything else is nil and the title is plain text.
    public var link: String?

    /// Makes a line.
    public init(id: String, title: String, date: String?, link: String?) {
      self.id = id
      self.title = title
      self.date = date
      self.link = link
    }
  }

  /// A topic with what its card shows.
  public struct TopicSummary: Sendable, Hashable {
    /// The topic's number, from 1, by falling size.
    public var id: Int
    /// Its name.
    public var label: String
    /// Top terms with class TF-IDF weights.
    public var terms: [WeightedTerm]
    /// The number of its papers.
    public var size: Int
    /// Its share of the papers that have a topic.
    public var share: Double
    /// The papers nearest its centroid.
    public var exemplars: [PaperLine]
    /// Mean simplified silhouette, -1 to 1.
    public var separation: Double
    /// Whether it is marked as weak.
    public var isWeak: Bool
    /// The seed that it answers to, if any.
    public var seed: String?

    /// Makes a summary from its parts.
    public init(
      id: Int, label: String, terms: [WeightedTerm], size: Int, share: Double,
      exemplars: [PaperLine],
      separation: Double, isWeak: Bool, seed: String?
    ) {
      self.id = id
      self.label = label
      self.terms = terms
      self.size = size
      self.share = share
      self.exemplars = exemplars
      self.separation = separation
      self.isWeak = isWeak
      self.seed = seed
    }
  }

  /// One calendar period.
  public struct PeriodSummary: Sendable, Hashable {
    /// `2025-W40`, `2025-10`, `2025-Q4` or `2025`.
    public var label: String
    /// Its first day in ISO 8601.
    public var start: String
    /// The papers of all topics in it, those without a topic included.
    public var papers: Int
    /// Whether it is not over, or began before the earliest paper: drawn hatched.
    public var running: Bool

    /// Makes a period from its parts.
    public init(label: String, start: String, papers: Int, running: Bool) {
      self.label = label
      self.start = start
      self.papers = papers
      self.running = running
    }
  }

  /// The papers of one topic by period.
  public struct TopicSeries: Sendable, Hashable {
    /// The topic's id.
    public var topic: Int
    /// As many counts as there are periods.
    public var counts: [Int]

    /// Makes a series.
    public init(topic: Int, counts: [Int]) {
      self.topic = topic
      self.counts = counts
    }
  }

  /// A week's papers by topic, against the week before.
  public struct WeekSection: Sendable, Hashable {
    /// `2025-W40`.
    public var label: String
    /// Monday and Sunday in ISO 8601.
    public var start: String, end: String
    /// The label of the week before.
    public var previousLabel: String
    /// Papers of the week and of the week before.
    public var papers: Int, previousPapers: Int
    /// Topics with papers in either week, most papers first.
    public var topics: [TopicOfWeek]

    /// The papers of one topic in the week.
    public struct TopicOfWeek: Sendable, Hashable {
      /// The topic's id, or nil for the papers without a topic.
      public var topic: Int?
      /// Its label.
      public var label: String
      /// How many papers it had the week before.
      public var previousCount: Int
      /// All its papers of the week, nearest the centroid first.
      public var papers: [PaperLine]

      /// Makes a topic's week.
      public init(topic: Int?, label: String, previousCount: Int, papers: [PaperLine]) {
        self.topic = topic
        self.label = label
        self.previousCount = previousCount
        self.papers = papers
      }
    }

    /// Makes a section from its parts.
    public init(
      label: String, start: String, end: String, previousLabel: String, papers: Int,
      previousPapers: Int, topics: [TopicOfWeek]
    ) {
      self.label = label
      self.start = start
      self.end = end
      self.previousLabel = previousLabel
      self.papers = papers
      self.previousPapers = previousPapers
      self.topics = topics
    }
  }

  /// A paper with its topic.
  public struct Assignment: Sendable, Hashable {
    /// The paper's id.
    public var id: String
    /// Its title.
    public var title: String
    /// Its topic, or nil where it has no term of the vocabulary.
    public var topic: Int?

    /// Makes an assignment.
    public init(id: String, title: String, topic: Int?) {
      self.id = id
      self.title = title
      self.topic = topic
    }
  }
}
