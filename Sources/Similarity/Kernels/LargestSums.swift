internal import CLinearAlgebra
internal import LinearAlgebra

/// The rows of the largest sums so far, for each of several queries, and room to find more.
///
/// A query's rows are ascending as long as blocks of rows come in ascending order.
struct LargestSums {
  private let count: Int
  private let variant: KernelVariant
  private var keptSums: [UInt16]
  private var keptRows: [Int32]
  private var keptCounts: [Int]
  /// What a sum must reach to count; 0 until something is known of a query.
  private var least: [UInt16]

  private var maxima: [UInt16]
  private var places: [UInt16]
  private var sums: [UInt16]
  private var rows: [Int32]

  /// Room for the `count` largest sums of each query, found in blocks of `blockSize` rows.
  init(count: Int, queries: Int, blockSize: Int, variant: KernelVariant = .selected) {
    self.count = count
    self.variant = variant
    keptSums = [UInt16](repeating: 0, count: queries * count)
    keptRows = [Int32](repeating: 0, count: queries * count)
    keptCounts = [Int](repeating: 0, count: queries)
    least = [UInt16](repeating: 0, count: queries)
    maxima = [UInt16](repeating: 0, count: blockSize)
    places = [UInt16](repeating: 0, count: blockSize)
    // Up to the next whole group.
    let room = count + blockSize + NeighborKernels.sumsPerGroup
    sums = [UInt16](repeating: 0, count: room)
    rows = [Int32](repeating: 0, count: room)
  }

  /// Takes the block's sums for a query into account, and clears them.
  mutating func take(
    _ blockSums: inout MutableSpan<UInt16>, firstRow: Int, query: Int
  ) {
    precondition(blockSums.count <= maxima.count)
    let start = query * count
    var total = keptCounts[query]
    for place in 0..<total {
      sums[place] = keptSums[start + place]
      rows[place] = keptRows[start + place]
    }
    var found = 0
    let variant = variant.rawValue
    let wanted = count
    unsafe blockSums.withUnsafeMutableBufferPointer { blockSums in
      unsafe sums.withUnsafeMutableBufferPointer { sums in
        found = unsafe pt_take_sums(
          variant, blockSums.baseAddress, blockSums.count, wanted, &least[query], &maxima, &places,
          sums.baseAddress.map { unsafe $0 + total })
      }
    }
    for place in 0..<found {
      rows[total + place] = Int32(firstRow) + Int32(places[place])
    }
    total = unsafe pt_keep_largest(variant, &sums, &rows, total + found, wanted, &least[query])
    for place in 0..<total {
      keptSums[start + place] = sums[place]
      keptRows[start + place] = rows[place]
    }
    keptCounts[query] = total
  }

  /// The rows of a query's largest sums, ascending; ties of the last sum are of the smallest rows.
  func rows(ofQuery query: Int) -> ArraySlice<Int32> {
    keptRows[query * count..<query * count + keptCounts[query]]
  }
}
