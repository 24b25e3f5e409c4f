/// How far a stage of a long run has come.
public struct StageProgress: Sendable, Hashable {
  /// What is counted.
  public enum Unit: Sendable, Hashable {
    case bytes, texts, passes, topicCounts, seedings, iterations
  }

  /// How many are done.
  public var done: Int
  /// How many there are; nil where that is not known beforehand.
  public var total: Int?
  /// What is counted.
  public var unit: Unit

  /// Makes a progress from its parts.
  public init(done: Int, total: Int?, unit: Unit) {
    self.done = done
    self.total = total
    self.unit = unit
  }
}
