import LinearAlgebra
import Testing

@Suite struct BoundKernelsTests {
  /// Bounds of few values, so that many are equal, and lists that do not fill the lanes.
  @Test(
    arguments: KernelVariant.allCases.filter(\.isSupported), [0, 1, 15, 16, 17, 64, 203])
  func listsAreThoseOfThePlainLoop(variant: KernelVariant, count: Int) {
    var random = SplitMix64(seed: UInt64(count), purpose: "bounds", index: 0)
    func values(_ count: Int) -> [Float] {
      (0..<count).map { _ in Float(random.nextIndex(below: 5)) }
    }
    let labels = (0..<count).map { _ in Int32(random.nextIndex(below: 8)) - 1 }
    let (moved, upper, lower) = (values(7), values(count), values(3 * count))
    let groupsMoved = values(3)
    var listed = [Int32](repeating: -9, count: count + BoundKernels.padding)
    var span = listed.mutableSpan
    let found = BoundKernels.pointsInDoubt(
      labels: labels.span, upper: upper.span, moved: moved.span, slack: 0.5, lower: lower.span,
      groupsMoved: groupsMoved.span, into: &span, variant: variant)
    #expect(
      Array(listed.prefix(found))
        == (0..<Int32(count)).filter { point in
          let point = Int(point)
          let bound = upper[point] + moved[max(0, Int(labels[point]))] + 0.5
          return !(0..<3).allSatisfy { bound < lower[$0 * count + point] - groupsMoved[$0] }
        })

    let points = (0..<count).map { _ in Int32(random.nextIndex(below: max(count, 1))) }
    var slots = [Int32](repeating: -9, count: count + BoundKernels.padding)
    var target = slots.mutableSpan
    let open = BoundKernels.slotsInDoubt(
      points: points.span, lower: lower.span, moved: 1, upper: upper.span, slack: 0,
      into: &target, variant: variant)
    #expect(
      Array(slots.prefix(open))
        == (0..<Int32(count)).filter { lower[Int(points[Int($0)])] - 1 <= upper[Int($0)] })
  }
}
