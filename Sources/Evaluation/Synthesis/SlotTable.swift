import PaperTrends

/// A fixed distribution over the first numbers, from which one look-up draws.
///
/// The slots are shared out by the largest remainder, so that an outcome's probability differs
/// from its share by less than one slot.
struct SlotTable: Sendable {
  private let slots: [Int32]

  /// Shares `slotCount` slots out in proportion to `counts`, which are not negative.
  init(counts: [Int], slotCount: Int) {
    let total = counts.reduce(0, +)
    guard total > 0 else {
      slots = []
      return
    }
    var shares = counts.map { ($0 * slotCount).quotientAndRemainder(dividingBy: total) }
    let missing = slotCount - shares.reduce(0) { $0 + $1.quotient }
    let byRemainder = shares.indices.sorted {
      let (left, right) = (shares[$0].remainder, shares[$1].remainder)
      return left != right ? left > right : $0 < $1
    }
    for index in byRemainder.prefix(missing) { shares[index].quotient += 1 }
    slots = shares.enumerated().flatMap { index, share in
      repeatElement(Int32(index), count: share.quotient)
    }
  }

  /// Whether there is nothing to draw.
  var isEmpty: Bool { slots.isEmpty }

  /// Draws an outcome; there must be one.
  @inline(__always)
  func draw(_ generator: inout SplitMix64) -> Int {
    Int(slots[generator.nextIndex(below: slots.count)])
  }
}
