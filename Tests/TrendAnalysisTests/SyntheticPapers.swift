import LinearAlgebra

@testable import TrendAnalysis

/// Papers with topics and terms whose ways through the year are known.
///
/// Term 0 is style: it doubles in every topic alike. Term 1 is a subject of two topics, where it
/// doubles. Term 2 belongs to topic 0, which grows, and does not change within it. Term 3 is
/// everywhere and does not change. Term 4 is rare.
struct SyntheticPapers {
  static let topicCount = 12
  let papers: DatedPapers
  let terms: TermPostings
  let periods: TrendPeriods

  init(seed: UInt64, weeks: Int = 54, perWeek: Int = 500) {
    var draws = Draws(seed: seed, purpose: "papers")
    var weekOf: [Int?] = []
    var topicOf: [Int?] = []
    var postings = [[Int32]](repeating: [], count: 5)
    for week in 0..<weeks {
      let progress = Double(week) / Double(weeks - 1)
      for _ in 0..<perWeek {
        // Topic 0 grows from 4 to 16 % of the papers.
        let topic =
          draws.unit() < 0.04 + 0.12 * progress ? 0 : 1 + draws.index(below: Self.topicCount - 1)
        let doubling = (1 + progress) / 1.5
        let rates = [
          0.08 * doubling, topic == 3 || topic == 4 ? 0.2 * doubling : 0.002,
          topic == 0 ? 0.5 : 0.001, 0.1, 0.0003,
        ]
        for (term, rate) in rates.enumerated() where draws.unit() < rate {
          postings[term].append(Int32(weekOf.count))
        }
        weekOf.append(week)
        topicOf.append(topic)
      }
    }
    papers = DatedPapers(periods: weekOf, topics: topicOf, topicCount: Self.topicCount)
    var offsets = [0]
    for list in postings { offsets.append(offsets[offsets.count - 1] + list.count) }
    terms = TermPostings(offsets: offsets, papers: postings.flatMap { $0 })
    periods = TrendPeriods(
      years: (0..<weeks).map { 2025 + Double($0) * 7 / 365.2425 },
      papers: papers.volumes(periods: weeks), isOver: [Bool](repeating: true, count: weeks))
  }
}
