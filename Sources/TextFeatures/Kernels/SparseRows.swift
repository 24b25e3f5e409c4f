internal import BlockScheduling
internal import LinearAlgebra

/// The rows of a block of texts as sparse arrays; the columns of a row are distinct, in any order.
struct SparseRows: Sendable {
  /// A column of a row and how often its term occurs.
  struct Entry: Sendable {
    var column: Int32
    var count: Int32
  }

  private(set) var lengths: [Int32] = []
  private(set) var entries: [Entry] = []

  /// Makes room for a number of entries.
  mutating func reserve(_ entryCount: Int) { entries.reserveCapacity(entryCount) }

  /// Appends a row without the columns below `minimum`.
  mutating func append(_ row: borrowing RowCounter, from minimum: Int32 = 0) {
    let start = entries.count
    row.withRow { row in
      var end = start
      entries.append(contentsOf: repeatElement(Entry(column: 0, count: 0), count: row.count))
      var target = entries.mutableSpan
      for index in row.indices {
        target[end] = row[index]
        end &+= row[index].column >= minimum ? 1 : 0
      }
      entries.removeLast(entries.count - end)
    }
    lengths.append(Int32(entries.count - start))
  }

  /// Gives the columns other numbers, as `numbers` has them, and leaves out those below zero.
  mutating func renumber(_ numbers: Span<Int32>) {
    let end = Self.renumber(&entries, &lengths, numbers)
    entries.removeLast(entries.count - end)
  }

  private static func renumber(
    _ entries: inout [Entry], _ lengths: inout [Int32], _ numbers: Span<Int32>
  ) -> Int {
    var entries = entries.mutableSpan
    var lengths = lengths.mutableSpan
    var (end, next) = (0, 0)
    for row in lengths.indices {
      let start = end
      let last = next &+ Int(lengths[row])
      while next < last {
        let number = numbers[Int(entries[next].column)]
        entries[end] = Entry(column: number, count: entries[next].count)
        end &+= number >= 0 ? 1 : 0
        next &+= 1
      }
      lengths[row] = Int32(truncatingIfNeeded: end &- start)
    }
    return end
  }
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
    let entryCount = parts.reduce(0) { $0 + $1.entries.count }
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
    let starts = parts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.entries.count) }

    var (columns, counts): ([Int32], [Float]) = ([], [])
    let tfidf = unsafe [Float](unsafeUninitializedCapacity: entryCount) { tfidf, tfidfCount in
      nonisolated(unsafe) let tfidf = unsafe tfidf
      counts = unsafe [Float](unsafeUninitializedCapacity: entryCount) { counts, countCount in
        nonisolated(unsafe) let counts = unsafe counts
        columns = unsafe [Int32](unsafeUninitializedCapacity: entryCount) { columns, columnCount in
          nonisolated(unsafe) let columns = unsafe columns
          _ = scheduler.updateRows(&parts, width: 1, blockSize: 1) { range, part in
            let start = starts[range.lowerBound]
            let size = part[0].entries.count
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

  /// Writes the rows with ascending columns, their counts and their weights.
  private func write(
    _ termWeights: TermWeights, _ columns: UnsafeMutableBufferPointer<Int32>,
    _ counts: UnsafeMutableBufferPointer<Float>, _ tfidf: UnsafeMutableBufferPointer<Float>
  ) {
    var sorter = RowSorter(columnCount: termWeights.termCount)
    let longest = Int(lengths.max() ?? 0)
    unsafe withUnsafeTemporaryAllocation(of: Double.self, capacity: longest) { unscaled in
      var start = 0
      for length in lengths {
        var squares = 0.0
        var end = start
        sorter.sort(entries.span.extracting(start..<start + Int(length))) { column, count in
          let weight = termWeights.weight(column, count: Int(count))
          unsafe columns[end] = Int32(truncatingIfNeeded: column)
          unsafe counts[end] = Float(count)
          unsafe unscaled[end &- start] = weight
          squares += weight * weight
          end &+= 1
        }
        let scale = 1 / squares.squareRoot()
        for entry in start..<end { unsafe tfidf[entry] = Float(unscaled[entry &- start] * scale) }
        start = end
      }
    }
  }
}
