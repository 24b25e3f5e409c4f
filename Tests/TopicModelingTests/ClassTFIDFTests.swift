import BlockScheduling
import Foundation
import LinearAlgebra
import Testing

@testable import TopicModeling

@Suite struct ClassTFIDFTests {
  /// Three papers over four terms: topic 0 has papers 0 and 1, topic 1 has paper 2.
  static let counts = CSRMatrix(
    DenseMatrix(rows: [[2, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 4]]))

  @Test func weightsFollowTheFormula() throws {
    let result = ClassTFIDF(
      counts: Self.counts, members: [[0, 1], [2]], limit: 10,
      scheduler: BlockScheduler(threads: 1))
    // s of topic 0: (1 + ln 2) + 1, 1, 1, 0; of topic 1: 0, 1, 0, 1 + ln 4.
    let first = [2 + log(2.0), 1, 1, 0]
    let second = [0, 1, 0, 1 + log(4.0)]
    let lengths = [first.reduce(0, +), second.reduce(0, +)]
    let mean = (lengths[0] + lengths[1]) / 2
    let expected = first.indices.map { term in
      first[term] / lengths[0] * log(1 + mean / (first[term] + second[term]))
    }
    let entries = result.topEntries[0]
    #expect(Set(entries.map(\.term)) == [0, 1, 2])
    for entry in entries {
      #expect(abs(entry.weight - expected[entry.term]) < 1e-12)
      #expect(entry.frequency == first[entry.term])
    }
    #expect(entries.map(\.weight) == entries.map(\.weight).sorted(by: >))
    #expect(result.topEntries[1].map(\.term) == [3, 1])
  }

  @Test func theLimitKeepsTheHeaviest() {
    let all = ClassTFIDF(
      counts: Self.counts, members: [[0, 1], [2]], limit: 10,
      scheduler: BlockScheduler(threads: 2))
    let one = ClassTFIDF(
      counts: Self.counts, members: [[0, 1], [2]], limit: 1, scheduler: BlockScheduler(threads: 2))
    #expect(one.topEntries.map(\.count) == [1, 1])
    #expect(one.topEntries[0].first == all.topEntries[0].first)
  }
}
