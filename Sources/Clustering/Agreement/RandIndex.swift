extension ContingencyTable {
  /// ARI, the Rand index corrected for chance: 0 for chance, 1 for the same partition.
  ///
  /// Hubert and Arabie (1985): [sum C(n_ij, 2) - A B / C(n, 2)] / [(A + B) / 2 - A B / C(n, 2)]
  /// with A = sum C(a_i, 2), B = sum C(b_j, 2). Pairs are counted in 64-bit integers; their
  /// product, which would overflow those from 100,000 items on, is taken in Double. 1 when both
  /// labellings have one part, or only parts of one item.
  public var adjustedRandIndex: Double {
    let together = Double(cells.reduce(0) { $0 + Self.pairs($1.count) })
    let classPairs = Double(classSizes.reduce(0) { $0 + Self.pairs($1) })
    let clusterPairs = Double(clusterSizes.reduce(0) { $0 + Self.pairs($1) })
    let all = Double(Self.pairs(itemCount))
    guard !isBijection, all > 0 else { return 1 }
    let expected = classPairs / all * clusterPairs
    let largest = (classPairs + clusterPairs) / 2
    return (together - expected) / (largest - expected)
  }

  /// C(m, 2).
  private static func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
}
