/// What a synthetic dump is to be.
public struct SynthesisOptions: Sendable, Hashable {
  /// The number of papers.
  public var paperCount: Int
  /// The seed of every random choice.
  public var seed: UInt64 = 1
  /// Whether the dump is compressed.
  public var compression = Compression.none

  /// How a dump is compressed.
  public enum Compression: Sendable, Hashable { case none, gzip }

  /// A dump of `paperCount` papers, at least 1.
  public init(paperCount: Int) {
    precondition(paperCount >= 1, "a dump has at least one paper")
    self.paperCount = paperCount
  }
}
