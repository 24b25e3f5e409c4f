import CBenchmarkLoops
import PaperTrends

/// The rows and the columns of a sparse matrix in blocks, for products that only gather, from rows
/// that begin with a cache line.
final class GatherLoops {
  /// The columns of the dense matrices.
  static let width = Int(BM_GATHER_WIDTH)
  let rowsPerBlock: Int

  private struct Block {
    var rows: CSRMatrix
    var columns: CSRMatrix
    /// Ranges of columns with about as many entries each.
    var tasks: [Range<Int>]
  }
  private let blocks: [Block]
  private let columnCount: Int
  private let q: UnsafeMutableBufferPointer<Float>
  private let y: UnsafeMutableBufferPointer<Float>
  private let z: UnsafeMutableBufferPointer<Float>

  init(_ matrix: CSRMatrix, rowsPerBlock: Int) {
    self.rowsPerBlock = rowsPerBlock
    columnCount = matrix.columnCount
    blocks = stride(from: 0, to: matrix.rowCount, by: rowsPerBlock).map { start in
      let rows = matrix.selectingRows(
        Array(start..<min(matrix.rowCount, start + rowsPerBlock)))
      let columns = rows.transposed()
      return Block(rows: rows, columns: columns, tasks: Self.tasks(columns))
    }
    q = Self.alignedRows(columnCount)
    y = Self.alignedRows(rowsPerBlock)
    z = Self.alignedRows(columnCount)
  }

  deinit { for rows in [q, y, z] { rows.deallocate() } }

  private static func alignedRows(_ count: Int) -> UnsafeMutableBufferPointer<Float> {
    let rows = UnsafeMutableRawBufferPointer.allocate(
      byteCount: count * width * MemoryLayout<Float>.stride, alignment: 64
    ).bindMemory(to: Float.self)
    rows.initialize(repeating: 0)
    return rows
  }

  /// Z = A^T (A Q).
  func apply(to source: [Float], ahead: Int, scheduler: BlockScheduler) -> [Float] {
    _ = q.update(fromContentsOf: source)
    z.update(repeating: 0)
    for block in blocks {
      let rows = stride(from: 0, to: block.rows.rowCount, by: 512).map {
        $0..<min(block.rows.rowCount, $0 + 512)
      }
      Self.gather(
        block.rows, tasks: rows, from: q, ahead: ahead, accumulate: false, into: y, scheduler)
      Self.gather(
        block.columns, tasks: block.tasks, from: y, ahead: ahead, accumulate: true, into: z,
        scheduler)
    }
    return Array(z)
  }

  private static func gather(
    _ matrix: CSRMatrix, tasks: [Range<Int>], from source: UnsafeMutableBufferPointer<Float>,
    ahead: Int, accumulate: Bool, into target: UnsafeMutableBufferPointer<Float>,
    _ scheduler: BlockScheduler
  ) {
    nonisolated(unsafe) let (source, target) = (source.baseAddress, target.baseAddress)
    _ = scheduler.map(tasks.count, blockSize: 1) { index in
      let task = tasks[index.lowerBound]
      matrix.rowOffsets.withUnsafeBufferPointer { offsets in
        matrix.columnIndices.withUnsafeBufferPointer { indices in
          matrix.values.withUnsafeBufferPointer { values in
            bm_gather(
              task.count, offsets.baseAddress.map { $0 + task.lowerBound }, indices.baseAddress,
              values.baseAddress, source, ahead, accumulate ? 1 : 0,
              target.map { $0 + task.lowerBound * width })
          }
        }
      }
    }
  }

  private static func tasks(_ matrix: CSRMatrix) -> [Range<Int>] {
    var tasks: [Range<Int>] = []
    var start = 0
    for end in 1..<max(matrix.rowCount, 1) + 1
    where matrix.rowOffsets[end] - matrix.rowOffsets[start] >= 32_768 || end == matrix.rowCount {
      tasks.append(start..<end)
      start = end
    }
    return tasks
  }
}
