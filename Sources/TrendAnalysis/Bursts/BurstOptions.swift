/// How bursts are looked for.
public struct BurstOptions: Sendable, Hashable {
  /// The raised share over the base share, above 1.
  public var ratio: Double = 2
  /// The price of moving up, in units of ln(periods).
  public var gamma: Double = 1

  /// Kleinberg's usual values.
  public init() {}
}
