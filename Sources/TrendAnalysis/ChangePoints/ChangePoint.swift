/// A period at which the share of a series jumps to another level.
public struct ChangePoint: Sendable, Hashable {
  /// The first period of the new level.
  public let period: Int
  /// The share from the change before, or from the beginning.
  public let before: Double
  /// The share up to the next change, or to the end.
  public let after: Double
  /// How likely a jump as clear as this one is somewhere in the stretch that it parts, if the share
  /// does not change there.
  public let p: Double
}
