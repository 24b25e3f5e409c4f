/// A small seedable generator of 64-bit values (Steele, Lea, Flood 2014, "SplitMix").
///
/// A generator is keyed by a seed, a purpose and an index, so that each use of randomness has its
/// own stream and no use depends on how many values another one drew.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A stream that depends on `seed` alone.
  public init(seed: UInt64) { state = seed }

  /// The stream for one use: `purpose` says what for, `index` which one of several.
  public init(seed: UInt64, purpose: String, index: Int = 0) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in purpose.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    var mixer = SplitMix64(seed: seed ^ hash)
    state = mixer.next() &+ UInt64(bitPattern: Int64(index)) &* 0x9E37_79B9_7F4A_7C15
    state = next()
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A value in [0, 1) with 53 random bits, the same on every platform and library version.
  public mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// An integer in 0..<bound, by multiplication; the bias is below bound / 2^64.
  public mutating func nextIndex(below bound: Int) -> Int {
    precondition(bound > 0, "there is no index below \(bound)")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
