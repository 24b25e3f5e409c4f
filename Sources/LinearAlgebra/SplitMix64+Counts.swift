#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension SplitMix64 {
  /// A gamma variable of the given mean and scale 1 (Marsaglia and Tsang 2000).
  ///
  /// - Precondition: The mean is above 0.
  package mutating func nextGamma(mean shape: Double) -> Double {
    precondition(shape > 0, "a gamma variable has a mean above 0")
    // A shape below 1 is raised by 1 and brought back by a power of a uniform variable.
    guard shape >= 1 else { return nextGamma(mean: shape + 1) * pow(1 - nextUnit(), 1 / shape) }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = nextGaussianPair().0
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      if log(1 - nextUnit()) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
    }
  }

  /// A Poisson count, by products of uniform variables, large means in parts.
  ///
  /// - Complexity: O(mean).
  package mutating func nextPoisson(mean: Double) -> Int {
    if mean > 50 { return nextPoisson(mean: mean / 2) + nextPoisson(mean: mean / 2) }
    let floor = exp(-mean)
    var (product, count) = (nextUnit(), 0)
    while product > floor {
      product *= nextUnit()
      count += 1
    }
    return count
  }

  /// A count of the given mean and variance mean + overdispersion × mean²: negative binomial.
  package mutating func nextCount(mean: Double, overdispersion: Double) -> Int {
    nextPoisson(
      mean: overdispersion > 0
        ? mean * overdispersion * nextGamma(mean: 1 / overdispersion) : mean)
  }
}
