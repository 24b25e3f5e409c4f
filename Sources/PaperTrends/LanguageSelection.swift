public import Corpora
import BlockScheduling

/// Which languages the topics are made of, and what becomes of papers in others.
public struct LanguageOptions: Sendable, Hashable {
  /// What becomes of papers in other languages.
  public enum Others: String, Sendable, Hashable, CaseIterable {
    /// They are kept and counted, outside the vocabulary and the fit, and have no topic.
    case apart
    /// They are dropped with that reason.
    case drop
  }

  /// The languages of the fit, or nil for all.
  public var languages: [Language]? = [.english]
  /// What becomes of papers in others.
  public var others = Others.apart

  /// English, with others kept apart.
  public init() {}
}

/// Too few papers are in the languages asked for.
public struct LanguageError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The languages asked for.
  public var asked: [Language]
  /// The number of papers.
  public var papers: Int
  /// The language that most papers are in.
  public var mostFrequent: Language

  /// Makes an error.
  public init(asked: [Language], papers: Int, mostFrequent: Language) {
    self.asked = asked
    self.papers = papers
    self.mostFrequent = mostFrequent
  }

  /// One sentence that says what to do.
  public var description: String {
    let names = asked.map(\.name).joined(separator: ", ")
    return "none of the \(papers) papers is in \(names), most are in \(mostFrequent.name);"
      + " ask for --languages \(mostFrequent.rawValue) or all."
  }
}

/// The papers of a corpus that take part in the fit.
///
/// A paper whose language cannot be told takes part: it is too short to be anything else.
struct LanguageSelection {
  /// Rows of the papers that take part, ascending.
  private(set) var rows: [Int]
  /// Languages of the others with their numbers, by number, descending, ties by code.
  private(set) var others: [(language: Language, count: Int)] = []

  /// Chooses papers of `corpus`, from which those that are to be dropped are taken away.
  init(
    of corpus: inout Corpus, _ options: LanguageOptions, scheduler: BlockScheduler
  ) throws(LanguageError) {
    rows = Array(corpus.papers.indices)
    guard let asked = options.languages else { return }
    let languages = corpus.languages(scheduler: scheduler)
    rows = rows.filter { row in languages[row].map(asked.contains) ?? true }
    guard rows.count < languages.count else { return }
    let counts = Dictionary(grouping: languages.compactMap(\.self), by: \.self)
      .mapValues(\.count).filter { !asked.contains($0.key) }
    others = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (language: $0.key, count: $0.value) }
    if rows.isEmpty, let first = others.first {
      throw LanguageError(
        asked: asked, papers: languages.count, mostFrequent: first.language)
    }
    guard options.others == .drop else { return }
    corpus.dropReasons[.otherLanguage, default: 0] += languages.count - rows.count
    corpus.papers = rows.map { corpus.papers[$0] }
    rows = Array(corpus.papers.indices)
    others = []
  }
}
