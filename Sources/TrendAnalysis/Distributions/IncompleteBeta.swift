/// The regularised incomplete beta function I_x(a, b).
///
/// By the continued fraction of Abramowitz and Stegun 26.5.8 with Lentz's evaluation, taken from
/// the side where it converges fast.
///
/// - Precondition: a > 0, b > 0 and 0 <= x <= 1.
func incompleteBeta(_ a: Double, _ b: Double, at x: Double) -> Double {
  precondition(a > 0 && b > 0 && x >= 0 && x <= 1, "I_x(a, b) needs a, b > 0 and 0 <= x <= 1")
  guard x > 0 else { return 0 }
  guard x < 1 else { return 1 }
  let front = exponential(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * naturalLogarithm(x)
      + b * logarithmOfOnePlus(-x))
  return x < (a + 1) / (a + b + 2)
    ? front * betaFraction(a, b, x) / a : 1 - front * betaFraction(b, a, 1 - x) / b
}

private func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
  let tiny = 1e-300
  func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
  var c = 1.0
  var d = 1 / away(1 - (a + b) * x / (a + 1))
  var value = d
  for i in 1...10_000 {
    let m = Double(i)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    value *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    let factor = d * c
    value *= factor
    if abs(factor - 1) < 1e-15 { break }
  }
  return value
}
