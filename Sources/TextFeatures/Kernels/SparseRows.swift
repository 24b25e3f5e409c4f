internal import BlockScheduling
internal import LinearAlgebra

/// The rows of a block of texts before they are counted: the terms of each text, each as often as
/// it occurs, in any order.
struct SparseRows: Sendable {
  /// The terms; those below zero are none.
  var terms = TokenStream()
  /// The number of different terms of a text, added up over all texts.
  var entryCount = 0
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
    let starts = parts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.entryCount) }
    let firstRows = parts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.terms.textCount) }
    let (entryCount, rowCount) = (starts.last ?? 0, firstRows.last ?? 0)
    guard entryCount <= Int(Int32.max) else { throw .tooManyEntries(entryCount) }

    var (offsets, columns, counts): ([Int32], [Int32], [Float]) = ([], [], [])
    let tfidf = unsafe [Float](filling: entryCount) { tfidf in
      nonisolated(unsafe) let tfidf = unsafe tfidf
      counts = unsafe [Float](filling: entryCount) { counts in
        nonisolated(unsafe) let counts = unsafe counts
        columns = unsafe [Int32](filling: entryCount) { columns in
          nonisolated(unsafe) let columns = unsafe columns
          offsets = unsafe [Int32](filling: rowCount + 1) { offsets in
            nonisolated(unsafe) let offsets = unsafe offsets
            unsafe offsets[0] = 0
            _ = scheduler.updateRows(&parts, width: 1, blockSize: 1) { range, part in
              let entries = starts[range.lowerBound]..<starts[range.upperBound]
              let rows = firstRows[range.lowerBound] + 1..<firstRows[range.upperBound] + 1
              unsafe part[0].write(
                weights, from: entries.lowerBound,
                UnsafeMutableBufferPointer(rebasing: offsets[rows]),
                UnsafeMutableBufferPointer(rebasing: columns[entries]),
                UnsafeMutableBufferPointer(rebasing: counts[entries]),
                UnsafeMutableBufferPointer(rebasing: tfidf[entries]))
              part[0] = SparseRows()
            }
          }
        }
      }
    }
    let matrix = CSRMatrix(
      uncheckedRowCount: rowCount, columnCount: weights.termCount, rowOffsets: offsets,
      columnIndices: columns, values: counts)
    return (matrix, matrix.withValues(tfidf))
  }

  /// Writes the rows with ascending columns, their counts and their weights, and where each ends,
  /// counted from `first` on.
  private func write(
    _ termWeights: TermWeights, from first: Int, _ ends: UnsafeMutableBufferPointer<Int32>,
    _ columns: UnsafeMutableBufferPointer<Int32>, _ counts: UnsafeMutableBufferPointer<Float>,
    _ tfidf: UnsafeMutableBufferPointer<Float>
  ) {
    var sorter = RowSorter(columnCount: termWeights.termCount)
    let ids = terms.ids.span
    var end = 0
    unsafe withUnsafeTemporaryAllocation(of: Double.self, capacity: terms.longestText) { unscaled in
      for text in 0..<terms.textCount {
        let start = end
        sorter.sort(ids.extracting(terms.range(of: text))) { rowColumns, rowCounts in
          var squares = 0.0
          for index in rowColumns.indices {
            let column = unsafe rowColumns[unchecked: index]
            let count = unsafe rowCounts[unchecked: index]
            let weight = termWeights.weight(Int(column), count: Int(count))
            unsafe columns[start &+ index] = Int32(truncatingIfNeeded: column)
            unsafe counts[start &+ index] = Float(count)
            unsafe unscaled[index] = weight
            squares += weight * weight
          }
          let scale = 1 / squares.squareRoot()
          for index in rowColumns.indices {
            unsafe tfidf[start &+ index] = Float(unscaled[index] * scale)
          }
          end = start + rowColumns.count
        }
        unsafe ends[text] = Int32(truncatingIfNeeded: first &+ end)
      }
    }
    precondition(end == columns.count, "\(end) entries in the place of \(columns.count)")
  }
}
