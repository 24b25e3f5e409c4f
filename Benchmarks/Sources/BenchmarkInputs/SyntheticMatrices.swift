import Foundation
import PaperTrends

/// Seeded inputs of the shapes that real corpora have.
package enum SyntheticMatrices {
  /// A matrix of unit rows whose columns are drawn from Zipf's law, as terms of abstracts are.
  ///
  /// The density of column c is proportional to 1 / (c + 3); a column drawn twice in a row counts
  /// once, so that rows have somewhat fewer than `draws` entries.
  package static func terms(
    rows: Int, columns: Int, draws: Int, seed: UInt64, scheduler: BlockScheduler
  ) throws -> CSRMatrix {
    let span = log(Double(columns + 3) / 3)
    let blocks = scheduler.map(rows, blockSize: 1_024) { range in
      range.map { row -> [Int32] in
        var generator = SplitMix64(seed: seed, purpose: "Zipf terms", index: row)
        var drawn = (0..<draws).map { _ in
          min(Int32(columns - 1), Int32(3 * exp(generator.nextUnit() * span) - 3))
        }
        drawn.sort()
        var distinct: [Int32] = []
        for column in drawn where column != distinct.last { distinct.append(column) }
        return distinct
      }
    }
    var offsets: [Int32] = [0]
    var indices: [Int32] = []
    var values: [Float] = []
    for row in blocks.joined() {
      indices += row
      values += row.map { Float(log(Double($0) + 10)) }
      offsets.append(Int32(indices.count))
    }
    return try CSRMatrix(
      rowCount: rows, columnCount: columns, rowOffsets: offsets, columnIndices: indices,
      values: values
    ).withUnitRows()
  }

  /// Unit rows about `clusters` directions; no function of the C library is called, so the bits
  /// are the same everywhere.
  package static func points(
    rows: Int, columns: Int, clusters: Int, noise: Double, seed: UInt64
  ) -> DenseMatrix {
    func uniform(_ generator: inout SplitMix64) -> Double { 2 * generator.nextUnit() - 1 }
    let directions = (0..<clusters).map { cluster -> [Double] in
      var generator = SplitMix64(seed: seed, purpose: "directions", index: cluster)
      return (0..<columns).map { _ in uniform(&generator) }
    }
    var elements: [Float] = []
    elements.reserveCapacity(rows * columns)
    for row in 0..<rows {
      var generator = SplitMix64(seed: seed, purpose: "points", index: row)
      let direction = directions[generator.nextIndex(below: clusters)]
      for column in 0..<columns {
        elements.append(Float(direction[column] + noise * uniform(&generator)))
      }
    }
    return DenseMatrix(rowCount: rows, columnCount: columns, elements: elements)
      .withUnitRows(scheduler: BlockScheduler(threads: 1))
  }

  /// A dense matrix of values in -1..<1, row-major.
  package static func dense(rows: Int, columns: Int, seed: UInt64) -> [Float] {
    var generator = SplitMix64(seed: seed, purpose: "dense")
    return (0..<rows * columns).map { _ in Float(2 * generator.nextUnit() - 1) }
  }
}
