/// P(|Z| >= |z|) for a standard normal Z.
func normalTwoSidedTail(_ z: Double) -> Double {
  complementaryErrorFunction(abs(z) / 2.0.squareRoot())
}

/// P(X >= x) for a chi-square variable.
func chiSquareTail(_ x: Double, degreesOfFreedom: Double) -> Double {
  x <= 0 ? 1 : upperIncompleteGamma(degreesOfFreedom / 2, x / 2)
}

/// P(|T| >= |t|) for Student's t.
func studentTwoSidedTail(_ t: Double, degreesOfFreedom: Double) -> Double {
  incompleteBeta(degreesOfFreedom / 2, 0.5, at: degreesOfFreedom / (degreesOfFreedom + t * t))
}

/// The t for which P(|T| >= t) is the given probability.
///
/// - Precondition: The probability lies between 0 and 1, both excluded.
/// - Complexity: About 60 evaluations of the tail, by halving.
func studentTwoSidedQuantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
  precondition(probability > 0 && probability < 1, "a probability between 0 and 1")
  var high = 1.0
  while studentTwoSidedTail(high, degreesOfFreedom: degreesOfFreedom) > probability { high *= 2 }
  var low = 0.0
  while high - low > 1e-13 * high {
    let middle = (low + high) / 2
    if middle == low || middle == high { break }
    if studentTwoSidedTail(middle, degreesOfFreedom: degreesOfFreedom) > probability {
      low = middle
    } else {
      high = middle
    }
  }
  return (low + high) / 2
}

/// The squared normal deviate with about the tail of a squared deviate whose variance was
/// estimated with few degrees of freedom: ν ln(1 + t²/ν).
///
/// This is the transformation of Wallace (1959). As half of it is -ln E exp(-t² X / 2ν) for a
/// chi-square X of ν degrees, it also turns an exponential bound with a known dispersion into its
/// mean over the dispersions that the estimate leaves open.
func normalSquare(ofStudentSquare square: Double, degreesOfFreedom: Double) -> Double {
  degreesOfFreedom * logarithmOfOnePlus(square / degreesOfFreedom)
}
