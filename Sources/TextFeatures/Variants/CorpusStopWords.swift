public import LinearAlgebra

/// The words that are in every topic of a corpus alike, so that they name none of them.
///
/// The statistic is the information that a word gives about the topic of its paper, the
/// Kullback-Leibler divergence in nats
///
///     D(w) = sum over topics t of p(t|w) ln( p(t|w) / p(t) ),
///
/// p(t|w) being the share of topic t among the papers with w and p(t) that among all papers. A word
/// that is independent of the topics has D near (topics - 1) / (2 papers with w), which is taken
/// off (Miller 1955). A stop word of the corpus is one that at least ``minimumShare`` of the papers
/// have and that tells less than ``maximumInformation``, if so many papers have it that the spread of D
/// by chance, sqrt(2 (topics - 1)) / (2 papers with w), is below that, too.
public struct CorpusStopWords: Sendable, Hashable {
  /// One word with its numbers.
  public struct Entry: Sendable, Hashable {
    /// The id of the term.
    public let term: Int
    /// The share of the papers that have it.
    public let share: Double
    /// D(w) less its bias, in nats; not below 0.
    public let information: Double
  }

  /// The smallest share of papers of a stop word.
  public static let minimumShare = 0.05
  /// The information that a stop word stays below, in nats.
  public static let maximumInformation = 0.03

  /// The stop words by their share, descending, ties by id.
  public let entries: [Entry]

  /// Finds the stop words of a corpus.
  ///
  /// - Parameters:
  ///   - counts: Papers x terms.
  ///   - labels: By paper: its topic, or -1 for none; such papers are left out.
  ///   - topicCount: The number of topics.
  /// - Complexity: O(entries + terms x topics).
  public init(counts: CSRMatrix, labels: [Int32], topicCount: Int) {
    precondition(labels.count == counts.rowCount, "one label a paper")
    var papers = [[Int32]](
      repeating: [Int32](repeating: 0, count: counts.columnCount), count: topicCount)
    var sizes = [Int](repeating: 0, count: topicCount)
    for (row, label) in labels.enumerated() where label >= 0 {
      sizes[Int(label)] += 1
      for entry in counts.entries(ofRow: row) {
        papers[Int(label)][Int(counts.columnIndices[entry])] += 1
      }
    }
    let totals = (0..<counts.columnCount).map { term in papers.reduce(0) { $0 + $1[term] } }
    self.init(papersOfTopics: papers, totals: totals, sizes: sizes)
  }

  /// Finds the stop words of a corpus from the number of papers with each term in each topic.
  ///
  /// - Parameters:
  ///   - papers: By topic and term: how many papers.
  ///   - totals: By term: how many papers of all topics.
  ///   - sizes: By topic: how many papers.
  package init(papersOfTopics papers: [[Int32]], totals: [Int32], sizes: [Int]) {
    let total = sizes.reduce(0, +)
    let freedom = Double(sizes.count { $0 > 0 } - 1)
    var found: [Entry] = []
    for (term, count) in totals.enumerated() where total > 0 {
      let share = Double(count) / Double(total)
      guard share >= Self.minimumShare else { continue }
      let divergence = zip(papers, sizes).reduce(0.0) { sum, topic in
        guard topic.0[term] > 0 else { return sum }
        let inside = Double(topic.0[term]) / Double(count)
        return sum + inside * naturalLogarithm(inside * Double(total) / Double(topic.1))
      }
      let bias = freedom / (2 * Double(count))
      let spread = (2 * freedom).squareRoot() / (2 * Double(count))
      let information = max(0, divergence - bias)
      if information < Self.maximumInformation, spread < Self.maximumInformation {
        found.append(Entry(term: term, share: share, information: information))
      }
    }
    entries = found.sorted { ($1.share, $0.term) < ($0.share, $1.term) }
  }
}
