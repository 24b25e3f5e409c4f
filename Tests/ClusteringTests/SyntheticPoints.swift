import LinearAlgebra

/// Points around a few directions, with overlap, so that Lloyd needs many iterations.
func overlappingPoints(
  count: Int, columns: Int, centers: Int, spread: Double, seed: UInt64, unit: Bool = true
) -> DenseMatrix {
  var generator = SplitMix64(seed: seed, purpose: "overlapping points")
  func normal() -> Double {
    // The sum of twelve uniform values has variance 1 and needs no library function.
    (0..<12).reduce(-6.0) { sum, _ in sum + generator.nextUnit() }
  }
  let means = (0..<centers).map { _ in (0..<columns).map { _ in normal() } }
  var elements: [Float] = []
  for _ in 0..<count {
    let mean = means[generator.nextIndex(below: centers)]
    var row = mean.map { Float($0 + spread * normal()) }
    if unit {
      var span = row.mutableSpan
      DenseKernels.normalize(&span)
    }
    elements += row
  }
  return DenseMatrix(rowCount: count, columnCount: columns, elements: elements)
}

/// The squared distance by the plainest loop, for references.
func plainSquaredDistance(_ a: [Float], _ b: [Float]) -> Double {
  zip(a, b).reduce(0) { sum, pair in
    let difference = Double(pair.0) - Double(pair.1)
    return sum + difference * difference
  }
}
