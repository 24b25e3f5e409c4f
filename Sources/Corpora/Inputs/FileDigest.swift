/// The SHA-256 of the bytes of a file as they were read.
///
/// Few answers show it, and the bytes of a dump take as long to digest as to decode; so those of a
/// regular file are read again when it is asked for. What can be read once only, pipes and standard
/// input, is digested on the way.
enum FileDigest: Sendable, Hashable {
  /// In hexadecimal.
  case known(String)
  /// That of the file at `path`, as long as it is in this state.
  case ofFile(path: String, state: FileState)

  /// In hexadecimal; nil where the file is not what it was when it was opened.
  ///
  /// - Complexity: O(bytes of the file).
  func hexadecimalText() -> String? {
    switch self {
    case .known(let text): return text
    case .ofFile(let path, let state):
      guard let file = try? FileSource(path: path, digesting: .onTheWay), file.state == state
      else { return nil }
      let summary = file.summary()
      guard summary.byteCount == state.byteCount, file.currentState == state,
        case .known(let text) = summary.digest
      else { return nil }
      return text
    }
  }
}

/// By what a regular file is known to hold the bytes that it held before.
struct FileState: Sendable, Hashable {
  var device: UInt64
  var number: UInt64
  var byteCount: Int
  /// When its bytes were changed last, in seconds and nanoseconds.
  var seconds: Int
  var nanoseconds: Int
}
