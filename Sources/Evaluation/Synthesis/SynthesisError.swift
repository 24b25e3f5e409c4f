/// Why a source cannot be imitated.
public enum SynthesisError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No paper of the source has a word.
  case noWords
  /// The papers cannot be made into topics, with the reason.
  case topics(String)

  /// One sentence that says what to do.
  public var description: String {
    switch self {
    case .noWords: "the source has no words to imitate; give a dump with abstracts."
    case .topics(let reason): "the source's papers cannot be made into topics: \(reason)."
    }
  }
}
