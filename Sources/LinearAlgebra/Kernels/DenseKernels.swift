/// Loops over dense rows whose order of additions is fixed, so that their bits are ours alone.
public enum DenseKernels {
  /// The dot product of two equally long rows in Double, summed in four fixed lanes.
  ///
  /// This is the product that decides labels and neighbours where a BLAS cannot.
  @inlinable
  public static func dot(_ a: Span<Float>, _ b: Span<Float>) -> Double {
    precondition(a.count == b.count, "rows of different length have no product")
    var lane0 = 0.0
    var lane1 = 0.0
    var lane2 = 0.0
    var lane3 = 0.0
    var index = 0
    let end = a.count & ~3
    while index < end {
      lane0 += Double(a[index]) * Double(b[index])
      lane1 += Double(a[index &+ 1]) * Double(b[index &+ 1])
      lane2 += Double(a[index &+ 2]) * Double(b[index &+ 2])
      lane3 += Double(a[index &+ 3]) * Double(b[index &+ 3])
      index &+= 4
    }
    while index < a.count {
      lane0 += Double(a[index]) * Double(b[index])
      index &+= 1
    }
    return (lane0 + lane1) + (lane2 + lane3)
  }

  /// The squared Euclidean norm of a row in Double.
  @inlinable
  public static func squaredNorm(_ a: Span<Float>) -> Double { dot(a, a) }

  /// Scales a row to unit length; a row of zeros stays as it is.
  @inlinable
  public static func normalize(_ a: inout MutableSpan<Float>) { normalize(&a, in: a.indices) }

  /// Scales the part `range` of `a` to unit length; a part of zeros stays as it is.
  @inlinable
  public static func normalize(_ a: inout MutableSpan<Float>, in range: Range<Int>) {
    let norm = squaredNorm(a.span.extracting(range)).squareRoot()
    guard norm > 0 else { return }
    let scale = 1 / norm
    for index in range { a[index] = Float(Double(a[index]) * scale) }
  }
}
