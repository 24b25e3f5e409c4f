internal import LinearAlgebra

/// Finds the rows of a matrix that equal a given row, entry for entry and bit for bit.
///
/// Papers of equal texts have equal rows, so this tells them from the content alone: a paper is
/// not its own neighbour, whatever its id, and neither is a copy of it.
struct EqualRows: Sendable {
  private let matrix: CSRMatrix
  /// Digests of the rows with entries, ascending; equal digests by row.
  private let digests: [UInt64]
  /// The row of each digest.
  private let rows: [Int32]

  /// Takes the digest of every row of `matrix`.
  ///
  /// - Complexity: O(entries + rows log rows).
  init(_ matrix: CSRMatrix) {
    self.matrix = matrix
    let filled = (0..<matrix.rowCount).filter { !matrix.entries(ofRow: $0).isEmpty }
    let sorted = filled.map { (digest: matrix.withRow($0, Self.digest), row: Int32($0)) }
      .sorted { ($0.digest, $0.row) < ($1.digest, $1.row) }
    digests = sorted.map(\.digest)
    rows = sorted.map(\.row)
  }

  /// The rows that equal the row of these entries, ascending.
  ///
  /// - Complexity: O(log rows + entries of the equal rows).
  func rows(equalTo columns: Span<Int32>, _ values: Span<Float>) -> [Int32] {
    guard !columns.isEmpty else { return [] }
    let digest = Self.digest(columns, values)
    var low = 0
    var high = digests.count
    while low < high {
      let middle = (low + high) / 2
      if digests[middle] < digest { low = middle + 1 } else { high = middle }
    }
    var equal: [Int32] = []
    while low < digests.count, digests[low] == digest {
      let isEqual = matrix.withRow(Int(rows[low])) { otherColumns, otherValues in
        otherColumns.count == columns.count
          && columns.indices.allSatisfy {
            otherColumns[$0] == columns[$0]
              && otherValues[$0].bitPattern == values[$0].bitPattern
          }
      }
      if isEqual { equal.append(rows[low]) }
      low += 1
    }
    return equal
  }

  /// A multiplicative hash of columns and values; equal rows have equal digests.
  private static func digest(_ columns: Span<Int32>, _ values: Span<Float>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: columns.count)
    for entry in columns.indices {
      let word =
        UInt64(UInt32(bitPattern: columns[entry])) << 32 | UInt64(values[entry].bitPattern)
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }
}
