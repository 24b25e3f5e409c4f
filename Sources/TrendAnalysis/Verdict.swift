/// What is said of a series, by the stated ``TrendRule``.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  /// The share rises.
  case rising
  /// The share falls.
  case falling
  /// The share has not moved by more than the rule's band: shown, not merely not refuted.
  case steady
  /// Nothing of this can be said.
  case unclear
  /// Too few papers or periods to test.
  case tooLittleData = "too little data"
}
