/// The largest weights of a row as bytes: what proposes candidates.
///
/// Weights are scaled so that the row has length 248 and rounded to whole numbers; those that
/// round to 0 are left out. A pruned row of at most 255 weights is then no longer than
/// 248 + sqrt(255) / 2 < 256, so by Cauchy-Schwarz the product of two of them fits 16 bits, and
/// sums of whole numbers have one value in whichever order they are added.
struct PrunedRow {
  /// The columns that are kept, ascending.
  private(set) var columns: [Int32] = []
  /// Their weights, from 1 to 248.
  private(set) var weights: [UInt8] = []

  /// The length that a row is scaled to.
  static let length: Float = 248
  /// The most weights that a pruned row has.
  static let limit = 255

  /// The `count` largest weights of a row, ties to the smaller column.
  ///
  /// - Complexity: O(entries log entries).
  init(_ columns: Span<Int32>, _ values: Span<Float>, keeping count: Int) {
    let count = min(count, Self.limit)
    var norm = 0.0
    for entry in values.indices { norm += Double(values[entry]) * Double(values[entry]) }
    guard norm > 0 else { return }
    let scale = Self.length / Float(norm.squareRoot())
    // A weight and its place in one number that orders them: floats above 0 sort as their bits.
    var keys: [UInt64] = []
    keys.reserveCapacity(values.count)
    for entry in values.indices where values[entry] > 0 {
      keys.append(UInt64(values[entry].bitPattern) << 32 | UInt64(UInt32.max - UInt32(entry)))
    }
    if keys.count > count {
      keys.sort(by: >)
      keys.removeSubrange(count...)
    }
    for entry in keys.map({ Int(UInt32.max - UInt32(truncatingIfNeeded: $0)) }).sorted() {
      let weight = UInt8((values[entry] * scale).rounded())
      guard weight > 0 else { continue }
      self.columns.append(columns[entry])
      weights.append(weight)
    }
  }
}
