package import TextFeatures

/// Chooses the terms that can speak for a topic.
package struct TopicLabeler: Sendable {
  /// How many terms a topic shows.
  package static let termCount = 10
  /// How many terms of largest weight are looked at.
  package static let candidateCount = 100

  /// A word gives way to a phrase that holds it in at least this share of the word's occurrences.
  private static let phraseTakesOver = 0.4

  private let vocabulary: Vocabulary
  private let acronyms: Acronyms
  private let stopWords: Set<Int>

  /// A labeler for terms of `vocabulary`.
  ///
  /// - Parameters:
  ///   - vocabulary: The terms.
  ///   - acronyms: Those among the terms, whose long forms are shown.
  ///   - stopWords: Terms that name no topic of this corpus.
  package init(
    vocabulary: Vocabulary, acronyms: Acronyms = .none, stopWords: CorpusStopWords? = nil
  ) {
    self.vocabulary = vocabulary
    self.acronyms = acronyms
    self.stopWords = Set(stopWords?.entries.map(\.term) ?? [])
  }

  /// A term that may stand in a label.
  struct Candidate {
    /// Its id in the vocabulary.
    var id: Int
    /// The term in its usual spelling.
    var term: String
    /// The term as a label shows it, an acronym with its long form.
    var phrase: String
    /// Its words for comparison, those of the long form for an acronym.
    var words: [String]
    /// Its words without endings.
    var stems: [String]
    var weight: Double
    var frequency: Double
  }

  /// The terms that a topic shows: its heaviest without those that repeat another one.
  package func terms(_ entries: [ClassTFIDF.Entry]) -> [WeightedTerm] {
    distinctCandidates(entries).prefix(Self.termCount).map {
      WeightedTerm(term: $0.term, weight: $0.weight)
    }
  }

  /// The terms that may stand in a label, without those that repeat another one, in their order.
  func distinctCandidates(_ entries: [ClassTFIDF.Entry]) -> [Candidate] {
    let all = entries.compactMap(candidate)
    let keys = all.map { $0.words.joined() }
    var kept: [Candidate] = []
    for (position, candidate) in all.enumerated() {
      let givesWay = all.contains { other in
        other.words.count > candidate.words.count
          && other.frequency >= Self.phraseTakesOver * candidate.frequency
          && TermRedundancy.isContained(candidate.words, in: other.words)
      }
      let initials = candidate.words.count == 1 ? TermRedundancy.initials(candidate.term) : nil
      let isAcronym =
        initials != nil
        && all.contains { $0.words.count > 1 && String($0.words.compactMap(\.first)) == initials }
      let repeatsEarlier = keys[..<position].contains(keys[position])
      let isPartOfKept = kept.contains {
        TermRedundancy.isContained(candidate.words, in: $0.words)
      }
      if !givesWay, !isAcronym, !repeatsEarlier, !isPartOfKept { kept.append(candidate) }
    }
    return kept
  }

  private func candidate(_ entry: ClassTFIDF.Entry) -> Candidate? {
    let term = vocabulary.displayForm(at: entry.term)
    guard LabelTerms.allows(term), !stopWords.contains(entry.term) else { return nil }
    let words = TermRedundancy.comparableWords(acronyms.spelledOut(term))
    return Candidate(
      id: entry.term, term: term,
      phrase: acronyms.readable(term) { word in
        vocabulary.id(of: word).map { Int(vocabulary.documentFrequency[$0]) } ?? 0
      },
      words: words, stems: words.map(TermRedundancy.stem), weight: entry.weight,
      frequency: entry.frequency)
  }
}
