internal import BlockScheduling
internal import CLinearAlgebra

/// Products of tall matrices with few columns, in row blocks of fixed sizes.
///
/// The BLAS does the blocks, on one thread each and always with the same shapes; sums over blocks
/// are in Double and in block order.
enum ColumnKernels {
  /// The rows of one call to the BLAS.
  static let rowsPerBlock = 1_024

  /// A^T A of an n x `width` matrix in Double, upper triangle, row-major.
  static func gram(_ elements: [Float], width: Int, scheduler: BlockScheduler) -> [Double] {
    var sum = [Double](repeating: 0, count: width * width)
    guard width > 0 else { return sum }
    let rowCount = elements.count / width
    let blockSize = gramBlockSize(rowCount: rowCount, order: width)
    let partials = BLASThreads.single {
      scheduler.map(rowCount, blockSize: blockSize) { rows in
        gram(of: rows, elements.span, width: width)
      }
    }
    for partial in partials {
      for index in sum.indices { sum[index] += partial[index] }
    }
    return sum
  }

  /// Rows of a block such that the partial Gram matrices of all blocks number at most 64 and take
  /// at most 128 MB together (or one matrix), however many rows there are.
  static func gramBlockSize(rowCount: Int, order: Int) -> Int {
    let partials = min(64, max(1, (1 << 24) / (order * order)))
    return max(rowsPerBlock, (rowCount + partials - 1) / partials)
  }

  private static func gram(of rows: Range<Int>, _ elements: Span<Float>, width: Int) -> [Double] {
    let chunk = 256
    var product = [Double](repeating: 0, count: width * width)
    var converted = [Double](repeating: 0, count: chunk * width)
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: chunk) {
      let count = min(chunk, rows.upperBound - start)
      let source = elements.extracting(start * width..<(start + count) * width)
      var target = converted.mutableSpan
      for index in source.indices { target[index] = Double(source[index]) }
      unsafe pt_dsyrk(
        Int32(width), Int32(count), converted, start == rows.lowerBound ? 0 : 1, &product)
    }
    return product
  }

  /// Z = Q C, with Q n x `inner` and Z n x `width`, both row-major.
  static func multiply(
    _ q: [Float], width inner: Int, times coefficients: [Double], into z: inout [Float],
    width: Int, scheduler: BlockScheduler
  ) {
    guard inner > 0, width > 0 else { return }
    let rounded = coefficients.map(Float.init)
    BLASThreads.single {
      _ = scheduler.updateRows(&z, width: width, blockSize: rowsPerBlock) { rows, span in
        GEMM.multiply(
          q.span.extracting(rows.lowerBound * inner..<rows.upperBound * inner), rounded.span,
          into: &span, rows: rows.count, columns: width, inner: inner)
      }
    }
  }
}
