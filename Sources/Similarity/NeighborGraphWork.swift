/// How much was computed for neighbours: numbers that do not depend on the clock.
public struct NeighborGraphWork: Sendable, Hashable {
  /// Multiply-adds of a query's weight and a fitted row's weight in a posting list.
  public var postingProducts = 0
  /// Pairs of a query and a candidate, whose full product was taken.
  public var scoredPairs = 0

  /// No work.
  public init() {}

  /// Adds other work to this.
  static func += (total: inout NeighborGraphWork, more: NeighborGraphWork) {
    total.postingProducts += more.postingProducts
    total.scoredPairs += more.scoredPairs
  }
}
