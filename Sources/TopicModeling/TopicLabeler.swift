import BlockScheduling
import LinearAlgebra
import TextFeatures

/// Chooses the terms that can speak for a topic.
struct TopicLabeler: Sendable {
  /// How many terms a topic shows.
  static let termCount = 10
  /// How many terms of largest weight are looked at.
  static let candidateCount = 100

  /// A word gives way to a phrase that holds it in at least this share of the word's occurrences.
  private static let phraseTakesOver = 0.4

  /// What is known of each term.
  let table: LabelTermTable

  /// A labeler for some terms of `vocabulary`.
  ///
  /// - Parameters:
  ///   - vocabulary: The terms.
  ///   - acronyms: Those among the terms, whose long forms are shown.
  ///   - stopWords: Terms that name no topic of this corpus.
  ///   - ids: The terms that will be asked about; they may repeat.
  ///   - scheduler: The workers.
  init(
    vocabulary: Vocabulary, acronyms: Acronyms = .none, stopWords: CorpusStopWords? = nil,
    terms ids: some Sequence<Int>, scheduler: BlockScheduler
  ) {
    table = LabelTermTable(
      ids, vocabulary: vocabulary, acronyms: acronyms,
      stopWords: Set(stopWords?.entries.map(\.term) ?? []), scheduler: scheduler)
  }

  /// A term that may stand in a label of a topic.
  struct Candidate: Sendable, BitwiseCopyable {
    /// Its place in the table.
    var place: Int
    var marks: LabelTerm.Marks
    var weight: Double
    var frequency: Double
  }

  /// What is known of a candidate whatever the topic.
  func term(_ candidate: Candidate) -> LabelTerm { table.terms[candidate.place] }

  /// The terms that a topic shows: its heaviest without those that repeat another one.
  func terms(_ entries: [ClassTFIDF.Entry]) -> [WeightedTerm] {
    distinctCandidates(entries).prefix(Self.termCount).map {
      WeightedTerm(term: term($0).term, weight: $0.weight)
    }
  }

  /// The terms that a topic shows: of its heaviest those that its papers have together.
  func coherentTerms(
    _ entries: [ClassTFIDF.Entry], in matrix: CSRMatrix, members: [Int32],
    counts: TopicTermCounts, paperCount: Int
  ) -> [WeightedTerm] {
    let candidates = distinctCandidates(entries).prefix(TermCoherence.candidateCount)
    let coherence = TermCoherence(candidates.map { term($0).id }, in: matrix, members: members)
    let chosen = coherence.choose(
      Self.termCount, weights: candidates.map(\.weight), papers: { counts.totals[$0] },
      total: paperCount)
    return chosen.map {
      WeightedTerm(term: term(candidates[$0]).term, weight: candidates[$0].weight)
    }
  }

  /// The terms that may stand in a label, without those that repeat another one, in their order.
  func distinctCandidates(_ entries: [ClassTFIDF.Entry]) -> [Candidate] {
    let all = entries.compactMap(candidate)
    let phrases = all.filter { $0.marks.wordCount > 1 }
    var kept: [Candidate] = []
    for (position, candidate) in all.enumerated() {
      let marks = candidate.marks
      let givesWay = phrases.contains { other in
        other.marks.wordCount > marks.wordCount
          && other.frequency >= Self.phraseTakesOver * candidate.frequency
          && isContained(candidate, in: other)
      }
      let isAcronym =
        marks.initials >= 0 && phrases.contains { $0.marks.firstLetters == marks.initials }
      let repeatsEarlier = all[..<position].contains { $0.marks.key == marks.key }
      let isPartOfKept = kept.contains { isContained(candidate, in: $0) }
      if !givesWay, !isAcronym, !repeatsEarlier, !isPartOfKept { kept.append(candidate) }
    }
    return kept
  }

  private func isContained(_ short: Candidate, in long: Candidate) -> Bool {
    short.marks.wordBits & ~long.marks.wordBits == 0
      && TermRedundancy.isContained(term(short).words, in: term(long).words)
  }

  private func candidate(_ entry: ClassTFIDF.Entry) -> Candidate? {
    table.place(ofTerm: entry.term).map { place in
      Candidate(
        place: place, marks: table.terms[place].marks, weight: entry.weight,
        frequency: entry.frequency)
    }
  }
}
