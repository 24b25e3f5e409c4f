/// What is asked of the tests.
public struct TrendOptions: Sendable, Hashable {
  /// When something is called.
  public var rule = TrendRule()
  /// How bursts are looked for.
  public var bursts = BurstOptions()
  /// How change points are looked for.
  public var changes = ChangePointSearch()
  /// How many periods at either end the shares then and now are taken over; at most a quarter.
  public var edge = 4
  /// The share whose passing is dated.
  public var statedShare = 0.001
  /// Over how many periods on end the share must stay above it, on average.
  public var stay = 4
  /// When a term counts as style.
  public var style = StyleRule()

  /// The usual values.
  public init() {}
}
