/// A short sketch of a set of shingles by which similar sets are found.
///
/// One-permutation MinHash (Li, Owen, Zhang 2012): each hash falls into one of 64 bins, and the bin
/// keeps its smallest. Two sets agree in a bin with a probability of their Jaccard similarity. Empty
/// bins borrow from the next one that is not, and the distance is mixed in (Shrivastava and Li
/// 2014, section 4). Bins are compared in bands of four: sets of similarity 0.8 share at least one
/// of the 16 bands with a probability of 0.9998, sets of similarity 0.2 with 0.025.
struct MinHashSignature: Sendable {
  static let bandCount = 16

  private var bins = InlineArray<64, UInt32>(repeating: .max)

  /// The signature of a set of shingles, by their hashes.
  init(of shingles: Span<UInt64>) {
    for index in shingles.indices {
      let hash = shingles[index]
      let bin = Int(truncatingIfNeeded: hash &>> 58)
      bins[bin] = min(bins[bin], UInt32(truncatingIfNeeded: hash))
    }
    if !shingles.isEmpty { fillEmptyBins() }
  }

  private mutating func fillEmptyBins() {
    guard let first = bins.indices.first(where: { bins[$0] != .max }) else { return }
    var lender = bins[first]
    var distance = UInt32(first)
    for bin in bins.indices.reversed() {
      distance &+= 1
      if bins[bin] == .max {
        bins[bin] = lender &+ distance &* 0x9E37_79B1
      } else {
        lender = bins[bin]
        distance = 0
      }
    }
  }

  /// For each band the hash of its four bins, together with the band's number.
  var bands: InlineArray<16, UInt64> {
    InlineArray { band in
      let first = 4 &* band
      let low = UInt64(bins[first]) << 32 | UInt64(bins[first &+ 1])
      let high = UInt64(bins[first &+ 2]) << 32 | UInt64(bins[first &+ 3])
      return ShingleKernel.mix(
        ShingleKernel.mix(low &+ UInt64(band) &* 0x9E37_79B9_7F4A_7C15) ^ high)
    }
  }
}

/// The distinct shingles of a text, for exact comparison.
struct ShingleSet: Sendable {
  /// Ascending.
  private let hashes: [UInt64]

  /// The number of distinct shingles.
  var count: Int { hashes.count }

  init(of text: String) {
    var all: [UInt64] = []
    ShingleKernel.shingles(of: text.utf8Span.span, into: &all)
    all.sort()
    var distinct: [UInt64] = []
    distinct.reserveCapacity(all.count)
    for hash in all where distinct.last != hash { distinct.append(hash) }
    hashes = distinct
  }

  /// The share of shingles of either set that are in both; 0 where both are empty.
  ///
  /// - Complexity: O(shingles of both).
  func jaccardSimilarity(to other: ShingleSet) -> Double {
    var (left, right, shared) = (0, 0, 0)
    while left < hashes.count, right < other.hashes.count {
      if hashes[left] == other.hashes[right] {
        shared += 1
        left += 1
        right += 1
      } else if hashes[left] < other.hashes[right] {
        left += 1
      } else {
        right += 1
      }
    }
    let union = hashes.count + other.hashes.count - shared
    return union == 0 ? 0 : Double(shared) / Double(union)
  }
}
