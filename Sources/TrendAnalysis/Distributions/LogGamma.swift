/// ln Γ(x) for x > 0, by Stirling's series after the recurrence has brought x to 10 or more.
///
/// The C library's `lgamma` writes a global sign, which threads would share. The series is that of
/// Abramowitz and Stegun (6.1.41), seven terms; the relative error is below 1e-14.
func logGamma(_ x: Double) -> Double {
  precondition(x > 0, "ln Γ is taken of positive values only")
  var shifted = x
  var product = 1.0
  while shifted < 10 {
    product *= shifted
    shifted += 1
  }
  let inverse = 1 / shifted
  let square = inverse * inverse
  let coefficients = (
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156
  )
  let tail =
    inverse
    * (coefficients.0
      + square
      * (coefficients.1
        + square
        * (coefficients.2
          + square
          * (coefficients.3
            + square * (coefficients.4 + square * (coefficients.5 + square * coefficients.6))))))
  let halfLogTwoPi = 0.918_938_533_204_672_8
  return (shifted - 0.5) * naturalLogarithm(shifted) - shifted + halfLogTwoPi + tail
    - naturalLogarithm(product)
}
