import Corpora

/// When a comparison of benchmarks fails, as in `nmi<-0.01` or `time>+10%`.
///
/// The quantity is NEW less OLD; with `%` it is relative to OLD. A condition holds when the
/// difference of any pair that is compared lies beyond the bound.
public struct FailureCondition: Sendable, Hashable, CustomStringConvertible {
  /// What is compared.
  public enum Subject: Sendable, Hashable {
    /// A score's mean over the seeds.
    case quality(QualityMetric)
    /// The agreement between seeds.
    case stability
    /// The time of a stage in calibration loops; ``StageSummary/total`` for all.
    case time(stage: String)
    /// The peak memory of a stage, or of all.
    case memory(stage: String)
  }

  /// Which side of the bound fails.
  public enum Direction: Character, Sendable, Hashable {
    /// Differences below the bound.
    case below = "<"
    /// Differences above the bound.
    case above = ">"
  }

  /// What is compared.
  public var subject: Subject
  /// Which side of the bound fails.
  public var direction: Direction
  /// The bound; a share where it is relative.
  public var bound: Double
  /// Whether the difference is divided by the old value.
  public var isRelative: Bool
  /// The condition as it was written.
  public var description: String

  /// The conditions in a text, separated by spaces or commas.
  ///
  /// - Throws: ``FailureConditionError``, which names what is allowed.
  public static func parse(_ text: String) throws(FailureConditionError) -> [FailureCondition] {
    var conditions: [FailureCondition] = []
    for word in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      conditions.append(try FailureCondition(String(word)))
    }
    guard !conditions.isEmpty else {
      throw FailureConditionError(condition: text, reason: "is empty")
    }
    return conditions
  }

  /// One condition without spaces.
  public init(_ text: String) throws(FailureConditionError) {
    guard let sign = text.firstIndex(where: { $0 == "<" || $0 == ">" }),
      let direction = Direction(rawValue: text[sign])
    else { throw FailureConditionError(condition: text, reason: "has neither < nor >") }
    let subject = try Self.subject(String(text[..<sign]), in: text)
    var number = text[text.index(after: sign)...]
    let isRelative = number.hasSuffix("%")
    if isRelative { number = number.dropLast() }
    guard let value = Double(number), value.isFinite else {
      throw FailureConditionError(
        condition: text, reason: "has '\(number)' where a number belongs, as -0.01 or +10%")
    }
    switch subject {
    case .time, .memory:
      guard isRelative else {
        throw FailureConditionError(
          condition: text,
          reason: "gives no percentage; time and memory are compared as ratios, so write +10%")
      }
    case .quality, .stability: break
    }
    self.subject = subject
    self.direction = direction
    self.isRelative = isRelative
    bound = isRelative ? value / 100 : value
    description = text
  }

  /// Whether the difference of two values lies beyond the bound; false where it has no size.
  public func holds(new: Double, old: Double) -> Bool {
    var difference = new - old
    if isRelative {
      guard old != 0 || new != 0 else { return false }
      difference = old == 0 ? .infinity * difference : difference / old.magnitude
    }
    return direction == .below ? difference < bound : difference > bound
  }

  private static let stability = "stabilityARI"

  /// All names that a condition can begin with.
  public static var names: [String] {
    QualityMetric.allCases.map(\.rawValue) + [stability, "time", "memory"]
  }

  private static func subject(
    _ name: String, in text: String
  ) throws(FailureConditionError) -> Subject {
    if let metric = QualityMetric(rawValue: name) { return .quality(metric) }
    if name == stability { return .stability }
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let stage = parts.count == 2 ? String(parts[1]) : StageSummary.total
    if !stage.isEmpty, parts.first == "time" { return .time(stage: stage) }
    if !stage.isEmpty, parts.first == "memory" { return .memory(stage: stage) }
    let nearest = NearestName.nearest(to: name, among: names)
    throw FailureConditionError(
      condition: text,
      reason: "begins with '\(name)'" + (nearest.map { " (did you mean \($0)?)" } ?? ""))
  }
}

/// Why a condition cannot be understood.
public struct FailureConditionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The condition.
  public var condition: String
  /// What is wrong with it.
  public var reason: String

  /// Two sentences, with all that is allowed.
  public var description: String {
    "the condition '\(condition)' \(reason). A condition is a name, < or >, and a number, with % for"
      + " a share of the old value; names are \(FailureCondition.names.joined(separator: ", ")),"
      + " and time.STAGE and memory.STAGE as in time.clustering>+10%."
  }
}
