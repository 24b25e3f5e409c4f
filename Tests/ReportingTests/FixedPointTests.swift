import Foundation
import LinearAlgebra
import Testing

@testable import Reporting

@Suite struct FixedPointTests {
  @Test(arguments: 0..<4) func itAgreesWithTheCLibrary(places: Int) {
    var generator = SplitMix64(seed: 11, purpose: "numbers", index: places)
    for _ in 0..<500 {
      let value = (Double(generator.next() >> 11) * 0x1p-53 - 0.5) * 2000
      let expected = String(format: "%.\(places)f", value)
      let zero = String(format: "%.\(places)f", 0.0)
      #expect(
        FixedPoint.string(value, places: places) == (expected == "-" + zero ? zero : expected))
    }
  }

  @Test(arguments: [
    (0.5, 0, "1"), (-0.5, 0, "-1"), (0.125, 2, "0.13"), (-0.0001, 2, "0.00"), (1234.5, 1, "1234.5"),
    (0.05, 1, "0.1"), (Double.nan, 2, "–"), (.infinity, 2, "–"), (1e300, 2, "–"),
  ])
  func edgesAreStated(value: Double, places: Int, text: String) {
    #expect(FixedPoint.string(value, places: places) == text)
  }

  @Test func countsAreGrouped() {
    #expect(
      [0, 7, 999, 1000, 61_243, 1_234_567, -4321].map(FixedPoint.grouped) == [
        "0", "7", "999", "1,000", "61,243", "1,234,567", "−4,321",
      ])
    #expect([93, -12, 0, 1200].map(FixedPoint.change) == ["+93", "−12", "±0", "+1,200"])
    #expect(FixedPoint.count(1, "paper") == "1 paper")
    #expect(FixedPoint.count(2, "paper") == "2 papers")
    #expect(FixedPoint.percent(0.0425) == "4.3")
  }
}
