internal import LinearAlgebra

/// The loops that turn lists of neighbours into a graph.
enum GraphKernels {
  /// Edges by the row that they lead to, ascending by the row that they come from.
  struct Incoming: Sendable {
    var offsets: [Int32]
    var sources: [Int32]
    var weights: [Float]
  }

  /// The rows of a block of the graph, one after the other.
  struct Rows: Sendable {
    /// Where each row ends.
    var ends: [Int32] = []
    var columns: [Int32] = []
    var values: [Float] = []
  }

  /// The lists' entries of positive weight, by their ends.
  static func transposed(
    indices: Span<Int32>, weights: Span<Float>, listLength: Int
  ) -> Incoming {
    let rowCount = indices.count / listLength
    var offsets = [Int32](repeating: 0, count: rowCount + 1)
    for entry in indices.indices where indices[entry] >= 0 && weights[entry] > 0 {
      offsets[Int(indices[entry]) + 1] += 1
    }
    for row in 0..<rowCount { offsets[row + 1] += offsets[row] }
    var next = offsets
    let total = Int(offsets[rowCount])
    var sources = [Int32](repeating: 0, count: total)
    var values = [Float](repeating: 0, count: total)
    for row in 0..<rowCount {
      for entry in row * listLength..<(row + 1) * listLength
      where indices[entry] >= 0 && weights[entry] > 0 {
        let end = Int(indices[entry])
        let place = Int(next[end])
        sources[place] = Int32(truncatingIfNeeded: row)
        values[place] = weights[entry]
        next[end] += 1
      }
    }
    return Incoming(offsets: offsets, sources: sources, weights: values)
  }

  /// For each row its own list and the edges that lead to it, ascending, scaled to the sum 1.
  static func union(
    of rows: Range<Int>, indices: Span<Int32>, weights: Span<Float>, listLength: Int,
    incoming: Incoming
  ) -> Rows {
    var result = Rows()
    result.ends.reserveCapacity(rows.count)
    var own: [(column: Int32, weight: Float)] = []
    let sources = incoming.sources.span
    let sourceWeights = incoming.weights.span
    for row in rows {
      own.removeAll(keepingCapacity: true)
      for entry in row * listLength..<(row + 1) * listLength
      where indices[entry] >= 0 && weights[entry] > 0 {
        own.append((indices[entry], weights[entry]))
      }
      own.sort { $0.column < $1.column }
      let start = result.columns.count
      var position = 0
      var sum = 0.0
      func append(_ column: Int32, _ weight: Float) {
        result.columns.append(column)
        result.values.append(weight)
        sum += Double(weight)
      }
      for edge in Int(incoming.offsets[row])..<Int(incoming.offsets[row + 1]) {
        let source = sources[edge]
        while position < own.count, own[position].column < source {
          append(own[position].column, own[position].weight)
          position += 1
        }
        if position < own.count, own[position].column == source {
          append(source, own[position].weight + sourceWeights[edge])
          position += 1
        } else {
          append(source, sourceWeights[edge])
        }
      }
      while position < own.count {
        append(own[position].column, own[position].weight)
        position += 1
      }
      for entry in start..<result.values.count {
        result.values[entry] = Float(Double(result.values[entry]) / sum)
      }
      result.ends.append(Int32(truncatingIfNeeded: result.columns.count))
    }
    return result
  }
}
