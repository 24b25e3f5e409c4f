/// What was written, and whether its words follow the laws of the source.
public struct SynthesisSummary: Sendable, Hashable {
  /// The exponents of the two laws, and what they were measured on.
  public struct Laws: Sendable, Hashable {
    /// The number of papers.
    public var papers: Int
    /// The number of term occurrences.
    public var occurrences: Int
    /// The number of distinct terms.
    public var terms: Int
    /// Zipf's exponent over ``SynthesisSummary/zipfRanks``; nil for too small a vocabulary.
    public var zipfExponent: Double?
    /// Heaps' exponent over the last hundredfold growth; nil for too few papers.
    public var heapsExponent: Double?
  }

  /// By how much an exponent may differ from the source's.
  public static let tolerance = 0.05

  /// The laws of the source, Heaps' over no more occurrences than the dump has.
  public let source: Laws
  /// The laws of the dump.
  public let dump: Laws
  /// The ranks over which both Zipf exponents are taken.
  public let zipfRanks: ClosedRange<Int>?
  /// The size of the dump before compression.
  public let textBytes: Int
  /// The size of the dump as written.
  public let writtenBytes: Int

  init(
    source: SourceStatistics, dump: TermCensus, paperCount: Int, textBytes: Int,
    writtenBytes: Int
  ) {
    let ranks = [source.census.zipfRanks, dump.zipfRanks].compactMap { $0 }
    zipfRanks =
      ranks.count == 2
      ? ranks[0].lowerBound...min(ranks[0].upperBound, ranks[1].upperBound) : nil
    self.source = Laws(
      papers: source.paperCount, occurrences: source.census.occurrences,
      terms: source.census.terms,
      zipfExponent: zipfRanks.flatMap { source.census.zipfExponent(ranks: $0) },
      heapsExponent: source.census.heapsExponent(upTo: dump.occurrences))
    self.dump = Laws(
      papers: paperCount, occurrences: dump.occurrences, terms: dump.terms,
      zipfExponent: zipfRanks.flatMap { dump.zipfExponent(ranks: $0) },
      heapsExponent: dump.heapsExponent())
    self.textBytes = textBytes
    self.writtenBytes = writtenBytes
  }

  /// Whether both exponents lie within ``tolerance`` of the source's; nil where neither could be
  /// measured on both sides.
  public var followsSource: Bool? {
    let differences = [
      difference(source.zipfExponent, dump.zipfExponent),
      difference(source.heapsExponent, dump.heapsExponent),
    ].compactMap { $0 }
    return differences.isEmpty ? nil : differences.allSatisfy { $0 <= Self.tolerance }
  }

  private func difference(_ left: Double?, _ right: Double?) -> Double? {
    guard let left, let right else { return nil }
    return abs(left - right)
  }
}
