extension ContingencyTable {
  /// h = MI / H(U): 1 when each cluster holds one class only, or there is one class.
  ///
  /// Rosenberg and Hirschberg (2007), "V-Measure", EMNLP-CoNLL.
  public var homogeneity: Double { Self.ratio(mutualInformation, classEntropy) }

  /// c = MI / H(V): 1 when each class lies in one cluster, or there is one cluster.
  public var completeness: Double { Self.ratio(mutualInformation, clusterEntropy) }

  /// V = (1 + beta) h c / (beta h + c); a beta above 1 weighs completeness more.
  public func vMeasure(beta: Double = 1) -> Double {
    let h = homogeneity
    let c = completeness
    let scale = beta * h + c
    return scale > 0 ? (1 + beta) * h * c / scale : 0
  }

  private static func ratio(_ information: Double, _ entropy: Double) -> Double {
    entropy > 0 ? min(information / entropy, 1) : 1
  }
}
