/// A linear scale from zero, with round numbers to mark.
struct Scale {
  /// The value at the top of the plot.
  let top: Double
  /// The marked values, from 0 up to `top` at most.
  let ticks: [Double]

  /// A scale that holds `maximum`, with about `tickCount` steps of 1, 2, 2.5 or 5 times a power of
  /// ten, after Heckbert, "Nice numbers for graph labels" (1990).
  init(maximum: Double, tickCount: Int, integers: Bool) {
    let highest = maximum > 0 && maximum.isFinite ? maximum : 1
    let rough = highest / Double(max(1, tickCount))
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough { power /= 10 }
    let candidates = [1, 2, 2.5, 5, 10].map { $0 * power }.filter {
      !integers || ($0 >= 1 && $0.rounded() == $0)
    }
    let step = candidates.first { $0 >= rough * 0.999_999 } ?? max(1, power * 10)
    let stepCount = Int((highest / step - 1e-9).rounded(.up))
    top = Double(max(1, stepCount)) * step
    ticks = (0...max(1, stepCount)).map { Double($0) * step }
  }

  /// Shares from nothing to all.
  static let whole = Scale(top: 1, ticks: [0, 0.25, 0.5, 0.75, 1])

  /// As many decimals as tell marks that are shares apart in percent.
  var percentPlaces: Int {
    let step = (ticks.count > 1 ? ticks[1] : 1) * 100
    let isWhole = { (value: Double) in abs(value - value.rounded()) < 1e-6 }
    return isWhole(step) ? 0 : isWhole(step * 10) ? 1 : 2
  }

  /// A scale without marks, whose top is the maximum itself.
  init(reaching maximum: Double) {
    self.init(top: maximum > 0 && maximum.isFinite ? maximum : 1, ticks: [])
  }

  private init(top: Double, ticks: [Double]) {
    self.top = top
    self.ticks = ticks
  }
}
