#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The mean of two entropies by which mutual information is divided.
public enum EntropyMean: String, Sendable, Hashable, CaseIterable {
  /// (H(U) + H(V)) / 2: the normalised score is then the V-measure with beta 1.
  case arithmetic
  /// sqrt(H(U) H(V)), as in Strehl and Ghosh (2002).
  case geometric
  /// The smaller of the two.
  case minimum
  /// The larger of the two.
  case maximum

  func callAsFunction(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .arithmetic: (a + b) / 2
    case .geometric: (a * b).squareRoot()
    case .minimum: min(a, b)
    case .maximum: max(a, b)
    }
  }
}

extension ContingencyTable {
  /// MI = sum n_ij / n ln(n n_ij / (a_i b_j)), in nats.
  public var mutualInformation: Double {
    let n = Double(itemCount)
    let sum = cells.reduce(0.0) { sum, cell in
      let count = Double(cell.count)
      let expected = Double(classSizes[cell.classIndex]) * Double(clusterSizes[cell.clusterIndex])
      return sum + count / n * log(n * count / expected)
    }
    return max(sum, 0)
  }

  /// H(U), the entropy of the classes in nats.
  public var classEntropy: Double { Self.entropy(classSizes, of: itemCount) }

  /// H(V), the entropy of the clusters in nats.
  public var clusterEntropy: Double { Self.entropy(clusterSizes, of: itemCount) }

  /// NMI = MI / mean(H(U), H(V)), 0 to 1; it rises with the number of clusters by chance alone.
  ///
  /// 1 when both labellings have one part. When the mean is 0 but only one has one part, 0.
  public func normalizedMutualInformation(mean: EntropyMean = .arithmetic) -> Double {
    guard classSizes.count > 1 || clusterSizes.count > 1 else { return 1 }
    let scale = mean(classEntropy, clusterEntropy)
    return scale > 0 ? min(mutualInformation / scale, 1) : 0
  }

  private static func entropy(_ sizes: [Int], of count: Int) -> Double {
    let n = Double(count)
    return sizes.reduce(0.0) { $0 - Double($1) / n * log(Double($1) / n) }
  }
}
