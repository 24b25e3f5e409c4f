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
                variant.rawValue, rows.count, offsets.baseAddress, indices.baseAddress,
                values.baseAddress, dense.baseAddress, width, product.baseAddress)
            }
          }
        }
      }
    }
  }

  /// The rows that one task of a product with a block of columns takes.
  static let rowsPerBlockTask = 256

  /// Y = A Q for the given rows of A and a block of columns Q, into the first rows of `product`.
  ///
  /// In several chains of additions, unlike ``multiply(rows:rowOffsets:columnIndices:values:by:width:into:variant:)``.
  static func multiply(
    _ matrix: CSRMatrix, rows: Range<Int>, by q: ColumnBlocks, block: Int,
    into product: inout ColumnBlocks, scheduler: BlockScheduler
  ) {
    precondition(product.rowCount >= rows.count && product.width == q.width)
    unsafe product.withMutableRows(ofBlock: 0) { target in
      nonisolated(unsafe) let target = unsafe target
      _ = scheduler.map(rows.count, blockSize: rowsPerBlockTask) { range in
        unsafe gather(
          matrix, rows: rows.lowerBound + range.lowerBound..<rows.lowerBound + range.upperBound,
          from: q, block: block, into: target.map { unsafe $0 + range.lowerBound * q.width })
      }
    }
  }

  /// (A Q)^T (A Q) in Double for a block of columns Q, upper triangle.
  static func gramOfProduct(
    _ matrix: CSRMatrix, by q: ColumnBlocks, block: Int, scheduler: BlockScheduler
  ) -> [Double] {
    let width = q.width
    let partials = scheduler.map(matrix.rowCount, blockSize: 4 * rowsPerBlockTask) { rows in
      var sums = [Double](repeating: 0, count: width * width)
      var product = [Float](repeating: 0, count: rowsPerBlockTask * width)
      for start in stride(from: rows.lowerBound, to: rows.upperBound, by: rowsPerBlockTask) {
        let range = start..<min(rows.upperBound, start + rowsPerBlockTask)
        unsafe product.withUnsafeMutableBufferPointer { product in
          unsafe gather(
            matrix, rows: range, from: q, block: block, into: product.baseAddress)
          unsafe pt_block_gram(
            KernelVariant.selected.rawValue, range.count, width, product.baseAddress, &sums)
        }
      }
      return sums
    }
    var total = [Double](repeating: 0, count: width * width)
    for partial in partials {
      for index in total.indices { total[index] += partial[index] }
    }
    return total
  }

  private static func gather(
    _ matrix: CSRMatrix, rows: Range<Int>, from q: ColumnBlocks, block: Int,
    into target: UnsafeMutablePointer<Float>?
  ) {
    unsafe matrix.rowOffsets.withUnsafeBufferPointer { offsets in
      unsafe matrix.columnIndices.withUnsafeBufferPointer { indices in
        unsafe matrix.values.withUnsafeBufferPointer { values in
          unsafe q.withRows(ofBlock: block) { source in
            unsafe pt_gather_chained_rows(
              KernelVariant.selected.rawValue, rows.count, nil,
              offsets.baseAddress.map { unsafe $0 + rows.lowerBound }, indices.baseAddress, 0,
              values.baseAddress, source, q.width, 0, target)
          }
        }
      }
    }
  }

  /// Z += A_b^T Y_b for one block b of rows: Z has a row for each column of A, and `product` begins
  /// with the block's rows of Y.
  ///
  /// Each task owns a range of the rows of Z, so there is nothing to combine, and the bits of a row
  /// of Z depend on its entries and Y alone.
  static func addTransposedProduct(
    of block: TransposedRowBlock, in entries: TransposedEntries, _ product: ColumnBlocks,
    to sum: inout ColumnBlocks, scheduler: BlockScheduler
  ) {
    precondition(product.rowCount >= block.rows.count && product.width == sum.width)
    unsafe sum.withMutableRows(ofBlock: 0) { target in
      nonisolated(unsafe) let target = unsafe target
      _ = scheduler.map(block.tasks.count, blockSize: 1) { index in
        let task = block.tasks[index.lowerBound]
        unsafe block.columns.span.extracting(task).withUnsafeBufferPointer { columns in
          unsafe block.offsets.withUnsafeBufferPointer { offsets in
            unsafe entries.rowIndices.withUnsafeBufferPointer { indices in
              unsafe entries.values.withUnsafeBufferPointer { values in
                unsafe product.withRows(ofBlock: 0) { source in
                  unsafe pt_gather_chained_rows(
                    KernelVariant.selected.rawValue, task.count, columns.baseAddress,
                    offsets.baseAddress.map { unsafe $0 + task.lowerBound }, indices.baseAddress,
                    1, values.baseAddress, source, product.width, 1, target)
                }
              }
            }
          }
        }
      }
    }
  }
}
