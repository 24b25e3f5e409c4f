internal import BlockScheduling
internal import LinearAlgebra

/// The largest weights of rows as bytes: what proposes candidates.
///
/// Weights are scaled so that the whole row has length 248 and rounded to whole numbers; those that
/// round to 0 are left out. A pruned row of at most 255 weights is then no longer than
/// 248 + sqrt(255) / 2 < 256, so by Cauchy-Schwarz the product of two of them fits 16 bits, and
/// sums of whole numbers have one value in whichever order they are added.
struct PrunedRows: Sendable {
  /// Where each row begins; one more than there are rows.
  private(set) var offsets: [Int32] = [0]
  /// The columns that are kept, ascending in a row.
  private(set) var columns: [Int32] = []
  /// Their weights, from 1 to 248.
  private(set) var weights: [UInt8] = []

  /// The length that a row is scaled to.
  static let length: Float = 248
  /// The most weights that a pruned row has.
  static let limit = 255

  /// Prunes rows of a matrix to their `count` largest weights, ties to the smaller column.
  ///
  /// - Complexity: O(entries of the rows).
  init(_ rows: Range<Int>, of matrix: CSRMatrix, keeping count: Int) {
    offsets.reserveCapacity(rows.count + 1)
    columns.reserveCapacity(rows.count * count)
    weights.reserveCapacity(rows.count * count)
    for row in rows {
      matrix.withRow(row) { append($0, $1, keeping: min(count, Self.limit)) }
      offsets.append(Int32(columns.count))
    }
  }

  /// Joins the rows of several parts.
  init(joining parts: [PrunedRows]) {
    let count = parts.reduce(0) { $0 + $1.columns.count }
    columns.reserveCapacity(count)
    weights.reserveCapacity(count)
    for part in parts {
      let start = Int32(columns.count)
      offsets.append(contentsOf: part.offsets.dropFirst().lazy.map { start + $0 })
      columns.append(contentsOf: part.columns)
      weights.append(contentsOf: part.weights)
    }
  }

  /// The same rows with no column in more than `limit` of them: a column keeps its largest weights,
  /// ties of the smallest rows.
  ///
  /// - Complexity: O(entries + columns).
  func limitingColumns(to limit: Int, columnCount: Int) -> PrunedRows {
    var counts = [Int](repeating: 0, count: columnCount)
    for column in columns { counts[Int(column)] += 1 }
    guard counts.contains(where: { $0 > limit }) else { return self }
    // For each column that is too long how many rows have each weight.
    let long = counts.indices.filter { counts[$0] > limit }
    var slots = [Int](repeating: -1, count: columnCount)
    for (slot, column) in long.enumerated() { slots[column] = slot }
    let weightCount = Int(UInt8.max) + 1
    var histogram = [Int](repeating: 0, count: long.count * weightCount)
    for (column, weight) in zip(columns, weights) where slots[Int(column)] >= 0 {
      histogram[slots[Int(column)] * weightCount + Int(weight)] += 1
    }
    var least: [UInt8] = []
    var ties: [Int] = []
    for slot in long.indices {
      var weight = weightCount - 1
      var room = limit
      while histogram[slot * weightCount + weight] < room {
        room -= histogram[slot * weightCount + weight]
        weight -= 1
      }
      least.append(UInt8(weight))
      ties.append(room)
    }
    var limited = PrunedRows()
    for row in 0..<rowCount {
      for entry in entries(ofRow: row) {
        let slot = slots[Int(columns[entry])]
        if slot >= 0 {
          guard weights[entry] >= least[slot] else { continue }
          if weights[entry] == least[slot] {
            guard ties[slot] > 0 else { continue }
            ties[slot] -= 1
          }
        }
        limited.columns.append(columns[entry])
        limited.weights.append(weights[entry])
      }
      limited.offsets.append(Int32(limited.columns.count))
    }
    return limited
  }

  private init() {}

  /// The number of rows.
  var rowCount: Int { offsets.count - 1 }

  /// Where the entries of a row lie.
  func entries(ofRow row: Int) -> Range<Int> { Int(offsets[row])..<Int(offsets[row + 1]) }

  private mutating func append(_ columns: Span<Int32>, _ values: Span<Float>, keeping count: Int) {
    let norm = DenseKernels.squaredNorm(values).squareRoot()
    guard norm > 0 else { return }
    let scale = Self.length / Float(norm)
    var least: Float = 0
    var ties = 0
    if values.count > count {
      least = Float(bitPattern: NeighborKernels.bits(ofLargest: count, of: values))
      ties = count
      for entry in values.indices where values[entry] > least { ties -= 1 }
    }
    for entry in values.indices where values[entry] >= least {
      if values[entry] == least, least > 0 {
        guard ties > 0 else { continue }
        ties -= 1
      }
      let weight = (values[entry] * scale).rounded()
      guard weight >= 1 else { continue }
      self.columns.append(columns[entry])
      weights.append(UInt8(min(weight, Self.length)))
    }
  }
}
