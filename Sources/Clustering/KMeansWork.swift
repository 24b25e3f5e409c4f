/// How much was computed: numbers that do not depend on the clock, for guards against regressions.
public struct KMeansWork: Sendable, Hashable {
  /// Products of a point and a centroid in Float; plain Lloyd needs n k of them an iteration.
  public var products = 0
  /// Distances of a point and a centroid summed in Double.
  public var exactDistances = 0
  /// Points whose cluster changed, over all iterations.
  public var labelChanges = 0

  /// No work.
  public init() {}

  /// Adds other work to this.
  static func += (total: inout KMeansWork, more: KMeansWork) {
    total.products += more.products
    total.exactDistances += more.exactDistances
    total.labelChanges += more.labelChanges
  }
}
