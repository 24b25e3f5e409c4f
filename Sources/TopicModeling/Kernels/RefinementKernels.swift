import LinearAlgebra

/// The loops of the refinement over papers and topics.
enum RefinementKernels {
  /// Papers x k, padded: 1 in each paper's topic.
  static func hardMemberships(_ labels: [Int32], topicCount: Int) -> DenseMatrix {
    let width = TermScores.paddedCount(topicCount)
    var elements = [Float](repeating: 0, count: labels.count * width)
    for row in labels.indices where labels[row] >= 0 {
      elements[row * width + Int(labels[row])] = 1
    }
    return DenseMatrix(rowCount: labels.count, columnCount: width, elements: elements)
  }

  /// The position of the largest of the first `count` values, the first of equals.
  static func indexOfLargest(_ values: Span<Float>, count: Int) -> Int {
    var best = 0
    for index in 0..<count where values[index] > values[best] { best = index }
    return best
  }

  /// The topic of the largest product of each row; -1 for rows without a term.
  static func largest(
    _ rows: Range<Int>, tfidf: CSRMatrix, products: Span<Float>, topicCount: Int
  ) -> [Int32] {
    let width = products.count / max(rows.count, 1)
    return rows.map { row in
      guard !tfidf.entries(ofRow: row).isEmpty else { return -1 }
      let start = (row - rows.lowerBound) * width
      return Int32(
        truncatingIfNeeded: indexOfLargest(
          products.extracting(start..<start + width), count: topicCount))
    }
  }

  /// Half of the paper's topic by words and half of its neighbours', into rows of `width` zeros;
  /// returns the topic of the largest sum, ties to the smaller topic.
  static func vote(
    _ rows: Range<Int>, byWords: Span<Int32>, graph: CSRMatrix, width: Int,
    into memberships: inout MutableSpan<Float>
  ) -> [Int32] {
    var labels: [Int32] = []
    labels.reserveCapacity(rows.count)
    let columns = graph.columnIndices.span
    let values = graph.values.span
    for row in rows {
      let start = (row - rows.lowerBound) * width
      for place in start..<start + width { memberships[place] = 0 }
      guard byWords[row] >= 0 else {
        labels.append(-1)
        continue
      }
      memberships[start + Int(byWords[row])] += 0.5
      for entry in graph.entries(ofRow: row) {
        memberships[start + Int(byWords[Int(columns[entry])])] += 0.5 * values[entry]
      }
      let own = memberships.span.extracting(start..<start + width)
      labels.append(Int32(truncatingIfNeeded: indexOfLargest(own, count: width)))
    }
    return labels
  }
}
