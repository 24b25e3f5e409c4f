/// When the change of a term is one of style: spread evenly over the topics.
public struct StyleRule: Sendable, Hashable, CustomStringConvertible {
  /// The p up to which the change within topics is taken to be there.
  public var level: Double = 0.05
  /// The least part of the change that is left when the topics' own growth is taken out.
  public var smallestWithin: Double = 0.5
  /// The most that the changes of the topics may vary around their mean, as variance over its square.
  public var changeSpread: Double = 1
  /// The most that the shares within the topics may vary around their mean, likewise.
  public var levelSpread: Double = 0.75
  /// With fewer topics nothing is called style.
  public var fewestTopics: Int = 6

  /// The usual rule.
  public init() {}

  /// The rule in words.
  public var description: String {
    "Style: the change within topics has p at most \(level) and is at least \(smallestWithin) of "
      + "the whole change; the variance of the topics' changes over their mean squared is not "
      + "significantly above \(changeSpread), and that of their shares not above \(levelSpread)."
  }
}
