import PaperTrends

/// How papers repeat their own words: an urn (the Dirichlet compound multinomial of Madsen, Kauchak
/// and Elkan 2005) into which words come as readily as papers of the source repeat them.
///
/// The word after i others is with probability i / (i + strength) one of the urn. A fresh word
/// comes into the urn with the probability min(1, occurrences / papers - 1): the word that a paper
/// is about nearly always, the words of any paper's manner hardly ever (burstiness, Church and
/// Gale 1995).
struct Repetition: Sendable {
  private static let sampleLimit = 1_000

  /// By word of the source: the probability that it comes into the urn.
  private let readiness: [Float]
  /// That of new words: of the source's words in one paper, the mean.
  private let readinessOfNewWords: Float
  /// The number of fresh words at which half of all words are repetitions.
  private(set) var strength = 100.0

  init(_ surface: SurfaceWords) {
    var (sum, count): (Float, Int) = (0, 0)
    readiness = surface.documentFrequency.indices.map { word in
      let papers = surface.documentFrequency[word]
      guard papers > 0 else { return 0 }
      let readiness = min(1, Float(surface.occurrences[word]) / Float(papers) - 1)
      if papers == 1 {
        sum += readiness
        count += 1
      }
      return readiness
    }
    readinessOfNewWords = count > 0 ? sum / Float(count) : 0
  }

  /// Fits the strength under which papers have as many distinct words as in the source, by
  /// bisection over simulated papers.
  ///
  /// - Parameters:
  ///   - surface: The words of the source.
  ///   - draw: Draws a fresh word for a paper.
  mutating func calibrate(
    _ surface: SurfaceWords, draw: (_ paper: Int, _ generator: inout SplitMix64) -> Int64
  ) {
    let step = max(1, surface.contentLengths.count / Self.sampleLimit)
    let sample = Array(stride(from: 0, to: surface.contentLengths.count, by: step))
    let target = sample.reduce(0) { $0 + surface.distinctContent[$1].count }
    var (low, high) = (0.5, 20_000.0)
    for _ in 0..<16 {
      strength = (low * high).squareRoot()
      var distinct = 0
      for paper in sample {
        // Calibration is a part of the method, so its seed is fixed.
        var generator = SplitMix64(seed: 0, purpose: "repetition", index: paper)
        var urn: [Int64] = []
        var words: Set<Int64> = []
        for count in 0..<Int(surface.contentLengths[paper]) {
          words.insert(
            next(&urn, after: count, &generator) { draw(paper, &$0) })
        }
        distinct += words.count
      }
      if distinct < target { low = strength } else { high = strength }
    }
  }

  /// The next word of a paper after `count` others: one of the urn's, or a fresh one.
  @inline(__always)
  func next(
    _ urn: inout [Int64], after count: Int, _ generator: inout SplitMix64,
    fresh: (inout SplitMix64) -> Int64
  ) -> Int64 {
    if !urn.isEmpty, generator.nextUnit() * (Double(count) + strength) < Double(count) {
      let word = urn[generator.nextIndex(below: urn.count)]
      urn.append(word)
      return word
    }
    let word = fresh(&generator)
    let ready = word >= 0 ? readiness[Int(word)] : readinessOfNewWords
    if generator.nextUnit() < Double(ready) { urn.append(word) }
    return word
  }
}
