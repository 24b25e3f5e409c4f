internal import BlockScheduling
internal import CLinearAlgebra

/// Equally wide blocks of columns of a tall matrix, each row-major.
///
/// The rows of a block are whole vectors of sixteen floats and begin with a cache line, which is
/// what the kernels are fastest with: a gathered row is then one line of the cache, not two. Where
/// fewer columns are wanted the others stay zero. Products take rows in tasks of a fixed size, and
/// sums over tasks are in Double and in order, so no thread count shows.
struct ColumnBlocks: Sendable {
  /// The floats of a vector register.
  static let lanes = Int(PT_PANEL_LANES)
  /// The rows of one task.
  static let rowsPerTask = 1_024
  /// The rows of one task that makes a wide matrix of all blocks.
  static let rowsPerCombination = 256

  /// The length of the columns.
  let rowCount: Int
  /// The columns of a block, a multiple of `lanes`.
  let width: Int
  /// The number of blocks.
  let blockCount: Int
  private var elements: [Float]
  /// Where the first block begins in `elements`.
  private let start: Int

  private var blockStride: Int { rowCount * width }

  /// Zeros, for at least `columns` columns a block.
  init(rowCount: Int, columns: Int, blockCount: Int = 1) {
    self.rowCount = rowCount
    self.blockCount = blockCount
    width = Self.paddedWidth(columns)
    elements = [Float](zeros: rowCount * width * blockCount + Self.lanes)
    let misalignment = unsafe elements.withUnsafeBufferPointer { buffer in
      UInt(bitPattern: buffer.baseAddress) / UInt(MemoryLayout<Float>.stride)
    }
    start = Int((UInt(Self.lanes) &- misalignment) % UInt(Self.lanes))
  }

  /// The multiple of `lanes` that holds `columns` columns.
  static func paddedWidth(_ columns: Int) -> Int { (columns + lanes - 1) / lanes * lanes }

  /// One block with the first columns of row-major `rows`.
  init(rows: [Float], columns: Int) {
    self.init(rowCount: columns > 0 ? rows.count / columns : 0, columns: columns)
    let (rowCount, width) = (rowCount, width)
    unsafe withMutableRows(ofBlock: 0) { target in
      unsafe rows.withUnsafeBufferPointer { source in
        guard let target = unsafe target, let source = source.baseAddress else { return }
        for row in 0..<rowCount {
          unsafe (target + row * width).update(from: source + row * columns, count: columns)
        }
      }
    }
  }

  /// One block of independent standard normal values.
  static func gaussian(
    rowCount: Int, columns: Int, seed: UInt64, purpose: String, scheduler: BlockScheduler
  ) -> ColumnBlocks {
    ColumnBlocks(
      rows: DenseMatrix.gaussian(
        rowCount: rowCount, columnCount: columns, seed: seed, purpose: purpose,
        scheduler: scheduler
      ).elements, columns: columns)
  }

  /// The first `columns` columns of one block, row-major.
  func rows(ofBlock block: Int, columns: Int) -> [Float] {
    var rows: [Float] = []
    rows.reserveCapacity(rowCount * columns)
    for row in 0..<rowCount {
      let place = place(block, row: row)
      rows.append(contentsOf: elements[place..<place + columns])
    }
    return rows
  }

  /// Makes all elements zero.
  mutating func clear() {
    unsafe elements.withUnsafeMutableBufferPointer { unsafe $0.update(repeating: 0) }
  }

  /// The place of a block's row in `elements`.
  private func place(_ block: Int, row: Int = 0) -> Int {
    start + block * blockStride + row * width
  }

  /// Lends the floats from one block's `row` on.
  func withRows<Result>(
    ofBlock block: Int, from row: Int = 0, _ body: (UnsafePointer<Float>?) -> Result
  ) -> Result {
    precondition(block < blockCount && row <= rowCount, "there are \(blockCount) blocks")
    return unsafe elements.withUnsafeBufferPointer { buffer in
      unsafe body(buffer.baseAddress.map { unsafe $0 + place(block, row: row) })
    }
  }

  /// Lends the floats of one block for writing.
  mutating func withMutableRows<Result>(
    ofBlock block: Int, _ body: (UnsafeMutablePointer<Float>?) -> Result
  ) -> Result {
    precondition(block < blockCount, "there are \(blockCount) blocks")
    let place = place(block)
    return unsafe elements.withUnsafeMutableBufferPointer { buffer in
      unsafe body(buffer.baseAddress.map { unsafe $0 + place })
    }
  }

  /// Q^T Z in Double for some blocks Q, row-major, with Z of one block.
  func coefficients(
    _ blocks: Range<Int>, of z: ColumnBlocks, scheduler: BlockScheduler
  ) -> [Double] {
    precondition(blocks.upperBound <= blockCount && z.rowCount == rowCount)
    let count = blocks.count * width * z.width
    guard count > 0 else { return [] }
    let partials = scheduler.map(rowCount, blockSize: Self.rowsPerTask) { rows in
      var sums = [Float](repeating: 0, count: count)
      unsafe withRows(ofBlock: blocks.lowerBound, from: rows.lowerBound) { q in
        unsafe z.withRows(ofBlock: 0, from: rows.lowerBound) { values in
          unsafe pt_block_coefficients(
            KernelVariant.selected.rawValue, rows.count, width, blocks.count, q, blockStride,
            z.width, values, &sums)
        }
      }
      return sums
    }
    return Self.sum(partials, count: count)
  }

