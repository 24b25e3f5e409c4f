/// How a truncated singular value decomposition is made.
public struct TruncatedSVDOptions: Sendable, Hashable, Codable {
  /// The number of components wanted, at least 1.
  public var components: Int

  /// The columns that go through the matrix together; nil chooses from `components`.
  ///
  /// A multiple of 16 fills the vector registers.
  public var blockSize: Int?

  /// The number of passes over the matrix (one product with A and one with A^T each, but the last,
  /// which takes only A); nil chooses by measurement.
  ///
  /// The Krylov basis has `blockSize` · `passes` columns.
  public var passes: Int?

  /// Asks for `components` components with the measured defaults.
  public init(components: Int, blockSize: Int? = nil, passes: Int? = nil) {
    precondition(components >= 1, "a decomposition has at least one component")
    precondition(blockSize.map { $0 >= 1 } ?? true, "a block has at least one column")
    precondition(passes.map { $0 >= 1 } ?? true, "there is at least one pass")
    self.components = components
    self.blockSize = blockSize
    self.passes = passes
  }
}
