import Foundation
internal import BlockScheduling
import PaperTrends

/// Counts the terms of a stream of papers in bounded memory: how the vocabulary grows, and how
/// frequencies fall with rank.
///
/// Terms are those of the ``Tokenizer``, stop words included. Up to ``termLimit`` terms are counted
/// exactly; beyond, only those in a random half, quarter, ... of all terms (adaptive sampling,
/// Wegman 1984; Flajolet 1990), which gives each number to within some 0.2 %.
public struct TermCensus: Sendable {
  /// The most terms that are counted one by one.
  public static let termLimit = 1 << 20
  /// The number of papers between two points of the growth curve.
  static let partSize = 64

  /// A point of the growth curve.
  public struct Point: Sendable, Hashable {
    /// The number of term occurrences so far.
    public var occurrences: Int
    /// The number of distinct terms among them.
    public var terms: Int
  }

  /// The growth of the vocabulary, a point every few papers.
  public private(set) var growth: [Point] = []

  private var counts = TermCounts()
  private var level = 0

  init() {}

  /// A census of texts in their order.
  init(texts: [String], scheduler: BlockScheduler) {
    let parts = scheduler.map(texts.count, blockSize: Self.partSize) { range in
      var part = Part()
      for text in texts[range] { part.add(text.utf8Span.span) }
      return part
    }
    for part in parts { add(part) }
  }

  /// The terms of a few papers.
  struct Part: Sendable {
    fileprivate var counts = TermCounts(minimumCapacity: 4_096)
    fileprivate var occurrences = 0

    mutating func add(_ text: Span<UInt8>) {
      for token in Tokenizer.tokens(in: text) { add(hash: TermCounts.hash(token.term)) }
    }

    mutating func add(hash: UInt64) {
      counts.add(hash)
      occurrences += 1
    }
  }

  mutating func add(_ part: Part) {
    let before = growth.last?.occurrences ?? 0
    part.counts.forEach { hash, count in if isSampled(hash) { counts.add(hash, count) } }
    while counts.count > Self.termLimit {
      level += 1
      counts.keep(where: isSampled)
    }
    growth.append(Point(occurrences: before + part.occurrences, terms: counts.count << level))
  }

  private func isSampled(_ hash: UInt64) -> Bool { (hash >> 40) & ((1 << level) - 1) == 0 }

  /// The number of term occurrences.
  public var occurrences: Int { growth.last?.occurrences ?? 0 }
  /// The number of distinct terms.
  public var terms: Int { growth.last?.terms ?? 0 }

  /// Heaps' exponent: the slope of ln terms over ln occurrences, by least squares over the points
  /// of the last hundredfold growth up to `limit` occurrences; nil with fewer than 8 points there.
  public func heapsExponent(upTo limit: Int = .max) -> Double? {
    let last = min(limit, occurrences)
    let points = growth.filter { $0.occurrences <= last && 100 * $0.occurrences >= last }
    guard points.count >= 8 else { return nil }
    return Self.slope(
      points.map { log(Double($0.occurrences)) }, points.map { log(Double($0.terms)) })
  }

  /// The ranks over which Zipf's exponent is taken: from 10 to 10,000, as far as terms occur at
  /// least 10 times.
  public var zipfRanks: ClosedRange<Int>? {
    let frequent = counts.descendingCounts().prefix { $0 >= 10 }.count << level
    return frequent >= 100 ? 10...min(10_000, frequent) : nil
  }

  /// Zipf's exponent: minus the slope of ln frequency over ln rank, by least squares over 60 ranks
  /// that lie evenly on the logarithmic axis.
  public func zipfExponent(ranks: ClosedRange<Int>) -> Double? {
    let frequencies = counts.descendingCounts()
    let (low, high) = (log(Double(ranks.lowerBound)), log(Double(ranks.upperBound)))
    let places = (0..<60).map { Int(exp(low + (high - low) * Double($0) / 59).rounded()) }
    // Rank r of all terms is rank r / 2^level of the sampled ones.
    let points = places.map { ($0, max(0, ($0 >> level) - 1)) }
      .filter { $0.1 < frequencies.count }
    guard points.count >= 8 else { return nil }
    return -Self.slope(
      points.map { log(Double($0.0)) }, points.map { log(Double(frequencies[$0.1])) })
  }

  /// The slope of the least-squares line.
  static func slope(_ x: [Double], _ y: [Double]) -> Double {
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    var (products, squares) = (0.0, 0.0)
    for (x, y) in zip(x, y) {
      products += (x - meanX) * (y - meanY)
      squares += (x - meanX) * (x - meanX)
    }
    return products / squares
  }
}
