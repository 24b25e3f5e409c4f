import Foundation
import PaperTrends

/// The words that a source has not shown yet: how likely the next one is, and which it is.
///
/// The model is the Pitman-Yor process (Pitman and Yor 1997; Teh 2006 for words): after N draws
/// of V words, of which word k came c_k times, the next draw is word k with probability
/// (c_k - d) / N on average, and otherwise, with d V / N, a draw from the words behind. Whether the
/// source's word or those behind it get a draw is decided once for each word, with probability
/// d / c_k: the process's own weights are nearly as uneven, and a source's rare words that all came
/// again would make too large a vocabulary.
///
/// The words behind have probabilities that fall as rank^(-1/d), from which the vocabulary grows
/// as N^d (Heaps) without any state between draws: P(rank > r) = (1 + r/q)^(-(1-d)/d). That has the
/// process's exponent; q is chosen so that two draws are as likely to agree as in the process:
/// q = m (1-d) / (d (2-d)), where m is the number of draws in a corpus of the source's size.
struct NovelWords: Sendable {
  /// The discount d, in 0..<1.
  let discount: Double
  /// By word of the source: whether new words come in its place.
  let isReplaced: [Bool]
  /// By topic: q.
  private let shifts: [Double]
  private let exponent: Double

  /// The ranks that are told apart; rarer words than that never repeat anyway.
  private static let rankLimit = 1e12

  /// - Parameters:
  ///   - surface: The words of the source.
  ///   - topicWords: By topic: the words of its papers.
  init(_ surface: SurfaceWords, topicWords: [[Int32]]) {
    let isTerm = surface.spellings.indices.map {
      surface.kinds[$0] == .content && Self.isTerm(surface.spellings[$0])
    }
    let frequencies = surface.documentFrequency
    let discount = Self.discount(
      frequencies.indices.lazy.filter { isTerm[$0] }.map { frequencies[$0] })
    let isReplaced = frequencies.indices.map { word in
      // A part of the method, like the calibration, so its seed is fixed.
      var generator = SplitMix64(seed: 0, purpose: "novel words", index: word)
      return isTerm[word] && generator.nextUnit() * Double(frequencies[word]) < discount
    }
    self.discount = discount
    self.isReplaced = isReplaced
    exponent = -discount / (1 - discount)
    shifts = topicWords.map { words in
      let draws = Double(words.count { isReplaced[Int($0)] })
      return max(1, draws * (1 - discount) / (discount * (2 - discount)))
    }
  }

  private static func isTerm(_ spelling: [UInt8]) -> Bool {
    let tokens = Tokenizer.tokens(in: spelling.span)
    return tokens.count == 1 && tokens[0].range == spelling.indices
  }

  /// The discount of a source: the share of its words that only one paper has, which is the slope
  /// of the vocabulary's growth where papers come in no order (Karlin 1967).
  private static func discount(_ frequencies: some Sequence<Int32>) -> Double {
    var (once, all) = (0, 0)
    for count in frequencies {
      all += 1
      if count == 1 { once += 1 }
    }
    return min(0.9, max(0.3, all > 0 ? Double(once) / Double(all) : 0))
  }

  /// Draws a word behind a topic; equal numbers are the same word.
  @inline(__always)
  func draw(topic: Int, _ generator: inout SplitMix64) -> Int64 {
    let unit = 1 - generator.nextUnit()
    let rank = shifts[topic] * (pow(unit, exponent) - 1)
    return Int64(min(rank, Self.rankLimit)) * Int64(shifts.count) + Int64(topic)
  }
}
