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
  private var foundSums: [UInt16]
  private var foundRows: [Int32]

  /// Room for the `count` largest sums of each query, found in blocks of `blockSize` rows.
  init(count: Int, queries: Int, blockSize: Int, variant: KernelVariant = .selected) {
    self.count = count
    self.variant = variant
    keptSums = [UInt16](repeating: 0, count: queries * count)
    keptRows = [Int32](repeating: 0, count: queries * count)
    keptCounts = [Int](repeating: 0, count: queries)
    least = [UInt16](repeating: 0, count: queries)
    maxima = [UInt16](repeating: 0, count: blockSize)
    let room = count + blockSize + NeighborKernels.sumsPerGroup
    foundSums = [UInt16](repeating: 0, count: room)
    foundRows = [Int32](repeating: 0, count: room)
  }

  /// Takes a block's sums for a query into account, and clears them.
  mutating func take(_ sums: inout MutableSpan<UInt16>, firstRow: Int, query: Int) {
    precondition(sums.count <= maxima.count)
    let start = query * count
    let kept = keptCounts[query]
    let (count, variant) = (count, variant.rawValue)
    var taken = 0
    unsafe sums.withUnsafeMutableBufferPointer { sums in
      unsafe keptSums.withUnsafeMutableBufferPointer { keptSums in
        unsafe keptRows.withUnsafeMutableBufferPointer { keptRows in
          taken = unsafe pt_take_largest(
            variant, sums.baseAddress, sums.count, Int32(firstRow), count, kept,
            keptSums.baseAddress.map { unsafe $0 + start },
            keptRows.baseAddress.map { unsafe $0 + start }, &least[query], &maxima, &foundSums,
            &foundRows)
        }
      }
    }
    keptCounts[query] = taken
  }

  /// The rows of a query's largest sums, ascending; ties of the last sum are of the smallest rows.
  func rows(ofQuery query: Int) -> ArraySlice<Int32> {
    keptRows[query * count..<query * count + keptCounts[query]]
  }
}
