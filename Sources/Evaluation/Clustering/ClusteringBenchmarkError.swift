/// Why a benchmark cannot be trusted.
public enum ClusteringBenchmarkError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Two runs read different papers.
  case inputChanged

  /// One sentence.
  public var description: String {
    switch self {
    case .inputChanged:
      "the input changed between two runs; run the benchmark again on files that stay."
    }
  }
}
