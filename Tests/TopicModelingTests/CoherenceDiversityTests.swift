import Testing

@testable import TopicModeling

@Suite struct CoherenceDiversityTests {
  @Test func equalTopicsShareAllAndDisjointOnesNothing() {
    let words = ["one word", "two", "three"]
    let same = TopicDiversity(topics: [words, words])
    #expect(same.uniqueShare == 0.5)
    #expect(abs((same.invertedRankBiasedOverlap ?? 1) - 0) < 1e-12)
    let disjoint = TopicDiversity(topics: [["aa", "bb"], ["cc", "dd"], ["ee", "ff"]])
    #expect(disjoint.uniqueShare == 1)
    #expect(disjoint.invertedRankBiasedOverlap == 1)
  }

  @Test func theShareIsThatOfDistinctWordsAmongTheFirst() {
    let topics = [["aa", "bb", "cc"], ["aa", "dd", "ee"], ["bb", "aa", "zz"]]
    #expect(TopicDiversity(topics: topics).uniqueShare == 6.0 / 9)
    #expect(TopicDiversity(topics: topics, wordCount: 1).uniqueShare == 2.0 / 3)
  }

  @Test func overlapOfRanksIsThatOfTheDefinition() {
    // A_1 = 0, A_2 = 1, A_3 = 2/3, p = 0.9:
    // 2/3 * 0.729 + 0.1 / 0.9 * (0.81 + 2/3 * 0.729) = 0.486 + 0.144 = 0.63.
    let overlap = RankBiasedOverlap.extrapolated([0, 1, 2], [1, 0, 3], persistence: 0.9)
    #expect(abs(overlap - 0.63) < 1e-12)
    #expect(
      RankBiasedOverlap.extrapolated([1, 0, 3], [0, 1, 2], persistence: 0.9) == overlap)
  }

  @Test func agreementAtTheTopCountsMore() {
    let top = RankBiasedOverlap.extrapolated([0, 1, 2, 3], [0, 5, 6, 7], persistence: 0.9)
    let bottom = RankBiasedOverlap.extrapolated([0, 1, 2, 3], [5, 6, 7, 3], persistence: 0.9)
    #expect(top > bottom)
  }

  @Test func oneTopicHasNoPartner() {
    let alone = TopicDiversity(topics: [["aa"]])
    #expect(alone.uniqueShare == 1)
    #expect(alone.invertedRankBiasedOverlap == nil)
    #expect(TopicDiversity(topics: []).uniqueShare == 1)
  }
}
