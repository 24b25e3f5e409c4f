internal import LinearAlgebra

/// The loops of k-means++: distances of all points to a few candidate points, in Float.
///
/// Which points seed the clusters may carry Float's rounding, but not a BLAS's: lanes and order of
/// additions are fixed here. A point is at distance 0 from its own copy exactly, because the norm
/// of a row comes from the same sum as the product of two rows.
enum SeedingKernels {
  /// Squared distances of `rows` (consecutive rows) to each candidate, `candidateCount` a row.
  static func squaredDistances(
    _ rows: Span<Float>, width: Int, to candidates: Span<Float>,
    into distances: inout MutableSpan<Float>
  ) {
    guard width > 0 else { return }
    let rowCount = rows.count / width
    let candidateCount = candidates.count / width
    precondition(
      distances.count >= rowCount * candidateCount, "the distances do not fit their storage")
    unsafe rows.withUnsafeBufferPointer { rows in
      unsafe candidates.withUnsafeBufferPointer { candidates in
        unsafe distances.withUnsafeMutableBufferPointer { distances in
          guard let rows = rows.baseAddress, let candidates = candidates.baseAddress,
            let distances = distances.baseAddress
          else { return }
          unsafe products(
            rows, rowCount, candidates, candidateCount, width: width, into: distances)
          unsafe subtract(
            rows, rowCount, candidates, candidateCount, width: width, from: distances)
        }
      }
    }
  }

  /// What is left in all of the points' squared distances if each candidate were taken.
  static func potentials(
    _ squared: Span<Float>, closest: Span<Float>, candidateCount: Int
  ) -> [Double] {
    var potentials = [Double](repeating: 0, count: candidateCount)
    for point in closest.indices {
      for candidate in 0..<candidateCount {
        let distance = squared[point * candidateCount + candidate]
        potentials[candidate] += Double(min(distance, closest[point]))
      }
    }
    return potentials
  }

  /// Lowers `closest` to one column of `squared` and returns its sum.
  static func lower(
    _ closest: inout MutableSpan<Float>, to squared: Span<Float>, column: Int, of columnCount: Int
  ) -> Double {
    var sum = 0.0
    for point in closest.indices {
      let distance = min(closest[point], squared[point * columnCount + column])
      closest[point] = distance
      sum += Double(distance)
    }
    return sum
  }

  /// Dot products of all rows with all candidates.
  ///
  /// Two rows are taken against two candidates at a time, so that each value that is loaded is
  /// used twice; the order of additions within a product is the same for a pair and for one.
  private static func products(
    _ rows: UnsafePointer<Float>, _ rowCount: Int, _ candidates: UnsafePointer<Float>,
    _ candidateCount: Int, width: Int, into products: UnsafeMutablePointer<Float>
  ) {
    for row in stride(from: 0, to: rowCount, by: 2) {
      let nextRow = min(row + 1, rowCount - 1)
      for candidate in stride(from: 0, to: candidateCount, by: 2) {
        let nextCandidate = min(candidate + 1, candidateCount - 1)
        let four = unsafe fourDots(
          rows + row * width, rows + nextRow * width, candidates + candidate * width,
          candidates + nextCandidate * width, width)
        unsafe products[row * candidateCount + candidate] = four.x
        unsafe products[row * candidateCount + nextCandidate] = four.y
        unsafe products[nextRow * candidateCount + candidate] = four.z
        unsafe products[nextRow * candidateCount + nextCandidate] = four.w
      }
    }
  }

  /// Turns products into squared distances.
  private static func subtract(
    _ rows: UnsafePointer<Float>, _ rowCount: Int, _ candidates: UnsafePointer<Float>,
    _ candidateCount: Int, width: Int, from products: UnsafeMutablePointer<Float>
  ) {
    let norms = (0..<candidateCount).map { candidate in
      let row = unsafe candidates + candidate * width
      return unsafe dot(row, row, width)
    }
    for index in 0..<rowCount {
      let row = unsafe rows + index * width
      let norm = unsafe dot(row, row, width)
      for candidate in 0..<candidateCount {
        let product = unsafe products[index * candidateCount + candidate]
        let squared = (norm + norms[candidate]) - 2 * product
        unsafe products[index * candidateCount + candidate] = squared > 0 ? squared : 0
      }
    }
  }

  /// a.c, a.d, b.c and b.d, each in eight fixed lanes.
  @inline(__always)
  private static func fourDots(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ c: UnsafePointer<Float>,
    _ d: UnsafePointer<Float>, _ count: Int
  ) -> SIMD4<Float> {
    var ac = SIMD8<Float>(repeating: 0)
    var ad = SIMD8<Float>(repeating: 0)
    var bc = SIMD8<Float>(repeating: 0)
    var bd = SIMD8<Float>(repeating: 0)
    var index = 0
    let end = count & ~7
    while index < end {
      let a = unsafe lanes(a, index)
      let b = unsafe lanes(b, index)
      let c = unsafe lanes(c, index)
      let d = unsafe lanes(d, index)
      ac += a * c
      ad += a * d
      bc += b * c
      bd += b * d
      index &+= 8
    }
    var tail = SIMD4<Float>(repeating: 0)
    while index < count {
      unsafe tail +=
        SIMD4(a[index], a[index], b[index], b[index])
        * SIMD4(c[index], d[index], c[index], d[index])
      index &+= 1
    }
    return SIMD4(total(ac), total(ad), total(bc), total(bd)) + tail
  }

  /// The dot product of two rows, in the order of ``fourDots(_:_:_:_:_:)``.
  @inline(__always)
  private static func dot(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int
  ) -> Float {
    var sum = SIMD8<Float>(repeating: 0)
    var index = 0
    let end = count & ~7
    while index < end {
      unsafe sum += lanes(a, index) * lanes(b, index)
      index &+= 8
    }
    var tail: Float = 0
    while index < count {
      unsafe tail += a[index] * b[index]
      index &+= 1
    }
    return total(sum) + tail
  }

  @inline(__always)
  private static func lanes(_ row: UnsafePointer<Float>, _ index: Int) -> SIMD8<Float> {
    unsafe UnsafeRawPointer(row).loadUnaligned(
      fromByteOffset: index &* 4, as: SIMD8<Float>.self)
  }

  @inline(__always)
  private static func total(_ lanes: SIMD8<Float>) -> Float {
    let quads = lanes.lowHalf + lanes.highHalf
    let pairs = quads.lowHalf + quads.highHalf
    return pairs.x + pairs.y
  }
}
