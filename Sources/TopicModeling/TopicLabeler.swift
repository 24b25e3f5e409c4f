package import TextFeatures

/// Names topics from their terms of largest class TF-IDF.
package struct TopicLabeler: Sendable {
  /// How many terms a topic shows.
  package static let termCount = 10
  /// How many phrases make a label.
  package static let phraseCount = 3
  /// How many terms of largest weight are looked at.
  package static let candidateCount = 60

  /// A word gives way to a phrase that holds it in at least this share of the word's occurrences.
  private static let phraseTakesOver = 0.4
  /// The weight of relevance against novelty in the choice of a label's phrases.
  private static let relevance = 0.6

  private let vocabulary: Vocabulary

  /// A labeler for terms of `vocabulary`.
  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// A term that may stand in a label.
  struct Candidate {
    /// Its id in the vocabulary.
    var id: Int
    var term: String
    var words: [String]
    var stems: [String] { words.map(TermRedundancy.stem) }
    var weight: Double
    var frequency: Double
    var concentration: Double
  }

  /// The terms that a topic shows: its heaviest without those that repeat another one.
  package func terms(_ entries: [ClassTFIDF.Entry]) -> [WeightedTerm] {
    distinctCandidates(entries).prefix(Self.termCount).map {
      WeightedTerm(term: $0.term, weight: $0.weight)
    }
  }

  /// Up to three terms that are heavy and unlike each other, by maximal marginal relevance
  /// (Carbonell and Goldstein 1998).
  ///
  /// A term's relevance is its class TF-IDF weight, times the root of its concentration in the
  /// topic, so that words of every topic ("data", "tasks") stand back, and half as much again for
  /// each further word, since phrases say more.
  package func label(_ entries: [ClassTFIDF.Entry]) -> String {
    var candidates = Array(distinctCandidates(entries).prefix(2 * Self.termCount))
    for index in candidates.indices {
      candidates[index].weight *=
        candidates[index].concentration.squareRoot()
        * (1 + 0.5 * Double(min(candidates[index].words.count, 3) - 1))
    }
    let heaviest = candidates.map(\.weight).max() ?? 1
    var chosen: [Candidate] = []
    while chosen.count < Self.phraseCount, !candidates.isEmpty {
      let scores = candidates.map { candidate in
        let repetition = chosen.map { TermRedundancy.overlap($0.stems, candidate.stems) }.max() ?? 0
        return Self.relevance * candidate.weight / heaviest - (1 - Self.relevance) * repetition
      }
      guard let best = scores.indices.max(by: { (scores[$0], $1) < (scores[$1], $0) }) else {
        break
      }
      chosen.append(candidates.remove(at: best))
    }
    return chosen.map(\.term).joined(separator: ", ")
  }

  /// The terms without those that repeat another one, in their order.
  func distinctCandidates(_ entries: [ClassTFIDF.Entry]) -> [Candidate] {
    let all = entries.map { entry in
      let term = vocabulary.displayForm(at: entry.term)
      return Candidate(
        id: entry.term, term: term, words: TermRedundancy.comparableWords(term),
        weight: entry.weight,
        frequency: entry.frequency, concentration: entry.concentration)
    }
    var kept: [Candidate] = []
    for (position, candidate) in all.enumerated() {
      let givesWay = all.contains { other in
        other.words.count > candidate.words.count
          && TermRedundancy.isContained(candidate.words, in: other.words)
          && other.frequency >= Self.phraseTakesOver * candidate.frequency
      }
      let isAcronym = all.contains {
        TermRedundancy.isAcronym(candidate.term, of: $0.words)
      }
      let repeatsEarlier = all[..<position].contains { $0.words == candidate.words }
      let isPartOfKept = kept.contains {
        TermRedundancy.isContained(candidate.words, in: $0.words)
      }
      if !givesWay, !isAcronym, !repeatsEarlier, !isPartOfKept { kept.append(candidate) }
    }
    return kept
  }
}
