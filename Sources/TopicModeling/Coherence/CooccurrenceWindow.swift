/// What counts as together: the stretch of a text in which two terms must both stand.
public enum CooccurrenceWindow: Sendable, Hashable, CustomStringConvertible {
  /// As many consecutive words, moved on word by word; a text of fewer words is one window.
  case sliding(Int)
  /// The whole text.
  case document

  /// The words of a window, at least 1.
  var length: Int {
    switch self {
    case .sliding(let words): max(words, 1)
    case .document: .max
    }
  }

  /// `10 words` or `document`.
  public var description: String {
    switch self {
    case .sliding(let words): "\(words) words"
    case .document: "document"
    }
  }
}
