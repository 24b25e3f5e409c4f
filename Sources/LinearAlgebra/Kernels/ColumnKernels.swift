internal import BlockScheduling
internal import CLinearAlgebra

/// Products of tall matrices with few columns, in row blocks of fixed sizes.
///
/// Tall matrices are row-major with `stride` elements a row, of which the first ones are used.
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

  /// Copies the first `columns` elements of rows that are `stride` apart, for as many rows as the
  /// target has.
  static func copy(
    columns: Int, from source: Span<Float>, stride sourceStride: Int, at sourceStart: Int,
    to target: inout MutableSpan<Float>, stride targetStride: Int, at targetStart: Int
  ) {
    for row in 0..<target.count / targetStride {
      let values = source.extracting(
        sourceStart + row * sourceStride..<sourceStart + row * sourceStride + columns)
      let start = targetStart + row * targetStride
      for column in values.indices { target[start &+ column] = values[column] }
    }
  }

  /// Q^T Z in Double, row-major: Q is the given columns of rows `stride` apart, Z is n x `width`.
  static func coefficients(
    _ q: [Float], stride: Int, columns: Range<Int>, of z: [Float], width: Int,
    scheduler: BlockScheduler
  ) -> [Double] {
    let count = columns.count
    var sum = [Double](repeating: 0, count: count * width)
    guard count > 0, width > 0 else { return sum }
    let partials = BLASThreads.single {
      scheduler.map(z.count / width, blockSize: rowsPerBlock) { rows in
        var product = [Float](repeating: 0, count: count * width)
        unsafe q.withUnsafeBufferPointer { q in
          unsafe z.withUnsafeBufferPointer { z in
            unsafe pt_sgemm(
              1, 0, Int32(count), Int32(width), Int32(rows.count), 1,
              q.baseAddress.map { unsafe $0 + rows.lowerBound * stride + columns.lowerBound },
              Int32(stride),
              z.baseAddress.map { unsafe $0 + rows.lowerBound * width }, Int32(width), 0,
              &product, Int32(width))
          }
        }
        return product
      }
    }
    for partial in partials {
      for index in sum.indices { sum[index] += Double(partial[index]) }
    }
    return sum
  }

  /// beta · Z + factor · Q C, with C row-major and Q as above; with beta 0 Z's former values do not
  /// matter.
  static func add(
    _ factor: Float, _ q: [Float], stride: Int, columns: Range<Int>, times coefficients: [Double],
    beta: Float, to z: inout [Float], width: Int, scheduler: BlockScheduler
  ) {
    let count = columns.count
    guard count > 0, width > 0 else { return }
    let rounded = coefficients.map(Float.init)
    BLASThreads.single {
      _ = scheduler.updateRows(&z, width: width, blockSize: rowsPerBlock) { rows, span in
        unsafe q.withUnsafeBufferPointer { q in
          unsafe span.withUnsafeMutableBufferPointer { z in
            unsafe pt_sgemm(
              0, 0, Int32(rows.count), Int32(width), Int32(count), factor,
              q.baseAddress.map { unsafe $0 + rows.lowerBound * stride + columns.lowerBound },
              Int32(stride),
              rounded, Int32(width), beta, z.baseAddress, Int32(width))
          }
        }
      }
    }
  }
}
