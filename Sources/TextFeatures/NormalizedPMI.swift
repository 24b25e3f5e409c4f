/// How much more often two things occur together than if neither knew of the other: -1 never, 0 as
/// often, 1 always.
///
/// ln(p(a, b) / (p(a) p(b))) / -ln p(a, b) (Bouma 2009, "Normalized (pointwise) mutual information
/// in collocation extraction"); 1 for things that are everywhere.
///
/// - Parameters:
///   - joint: p(a, b), above 0.
///   - independent: p(a) p(b), above 0.
/// - Returns: The association.
package func normalizedPMI(joint: Double, independent: Double) -> Double {
  guard joint < 1 else { return 1 }
  return naturalLogarithm(joint / independent) / -naturalLogarithm(joint)
}
