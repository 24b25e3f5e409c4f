#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension ContingencyTable {
  /// E[MI] of two random labellings with these sizes, in nats: the hypergeometric model.
  ///
  /// Vinh, Epps, Bailey (2010), "Information theoretic measures for clusterings comparison", JMLR
  /// 11, equation 24a. For each pair of sizes the probabilities are summed outward from the mode
  /// by their ratios until they no longer count, so that none underflows.
  ///
  /// - Complexity: O(R C sqrt(n)) for R sizes of classes and C of clusters that differ.
  public var expectedMutualInformation: Double {
    let rows = Self.tally(classSizes)
    let columns = Self.tally(clusterSizes)
    var sum = 0.0
    for row in rows {
      for column in columns {
        let pairs = Double(row.times) * Double(column.times)
        sum += pairs * Self.expectedTerm(row.size, column.size, itemCount)
      }
    }
    return sum
  }

  /// AMI = (MI - E[MI]) / (mean(H(U), H(V)) - E[MI]): 0 for chance, 1 for the same partition.
  public func adjustedMutualInformation(mean: EntropyMean = .arithmetic) -> Double {
    if isBijection { return 1 }
    let expected = expectedMutualInformation
    let scale = mean(classEntropy, clusterEntropy) - expected
    // Rounding leaves a difference of this size where nothing can be told from chance.
    guard scale.magnitude > 1e-14 * max(expected, 1) else { return 0 }
    return (mutualInformation - expected) / scale
  }

  /// Whether both labellings are the same partition.
  var isBijection: Bool {
    cells.count == classSizes.count && cells.count == clusterSizes.count
  }

  /// The distinct sizes in ascending order with how often each occurs.
  private static func tally(_ sizes: [Int]) -> [(size: Int, times: Int)] {
    var tally: [(size: Int, times: Int)] = []
    for size in sizes.sorted() {
      if let last = tally.last, last.size == size {
        tally[tally.count - 1].times += 1
      } else {
        tally.append((size, 1))
      }
    }
    return tally
  }

  /// sum over m of P(m) m / n ln(n m / (a b)), m hypergeometric: a drawn from n of which b count.
  private static func expectedTerm(_ a: Int, _ b: Int, _ n: Int) -> Double {
    let support = max(0, a + b - n)...min(a, b)
    let mode = Int(Double(a + 1) * Double(b + 1) / Double(n + 2))
    let start = min(max(mode, support.lowerBound), support.upperBound)
    let peak = exp(
      logFactorial(a) + logFactorial(b) + logFactorial(n - a) + logFactorial(n - b)
        - logFactorial(n) - logFactorial(start) - logFactorial(a - start)
        - logFactorial(b - start) - logFactorial(n - a - b + start))
    let scale = Double(n) / (Double(a) * Double(b))
    func term(_ m: Int, _ probability: Double) -> Double {
      m == 0 ? 0 : probability * Double(m) / Double(n) * log(Double(m) * scale)
    }
    let negligible = peak * 1e-20
    var sum = term(start, peak)
    var probability = peak
    var m = start
    while m < support.upperBound, probability > negligible {
      probability *= Double(a - m) * Double(b - m) / (Double(m + 1) * Double(n - a - b + m + 1))
      m += 1
      sum += term(m, probability)
    }
    probability = peak
    m = start
    while m > support.lowerBound, probability > negligible {
      probability *= Double(m) * Double(n - a - b + m) / (Double(a - m + 1) * Double(b - m + 1))
      m -= 1
      sum += term(m, probability)
    }
    return sum
  }

  /// ln(m!), by Stirling's series from 16 on, where its error is below 1e-15 of the value.
  static func logFactorial(_ m: Int) -> Double {
    guard m >= 16 else {
      return log((1...max(m, 1)).reduce(1.0) { $0 * Double($1) })
    }
    let x = Double(m) + 1
    let inverse = 1 / x
    let square = inverse * inverse
    let series =
      inverse
      * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1_260 - square * (1.0 / 1_680))))
    return (x - 0.5) * log(x) - x + 0.918938533204672741780329736406 + series
  }
}
