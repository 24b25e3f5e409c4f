/// Whether the change of a term is spread evenly over the topics after their own growth is taken
/// out.
///
/// Within each topic k, the share of its papers that have the term is followed over time. With x the
/// time of a paper less the mean time of the topic's papers, U(k) = Σ x over the papers with the term
/// and S(k) = Σ x² over all papers of the topic, U/S is the slope of that share (least squares), and
/// r(k) S(k) the variance of U(k) for a share r(k) that does not change: growth of the topic itself
/// moves none of it (stratification, as in Mantel and Haenszel 1959).
///
/// - The change within topics is Σ U / Σ S, tested by Σ U / √(φ Σ r S).
/// - What the mix of topics explains is the rest of the slope of the whole share.
/// - How unevenly topics change is the variance of U/S between topics, weighted by S, less what chance
///   makes of it (DerSimonian and Laird 1986), over the square of the mean change. Likewise for the
///   shares r themselves: a word of style is at home everywhere.
///
/// A spread is significantly above its bound if it exceeds it by 1.645 standard errors of the chance
/// part.
public struct StyleTest: Sendable, Hashable {
  /// The two-sided p of the change within topics.
  public let withinP: Double
  /// The change within topics over the whole change; below 1 where the mix of topics helps.
  public let withinPart: Double
  /// The variance of the topics' changes over the squared mean change.
  public let changeSpread: Double
  /// The variance of the topics' shares over the squared mean share.
  public let levelSpread: Double
  /// The part of papers whose topic moves in the direction of the mean change.
  public let sameDirection: Double
  /// Whether all of this makes the change one of style.
  public let isStyle: Bool
}
