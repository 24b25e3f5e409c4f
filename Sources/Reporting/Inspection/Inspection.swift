public import Corpora

/// What is in dump files, as finished values.
public struct Inspection: Sendable, Hashable {
  /// The files, in the order in which they were read.
  public var sources: [CorpusSource]
  /// The records that were read, readable or not.
  public var read: Int
  /// The records that became papers.
  public var kept: Int
  /// The records that were merged into papers.
  public var duplicates: Int
  /// How many records were dropped for each reason, in order of reason.
  public var dropReasons: [Count<DropReason>]
  /// The kept papers' dates.
  public var dates: Dates
  /// How many kept papers are in each language, the most frequent first; nil for papers whose
  /// words tell none.
  public var languages: [Count<Language?>]
  /// How many kept papers have each field.
  public var filled: [Count<String>]
  /// The faults of records, in input order, up to the reader's limit.
  public var problems: [RecordProblem]
  /// The number of all faults.
  public var problemCount: Int
  /// The records that were merged, in input order.
  public var merged: [MergedRecord]

  /// How often something is there.
  public struct Count<Value: Sendable & Hashable>: Sendable, Hashable {
    /// What is counted.
    public var value: Value
    /// How often it is there.
    public var count: Int
  }

  /// The dates of papers.
  public struct Dates: Sendable, Hashable {
    /// The earliest date, or nil where no paper has one.
    public var first: PublicationDate?
    /// The latest date that is not after today, or nil.
    public var last: PublicationDate?
    /// The papers dated to the day, the month and the year.
    public var byPrecision: [Count<PublicationDate.Precision>]
    /// The papers without a date.
    public var undated: Int
    /// The papers dated after today.
    public var future: Int

    init(_ papers: [Paper], today: PublicationDate) {
      let dates = papers.compactMap(\.date)
      let plausible = dates.filter { $0 <= today }
      first = plausible.min()
      last = plausible.max()
      byPrecision = PublicationDate.Precision.allCases.reversed().map { precision in
        Count(value: precision, count: dates.count { $0.precision == precision })
      }
      undated = papers.count - dates.count
      future = dates.count - plausible.count
    }
  }

  /// Looks at what was read.
  ///
  /// - Parameters:
  ///   - corpus: The papers and the account of reading them.
  ///   - languages: The language of each paper, in order.
  ///   - today: The day after which a date is wrong.
  public init(_ corpus: Corpus, languages: [Language?], today: PublicationDate) {
    sources = corpus.sources
    read = corpus.read
    kept = corpus.papers.count
    duplicates = corpus.duplicateCount
    dropReasons = corpus.dropReasons.sorted { $0.key < $1.key }.map {
      Count(value: $0.key, count: $0.value)
    }
    dates = Dates(corpus.papers, today: today)
    let byLanguage = languages.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    self.languages = byLanguage.map { Count(value: $0.key, count: $0.value) }
      .sorted {
        $0.count == $1.count
          ? ($0.value?.rawValue ?? "~") < ($1.value?.rawValue ?? "~") : $0.count > $1.count
      }
    filled = [
      ("title", { !$0.title.isEmpty }), ("abstract", { !$0.abstract.isEmpty }),
      ("authors", { !$0.authors.isEmpty }), ("date", { $0.date != nil }),
      ("categories", { !$0.categories.isEmpty }), ("link", { $0.link != nil }),
    ].map { (name: String, isFilled: (Paper) -> Bool) in
      Count(value: name, count: corpus.papers.count(where: isFilled))
    }
    problems = corpus.problems
    problemCount = corpus.problemCount
    merged = corpus.mergedRecords
  }

  /// The records that were dropped.
  public var dropped: Int { dropReasons.reduce(0) { $0 + $1.count } }

  /// The format that all files are in; nil where there are none or several.
  public var format: DumpFormat? {
    let formats = Set(sources.compactMap(\.format))
    return formats.count == 1 ? formats.first : nil
  }
}
