/// The one-to-one map of rows to columns of the largest total weight.
///
/// The Hungarian method in the form of successive shortest augmenting paths with potentials
/// (Kuhn, 1955; Jonker and Volgenant, 1987), on integers, so that the total is exact.
public struct MaximumMatching: Sendable, Hashable {
  /// The column of each row.
  public let columns: [Int]
  /// The sum of the weights of the pairs.
  public let total: Int

  /// Matches the rows and columns of a square matrix of `size` x `size` weights, row by row.
  ///
  /// - Complexity: O(size^3).
  public init(weights: [Int], size: Int) {
    precondition(weights.count == size * size, "\(weights.count) weights are not \(size) squared")
    let largest = weights.max() ?? 0
    // Costs to be made small; row and column 0 stand for "not matched".
    var rowPotential = [Int](repeating: 0, count: size + 1)
    var columnPotential = [Int](repeating: 0, count: size + 1)
    var rowOfColumn = [Int](repeating: 0, count: size + 1)
    var previousColumn = [Int](repeating: 0, count: size + 1)
    for row in stride(from: 1, through: size, by: 1) {
      rowOfColumn[0] = row
      var column = 0
      var shortest = [Int](repeating: .max, count: size + 1)
      var isVisited = [Bool](repeating: false, count: size + 1)
      while rowOfColumn[column] != 0 {
        isVisited[column] = true
        let current = rowOfColumn[column]
        var step = Int.max
        var next = 0
        for candidate in 1...size where !isVisited[candidate] {
          let cost = largest - weights[(current - 1) * size + candidate - 1]
          let reduced = cost - rowPotential[current] - columnPotential[candidate]
          if reduced < shortest[candidate] {
            shortest[candidate] = reduced
            previousColumn[candidate] = column
          }
          if shortest[candidate] < step {
            step = shortest[candidate]
            next = candidate
          }
        }
        for candidate in 0...size {
          if isVisited[candidate] {
            rowPotential[rowOfColumn[candidate]] += step
            columnPotential[candidate] -= step
          } else if shortest[candidate] < .max {
            shortest[candidate] -= step
          }
        }
        column = next
      }
      while column != 0 {
        let previous = previousColumn[column]
        rowOfColumn[column] = rowOfColumn[previous]
        column = previous
      }
    }
    var columns = [Int](repeating: 0, count: size)
    for column in stride(from: 1, through: size, by: 1) {
      columns[rowOfColumn[column] - 1] = column - 1
    }
    self.columns = columns
    total = columns.indices.reduce(0) { $0 + weights[$1 * size + columns[$1]] }
  }
}
