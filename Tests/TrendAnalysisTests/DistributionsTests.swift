import TestSupport
import Testing

@testable import TrendAnalysis

@Suite struct DistributionsTests {
  @Test func logGammaIsThatOfFactorials() {
    var logFactorial = 0.0
    for n in 1...200 {
      #expect(abs(logGamma(Double(n)) - logFactorial) <= 1e-13 * max(1, logFactorial))
      logFactorial += naturalLogarithm(Double(n))
    }
    #expect(relativeError(exponential(2 * logGamma(0.5)), Double.pi) < 1e-13)
  }

  @Test(arguments: [0.01, 0.3, 1.7, 6, 25, 400])
  func logGammaObeysItsRecurrence(x: Double) {
    #expect(abs(logGamma(x + 1) - logGamma(x) - naturalLogarithm(x)) < 1e-12 * max(1, x))
  }

  /// With one degree of freedom t is Cauchy, and with two its tail is 1 - t / √(2 + t²).
  @Test(arguments: [0.01, 0.5, 1, 2.3, 9, 60])
  func studentTailsHaveTheirClosedForms(t: Double) {
    let two = 2 / ((2 + t * t).squareRoot() * ((2 + t * t).squareRoot() + t))
    #expect(relativeError(studentTwoSidedTail(t, degreesOfFreedom: 2), two) < 1e-12)
    #expect(
      studentTwoSidedTail(t, degreesOfFreedom: 2) == studentTwoSidedTail(-t, degreesOfFreedom: 2))
    #expect(
      abs(studentTwoSidedTail(t, degreesOfFreedom: 1e7) - normalTwoSidedTail(t)) < 1e-6)
  }

  /// With two degrees of freedom chi-square is exponential; with one it is a squared normal.
  @Test(arguments: [1e-3, 0.7, 3, 11, 80])
  func chiSquareTailsHaveTheirClosedForms(x: Double) {
    #expect(relativeError(chiSquareTail(x, degreesOfFreedom: 2), exponential(-x / 2)) < 1e-12)
    #expect(
      relativeError(chiSquareTail(x, degreesOfFreedom: 1), normalTwoSidedTail(x.squareRoot()))
        < 1e-11)
    let four = exponential(-x / 2) * (1 + x / 2)
    #expect(relativeError(chiSquareTail(x, degreesOfFreedom: 4), four) < 1e-12)
  }

  /// Table values of the distributions.
  @Test func quantilesAreThoseOfTheTables() {
    #expect(abs(studentTwoSidedQuantile(0.05, degreesOfFreedom: 1) - 12.706) < 5e-4)
    #expect(abs(studentTwoSidedQuantile(0.05, degreesOfFreedom: 6) - 2.447) < 5e-4)
    #expect(abs(studentTwoSidedQuantile(0.05, degreesOfFreedom: 30) - 2.042) < 5e-4)
    #expect(abs(chiSquareTail(3.841, degreesOfFreedom: 1) - 0.05) < 5e-5)
    #expect(abs(chiSquareTail(18.307, degreesOfFreedom: 10) - 0.05) < 5e-5)
    #expect(abs(normalTwoSidedTail(1.959_964) - 0.05) < 1e-7)
  }

  @Test(arguments: [0.9, 0.3, 0.05, 1e-6, 1e-12], [1.0, 4, 52, 500])
  func quantilesUndoTails(probability: Double, degreesOfFreedom: Double) {
    let t = studentTwoSidedQuantile(probability, degreesOfFreedom: degreesOfFreedom)
    let tail = studentTwoSidedTail(t, degreesOfFreedom: degreesOfFreedom)
    #expect(relativeError(tail, probability) < 1e-10)
  }

  @Test(arguments: [(0.5, 3.0), (2, 2), (7.5, 0.5), (40, 60)])
  func theIncompleteBetaRunsFromZeroToOneAndMirrors(a: Double, b: Double) {
    var last = 0.0
    for step in 0...100 {
      let x = Double(step) / 100
      let value = incompleteBeta(a, b, at: x)
      #expect(value >= last && value <= 1)
      #expect(abs(value + incompleteBeta(b, a, at: 1 - x) - 1) < 1e-12)
      last = value
    }
    #expect(last == 1)
  }

  /// Wallace's deviate has about the normal tail that t has.
  @Test(arguments: [1.0, 2, 3, 5])
  func theNormalSquareKeepsTheTail(t: Double) {
    let square = normalSquare(ofStudentSquare: t * t, degreesOfFreedom: 52)
    let tail = studentTwoSidedTail(t, degreesOfFreedom: 52)
    #expect(relativeError(normalTwoSidedTail(square.squareRoot()), tail) < 0.15)
  }
}
