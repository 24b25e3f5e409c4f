/// The loops that find the denser neighbour of each point.
enum ModeKernels {
  /// The nearest denser neighbour of each point among its `nearest` first, or itself.
  ///
  /// Of two points of equal density the one of the smaller row is denser.
  static func parents(
    indices: Span<Int32>, weights: Span<Float>, listLength: Int, nearest: Int
  ) -> [Int32] {
    let count = listLength > 0 ? indices.count / listLength : 0
    var densities = [Double](repeating: 0, count: count)
    var density = densities.mutableSpan
    for point in 0..<count {
      for entry in point * listLength..<point * listLength + nearest where indices[entry] >= 0 {
        density[point] += Double(weights[entry])
        density[Int(indices[entry])] += Double(weights[entry])
      }
    }
    return (0..<count).map { point in
      for entry in point * listLength..<point * listLength + nearest where indices[entry] >= 0 {
        let neighbor = Int(indices[entry])
        if (densities[neighbor], point) > (densities[point], neighbor) { return indices[entry] }
      }
      return Int32(point)
    }
  }
}
