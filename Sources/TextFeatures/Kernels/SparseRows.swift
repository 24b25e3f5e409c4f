internal import BlockScheduling
internal import LinearAlgebra

/// The rows of a block of texts as sparse arrays.
struct SparseRows: Sendable {
  var lengths: [Int32] = []
  var columns: [Int32] = []
  var counts: [Float] = []
}

extension SparseRows {
  /// Blocks of rows, in order, as two matrices with one pattern: the counts and their weights.
  ///
  /// Each block writes its own part of the arrays and is freed.
  ///
  /// - Throws: ``TextFeatureError/tooManyEntries(_:)``.
  static func matrices(
    _ blocks: consuming [SparseRows], weights: TermWeights, scheduler: BlockScheduler
  ) throws(TextFeatureError) -> (counts: CSRMatrix, tfidf: CSRMatrix) {
    var parts = blocks
    let entryCount = parts.reduce(0) { $0 + $1.columns.count }
    guard entryCount <= Int(Int32.max) else { throw .tooManyEntries(entryCount) }
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(1 + parts.reduce(0) { $0 + $1.lengths.count })
    var end: Int32 = 0
    for part in parts {
      for length in part.lengths {
        end += length
        offsets.append(end)
      }
    }
    let starts = parts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.columns.count) }

    var (columns, counts): ([Int32], [Float]) = ([], [])
    let tfidf = unsafe [Float](unsafeUninitializedCapacity: entryCount) { tfidf, tfidfCount in
      nonisolated(unsafe) let tfidf = unsafe tfidf
      counts = unsafe [Float](unsafeUninitializedCapacity: entryCount) { counts, countCount in
        nonisolated(unsafe) let counts = unsafe counts
        columns = unsafe [Int32](unsafeUninitializedCapacity: entryCount) { columns, columnCount in
          nonisolated(unsafe) let columns = unsafe columns
          _ = scheduler.updateRows(&parts, width: 1, blockSize: 1) { range, part in
            let start = starts[range.lowerBound]
            let size = part[0].columns.count
            unsafe part[0].write(
              weights,
              UnsafeMutableBufferPointer(rebasing: columns[start..<start + size]),
              UnsafeMutableBufferPointer(rebasing: counts[start..<start + size]),
              UnsafeMutableBufferPointer(rebasing: tfidf[start..<start + size]))
            part[0] = SparseRows()
          }
          columnCount = entryCount
        }
        countCount = entryCount
      }
      tfidfCount = entryCount
    }
    let matrix = CSRMatrix(
      uncheckedRowCount: offsets.count - 1, columnCount: weights.termCount, rowOffsets: offsets,
      columnIndices: columns, values: counts)
    return (matrix, matrix.withValues(tfidf))
  }

  private func write(
    _ termWeights: TermWeights, _ columns: UnsafeMutableBufferPointer<Int32>,
    _ counts: UnsafeMutableBufferPointer<Float>, _ tfidf: UnsafeMutableBufferPointer<Float>
  ) {
    _ = unsafe columns.initialize(from: self.columns)
    _ = unsafe counts.initialize(from: self.counts)
    unsafe tfidf.initialize(repeating: 0)
    var weights = unsafe MutableSpan(_unsafeElements: tfidf)
    var start = 0
    for length in lengths {
      let row = start..<start + Int(length)
      var slice = weights._mutatingExtracting(row)
      termWeights.fill(
        &slice, columns: self.columns.span.extracting(row),
        counts: self.counts.span.extracting(row))
      start = row.upperBound
    }
  }
}