  /// Replaces one block by Q C + [its former value if `accumulating`], with some blocks Q of
  /// another matrix and C row-major.
  mutating func update(
    block: Int = 0, accumulating: Bool, adding source: ColumnBlocks, _ blocks: Range<Int>,
    times coefficients: [Double], scheduler: BlockScheduler
  ) {
    _ = unsafe update(
      block: block, accumulating: accumulating, adding: source, blocks, times: coefficients,
      scheduler: scheduler
    ) { _, _, _ in 0 }
  }

  /// Z - Q C in place of Z, which is this block, and the Gram matrix of that in Double, upper
  /// triangle.
  mutating func subtract(
    _ source: ColumnBlocks, _ blocks: Range<Int>, times coefficients: [Double],
    scheduler: BlockScheduler
  ) -> [Double] {
    let partials = unsafe update(
      block: 0, accumulating: true, adding: source, blocks, times: coefficients.map { -$0 },
      scheduler: scheduler
    ) { rowCount, width, rows in
      unsafe Self.gram(rowCount: rowCount, width: width, rows)
    }
    return Self.sum(partials, count: width * width)
  }

  /// Z^T Z in Double of the first block Z, upper triangle.
  func gram(scheduler: BlockScheduler) -> [Double] {
    let partials = scheduler.map(rowCount, blockSize: Self.rowsPerTask) { rows in
      unsafe withRows(ofBlock: 0, from: rows.lowerBound) { first in
        unsafe Self.gram(rowCount: rows.count, width: width, first)
      }
    }
    return Self.sum(partials, count: width * width)
  }

  private static func gram(
    rowCount: Int, width: Int, _ rows: UnsafePointer<Float>?
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: width * width)
    unsafe pt_block_gram(KernelVariant.selected.rawValue, rowCount, width, rows, &sums)
    return sums
  }

  private mutating func update<Partial: Sendable>(
    block: Int, accumulating: Bool, adding source: ColumnBlocks, _ blocks: Range<Int>,
    times coefficients: [Double], scheduler: BlockScheduler,
    _ look: @Sendable (_ rowCount: Int, _ width: Int, UnsafePointer<Float>?) -> Partial
  ) -> [Partial] {
    precondition(
      (accumulating || !blocks.isEmpty) && blocks.upperBound <= source.blockCount
        && source.rowCount == rowCount && coefficients.count == blocks.count * source.width * width,
      "the shapes do not fit")
    let rounded = coefficients.map(Float.init)
    let (rowCount, width) = (rowCount, width)
    return unsafe withMutableRows(ofBlock: block) { target in
      nonisolated(unsafe) let target = unsafe target
      return scheduler.map(rowCount, blockSize: Self.rowsPerTask) { rows in
        let out = unsafe target.map { unsafe $0 + rows.lowerBound * width }
        unsafe source.withRows(ofBlock: blocks.lowerBound, from: rows.lowerBound) { q in
          unsafe pt_block_add(
            KernelVariant.selected.rawValue, rows.count, source.width, blocks.count, q,
            source.blockStride, rounded, accumulating ? 1 : 0, width, out)
        }
        return unsafe look(rows.count, width, UnsafePointer(out))
      }
    }
  }

  /// The matrix Q C of `columns` columns for all blocks Q, with C in Double and its rows padded to
  /// whole vectors.
  func combination(
    times coefficients: [Double], columns: Int, scheduler: BlockScheduler
  ) -> DenseMatrix {
    let padded = Self.paddedWidth(columns)
    precondition(coefficients.count == blockCount * width * padded, "the shapes do not fit")
    let rounded = coefficients.map(Float.init)
    let elements: [Float] = scheduler.makeRows(
      rowCount, width: columns, blockSize: Self.rowsPerCombination
    ) { rows, target in
      var product = [Float](repeating: 0, count: rows.count * padded)
      unsafe withRows(ofBlock: 0, from: rows.lowerBound) { q in
        unsafe pt_block_add(
          KernelVariant.selected.rawValue, rows.count, width, blockCount, q, blockStride,
          rounded, 0, padded, &product)
      }
      let source = product.span
      for row in 0..<rows.count {
        for column in 0..<columns {
          target[row &* columns &+ column] = source[row &* padded &+ column]
        }
      }
    }
    return DenseMatrix(rowCount: rowCount, columnCount: columns, elements: elements)
  }

  private static func sum<Value: BinaryFloatingPoint>(
    _ partials: [[Value]], count: Int
  ) -> [Double] {
    var total = [Double](repeating: 0, count: count)
    for partial in partials {
      for index in total.indices { total[index] += Double(partial[index]) }
    }
    return total
  }
}
