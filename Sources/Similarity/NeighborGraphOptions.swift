/// What is asked of a neighbour graph.
public struct NeighborGraphOptions: Sendable, Hashable {
  /// How the rows that are scored in full are found.
  public enum Method: Sendable, Hashable {
    /// All pairs that share a term: 3.5e10 multiply-adds on 60,000 papers, growing with the square.
    case exact
    /// Rows pruned to their largest weights propose candidates, and the full rows decide.
    ///
    /// 40 weights and 125 candidates find 0.956 of the exact 30 neighbours on 61,243 abstracts. A
    /// term proposes no more than 4,096 rows, those of its largest weights, ties to the smaller
    /// row, which cuts hardly any list there and keeps the cost of a query bounded beyond.
    ///
    /// - Parameters:
    ///   - weights: How many of a row's weights are kept, the largest ones, ties to the smaller
    ///     column.
    ///   - candidates: How many rows are scored in full, those of the largest products of pruned
    ///     rows, ties to the smaller row. At least the number of neighbours is taken.
    case pruned(weights: Int, candidates: Int)
  }

  /// The number k of neighbours, at least 1.
  public var neighbors = 30
  /// How they are found.
  public var method = Method.pruned(weights: 40, candidates: 136)

  /// The default: 30 neighbours from pruned rows.
  public init() {}

  /// Options for k neighbours by a method.
  public init(neighbors: Int, method: Method) {
    self.neighbors = neighbors
    self.method = method
  }
}
