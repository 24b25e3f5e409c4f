public import Corpora
public import LinearAlgebra
public import Reporting
public import TextFeatures
public import TopicModeling
public import TrendAnalysis
import BlockScheduling

/// Papers with the topic model that was fitted to them: what reports and questions are made from.
public struct FittedCorpus: Sendable {
  /// The kept papers in canonical order, and the account of the rest.
  public let corpus: Corpus
  /// The languages of the kept papers that take no part in the topics, with their numbers.
  public let otherLanguages: [(language: Language, count: Int)]
  /// How the texts that terms are found in were made.
  public let texts: PaperText
  /// The vocabulary and the weights of terms.
  public let features: TextFeatureModel
  /// Papers x terms: how often each term occurs.
  public let counts: CSRMatrix
  /// Papers x terms: TF-IDF, rows of length 1 or 0.
  public let tfidf: CSRMatrix
  /// The topics.
  public let model: TopicModel
  /// SHA-256 over the kept papers in canonical order, in hexadecimal.
  public var digest: String { digestMeanwhile.value }
  /// The day that all of it is about; nil where no paper has a plausible date.
  public let asOf: CalendarDay?
  /// What was asked for.
  public let options: PipelineOptions
  /// What each stage took.
  public let stages: [ReportRun.Stage]
  /// Begun when the last stage has ended, so that it takes no stage's time.
  private let digestMeanwhile: BesideValue<String>

  /// Reads papers and fits topics: the whole path from dump files to a topic model.
  ///
  /// - Parameters:
  ///   - inputs: Paths of files or folders, or `-` for standard input.
  ///   - options: What is asked for.
  ///   - observe: Is told of each stage and of faulty records.
  /// - Returns: The papers and their model.
  /// - Throws: ``CorpusError`` for inputs that cannot be used, ``VectorsFileError`` for vectors that
  ///   cannot, ``TopicModelError`` for papers that cannot be made into topics.
  public static func fit(
    inputs: [String], options: PipelineOptions,
    observe: @escaping (PipelineEvent) -> Void = { _ in }
  ) throws -> FittedCorpus {
    let scheduler = BlockScheduler(threads: options.threads)
    let recorder = StageRecorder(observe: observe)

    recorder.begin("read")
    var readingOptions = options.reading
    readingOptions.asOf = options.asOf
    readingOptions.today = options.today
    let size = InputSize.bytes(of: inputs)
    var corpus = try Corpus.read(inputs, options: readingOptions, scheduler: scheduler) {
      guard case .progress(_, _, let bytes) = $0 else { return }
      observe(.progress(StageProgress(done: bytes, total: size, unit: .bytes)))
    }
    report(corpus, to: observe)
    guard !corpus.papers.isEmpty else { throw TopicModelError.noPapers }
    let selection = try LanguageSelection(of: &corpus, options.languages, scheduler: scheduler)
    let papers = corpus.papers

    var vectors: DenseMatrix?
    if let file = options.vectors {
      recorder.begin("vectors")
      vectors = try file.vectors(of: corpus)
    }

    recorder.begin("terms")
    var texts = PaperText(cleaner: options.cleaner)
    if options.mergesAcronyms {
      texts = texts.learningAcronyms(from: papers, rows: selection.rows, scheduler: scheduler)
    }
    var (features, counts, tfidf) = try TextFeatureModel.fit(
      texts.source(papers, rows: selection.rows), options: options.text, scheduler: scheduler
    ) {
      guard case .scanned(let count, _) = $0 else { return }
      observe(.progress(StageProgress(done: count, total: count, unit: .texts)))
    }
    counts = counts.spreadingRows(to: selection.rows, rowCount: papers.count)
    tfidf = tfidf.spreadingRows(to: selection.rows, rowCount: papers.count)
    var topicOptions = options.topics
    topicOptions.acronyms = texts.acronyms
    topicOptions.seeds = options.topics.seeds.map { seed in
      var seed = seed
      seed.terms = seed.terms.map(texts.text(of:))
      return seed
    }
    let model = try TopicModel.fit(
      features: features, counts: counts, tfidf: tfidf, paperIDs: papers.map(\.id),
      vectors: vectors, options: topicOptions, seed: options.seed, scheduler: scheduler,
      onStage: recorder.begin, onProgress: { observe(.progress($0)) })
    recorder.end()

    return FittedCorpus(
      corpus: corpus, otherLanguages: selection.others, texts: texts, features: features,
      counts: counts, tfidf: tfidf, model: model,
      asOf: asOf(papers, options), options: options, stages: recorder.records,
      digestMeanwhile: BesideValue(scheduler) { corpusDigest(papers) })
  }

  /// Tells of faulty records; papers after the as-of day are no fault.
  private static func report(_ corpus: Corpus, to observe: (PipelineEvent) -> Void) {
    for (id, newIDs) in corpus.renamedPapers { observe(.renamed(id: id, newIDs: newIDs)) }
    let faults = corpus.problems.filter { $0.dropReason != .afterAsOf }
    for fault in faults.prefix(faultsTold) { observe(.problem(fault)) }
    let rest =
      corpus.problemCount - (corpus.dropReasons[.afterAsOf] ?? 0) - min(faults.count, faultsTold)
    if rest > 0 { observe(.moreProblems(rest)) }
  }

  /// How many faulty records are told one by one.
  private static let faultsTold = 20

  /// The day asked for, or that of the latest paper whose date is not after today.
  private static func asOf(_ papers: [Paper], _ options: PipelineOptions) -> CalendarDay? {
    if let asOf = options.asOf { return CalendarDay(firstOf: asOf) }
    let today = CalendarDay(firstOf: options.today)
    return papers.compactMap { $0.date.map { CalendarDay(firstOf: $0) } }.filter { $0 <= today }
      .max()
  }

  /// The words that are in every topic alike.
  ///
  /// - Complexity: O(entries + terms x topics).
  public var stopWords: CorpusStopWords {
    CorpusStopWords(counts: counts, labels: model.labels, topicCount: model.topics.count)
  }

  /// Whether a paper is dated after the machine's today, so that the result depends on that day.
  public var hasFuturePapers: Bool {
    let today = CalendarDay(firstOf: options.today)
    return corpus.papers.contains { $0.date.map { CalendarDay(firstOf: $0) > today } ?? false }
  }
}
