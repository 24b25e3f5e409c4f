internal import BlockScheduling
internal import CLinearAlgebra

/// The sparse products' loops: rows of a dense matrix gathered and added by sparse entries.
package enum SparseKernels {
  /// The rows that one task of a product takes: about 0.1 ms of work, whatever the options.
  static let rowsPerTask = 512

  /// Y = A X for the given rows of A, written in place: Y has `rows.count` rows of `width`.
  ///
  /// A row of Y is the sum of its entries' rows of X in ascending order of columns, and depends on
  /// nothing else.
  package static func multiply(
    rows: Range<Int>, rowOffsets: Span<Int32>, columnIndices: Span<Int32>, values: Span<Float>,
    by dense: Span<Float>, width: Int, into product: inout MutableSpan<Float>,
    variant: KernelVariant = .selected
  ) {
    precondition(product.count == rows.count * width && rows.upperBound < rowOffsets.count)
    guard !rows.isEmpty, width > 0 else { return }
    let offsets = rowOffsets.extracting(rows.lowerBound..<rows.upperBound + 1)
    unsafe offsets.withUnsafeBufferPointer { offsets in
      unsafe columnIndices.withUnsafeBufferPointer { indices in
        unsafe values.withUnsafeBufferPointer { values in
          unsafe dense.withUnsafeBufferPointer { dense in
            unsafe product.withUnsafeMutableBufferPointer { product in
              unsafe pt_gather_rows(
                variant.rawValue, rows.count, nil, 0, offsets.baseAddress, indices.baseAddress, 0,
                values.baseAddress, dense.baseAddress, width, 0, product.baseAddress)
            }
          }
        }
      }
    }
  }

  /// Z += A_b^T Y_b for one block b of rows: Z has a row of `width` for each column of A, and
  /// `blockProduct` holds the block's rows of Y.
  ///
  /// Each task owns a range of the rows of Z, so there is nothing to combine, and a row of Z adds
  /// its entries in ascending order of rows.
  static func addTransposedProduct(
    of block: TransposedRowBlock, _ blockProduct: [Float], width: Int, to sum: inout [Float],
    scheduler: BlockScheduler, variant: KernelVariant = .selected
  ) {
    precondition(blockProduct.count >= block.rows.count * width)
    guard width > 0, !block.columns.isEmpty else { return }
    unsafe sum.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let sum = unsafe buffer
      _ = scheduler.map(block.tasks.count, blockSize: 1) { index in
        unsafe blockProduct.withUnsafeBufferPointer { source in
          unsafe addTransposedProduct(
            of: block, task: block.tasks[index.lowerBound], source,
            width: width, to: sum, variant: variant)
        }
      }
    }
  }

  /// One task of the product above.
  private static func addTransposedProduct(
    of block: TransposedRowBlock, task: Range<Int>, _ source: UnsafeBufferPointer<Float>,
    width: Int, to sum: UnsafeMutableBufferPointer<Float>, variant: KernelVariant
  ) {
    unsafe block.columns.span.extracting(task).withUnsafeBufferPointer { columns in
      unsafe block.offsets.withUnsafeBufferPointer { offsets in
        unsafe block.rowIndices.withUnsafeBufferPointer { indices in
          unsafe block.values.withUnsafeBufferPointer { values in
            unsafe pt_gather_rows(
              variant.rawValue, task.count, columns.baseAddress, 0,
              offsets.baseAddress.map { unsafe $0 + task.lowerBound }, indices.baseAddress, 1,
              values.baseAddress, source.baseAddress, width, 1, sum.baseAddress)
          }
        }
      }
    }
  }
}
