internal import CLinearAlgebra
internal import LinearAlgebra

/// Loops of a neighbour graph: the largest of many numbers, posting lists, products of sparse rows.
///
/// What they return does not depend on the instruction set.
enum NeighborKernels {
  /// Sums of products of a query with a block of rows come in a multiple of this.
  static let sumsPerGroup = Int(PT_POSTING_GROUP)

  /// The bits of the `rank`-th largest of `values`, none below 0; 0 where there are fewer.
  static func bits(
    ofLargest rank: Int, of values: Span<Float>, variant: KernelVariant = .selected
  ) -> UInt32 {
    unsafe values.withUnsafeBufferPointer { values in
      unsafe values.withMemoryRebound(to: UInt32.self) { bits in
        unsafe pt_kth_largest(variant.rawValue, bits.baseAddress, bits.count, rank)
      }
    }
  }

  /// Adds the products of a query's weights with those of `postings` to the sums of its rows.
  static func addProducts(
    columns: Span<Int32>, weights: Span<UInt8>, postings: PostingBlock,
    to sums: inout MutableSpan<UInt16>
  ) {
    precondition(weights.count == columns.count && sums.count >= postings.rows.count)
    unsafe columns.withUnsafeBufferPointer { columns in
      unsafe weights.withUnsafeBufferPointer { weights in
        unsafe sums.withUnsafeMutableBufferPointer { sums in
          unsafe pt_add_postings(
            columns.count, columns.baseAddress, weights.baseAddress, postings.offsets,
            postings.targets, postings.weights, sums.baseAddress)
        }
      }
    }
  }

  /// Products of the given rows of `matrix` with a dense row, in Double, rounded to Float.
  static func products(
    of rows: Span<Int32>, in matrix: CSRMatrix, with dense: Span<Float>,
    into products: inout MutableSpan<Float>, variant: KernelVariant = .selected
  ) {
    precondition(dense.count == matrix.columnCount && products.count >= rows.count)
    unsafe rows.withUnsafeBufferPointer { rows in
      unsafe dense.withUnsafeBufferPointer { dense in
        unsafe products.withUnsafeMutableBufferPointer { products in
          unsafe pt_sparse_products(
            variant.rawValue, rows.count, rows.baseAddress, matrix.rowOffsets,
            matrix.columnIndices, matrix.values, dense.baseAddress, products.baseAddress)
        }
      }
    }
  }
}
