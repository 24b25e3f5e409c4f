/// What of a record is compared with all others: hashes by which those that may tell of the same
/// paper are found.
struct DuplicateSketch: Sendable {
  /// The hash of the folded title; 0 where there is none.
  var title: UInt64
  /// Whether the title names enough to be compared.
  var isLongTitle: Bool
  /// Whether the abstract says enough to be compared.
  var hasBands: Bool
  /// The bands of the abstract's signature.
  var bands: InlineArray<16, UInt64>

  /// Sketches one record after the other, in buffers that are used again.
  struct Artist {
    private var shingles: [UInt64] = []
    private var folded: [UInt8] = []

    /// The sketch of a record.
    ///
    /// - Complexity: O(bytes).
    mutating func sketch(title: String, abstract: String) -> DuplicateSketch {
      ShingleKernel.shingles(of: abstract.utf8Span.span, into: &shingles)
      TitleFolding.fold(title, into: &folded)
      return DuplicateSketch(
        title: folded.isEmpty ? 0 : ShingleKernel.hash(folded.span, seed: 2),
        isLongTitle: folded.count >= DuplicateFinder.shortestTitle,
        hasBands: shingles.count >= DuplicateFinder.fewestShingles,
        bands: MinHashSignature(of: shingles.span).bands)
    }
  }
}
