/// The regularised upper incomplete gamma function Q(a, x) = Γ(a, x) / Γ(a).
///
/// By the series of P below a + 1 and by the continued fraction of Q above (Abramowitz and Stegun
/// 6.5.29 and 6.5.31, with Lentz's evaluation), so that small tails keep their digits.
///
/// - Precondition: a > 0 and x >= 0.
func upperIncompleteGamma(_ a: Double, _ x: Double) -> Double {
  precondition(a > 0 && x >= 0, "Q(a, x) needs a > 0 and x >= 0")
  guard x > 0 else { return 1 }
  let scale = exponential(a * naturalLogarithm(x) - x - logGamma(a))
  return x < a + 1 ? max(0, 1 - scale * lowerSeries(a, x)) : scale * upperFraction(a, x)
}

/// P(a, x) Γ(a) e^x / x^a, a series of positive terms.
private func lowerSeries(_ a: Double, _ x: Double) -> Double {
  var term = 1 / a
  var sum = term
  var n = a
  while term > sum * 1e-17 {
    n += 1
    term *= x / n
    sum += term
  }
  return sum
}

/// Q(a, x) Γ(a) e^x / x^a, a continued fraction.
private func upperFraction(_ a: Double, _ x: Double) -> Double {
  let tiny = 1e-300
  var b = x + 1 - a
  var c = 1 / tiny
  var d = 1 / b
  var value = d
  for i in 1...10_000 {
    let step = Double(i)
    let numerator = -step * (step - a)
    b += 2
    d = numerator * d + b
    if abs(d) < tiny { d = tiny }
    c = b + numerator / c
    if abs(c) < tiny { c = tiny }
    d = 1 / d
    let factor = d * c
    value *= factor
    if abs(factor - 1) < 1e-15 { break }
  }
  return value
}
