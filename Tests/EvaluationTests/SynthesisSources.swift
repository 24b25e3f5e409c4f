import Foundation
import PaperTrends

/// Papers for tests of the synthesis: words by Zipf's law, two subjects, a few weeks.
enum SynthesisSources {
  /// Papers of invented words; equal seeds give equal papers.
  static func papers(_ count: Int, seed: UInt64 = 7) -> [Paper] {
    (0..<count).map { number in
      var generator = SplitMix64(seed: seed, purpose: "test paper", index: number)
      let subject = number % 2 == 0 ? "alpha" : "omega"
      let sentences = (0..<4).map { _ in sentence(subject, &generator) }
      return Paper(
        id: "paper-\(1_000_000 + number)", title: title(subject, &generator),
        abstract: sentences.joined(separator: " "),
        date: PublicationDate(year: 2_025, month: 1 + number * 3 / count, day: 1 + number % 28),
        categories: [subject, number % 3 == 0 ? "third" : "rest"])
    }
  }

  private static func title(_ subject: String, _ generator: inout SplitMix64) -> String {
    (0..<6).map { _ in word(subject, &generator).capitalized }.joined(separator: " ")
  }

  private static func sentence(_ subject: String, _ generator: inout SplitMix64) -> String {
    let length = 8 + generator.nextIndex(below: 8)
    var words = (0..<length).map { index in
      switch generator.nextIndex(below: 10) {
      case 0..<4: ["the", "of", "and", "with", "in"][generator.nextIndex(below: 5)]
      case 4 where index % 2 == 0: "\(10 + generator.nextIndex(below: 90)).5\\%"
      default: word(subject, &generator)
      }
    }
    words[0] = words[0].capitalized
    words[2] += ","
    return words.joined(separator: " ") + "."
  }

  /// A word of an endless number, with probabilities that fall as rank^-1.6.
  private static func word(_ subject: String, _ generator: inout SplitMix64) -> String {
    let rank = Int(pow(1 - generator.nextUnit(), -1 / 0.6))
    return subject + String(decoding: String(rank).utf8.map { $0 - 48 + 97 }, as: UTF8.self)
  }
}
