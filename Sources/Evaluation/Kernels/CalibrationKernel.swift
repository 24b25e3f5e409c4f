/// The work of one block of the calibration loop.
enum CalibrationKernel {
  private static let stepCount = 400_000
  private static let tableSize = 8_192

  static func run(seed: UInt64) -> UInt64 {
    var table = [UInt64](repeating: seed, count: tableSize)
    var span = table.mutableSpan
    var state = seed &+ 0x9E37_79B9_7F4A_7C15
    for _ in 0..<stepCount {
      state ^= state >> 30
      state = state &* 0xBF58_476D_1CE4_E5B9
      let place = Int(truncatingIfNeeded: state >> 51)
      state = state &+ span[place]
      span[place] = state
    }
    return state
  }
}
