/// Texts that are asked for one at a time, so that no copy of them all need exist.
///
/// A text is written into a buffer that is used again for the next one, title, blank line and
/// abstract say, or cleaned on the way. Several threads ask at once, and a text may be asked for
/// more than once; it must come out the same each time.
public struct TextSource: Sendable {
  /// The number of texts.
  public let count: Int
  private let append: @Sendable (_ index: Int, _ buffer: inout [UInt8]) -> Void

  /// Texts that `append` adds, in UTF-8, to what a buffer holds already.
  ///
  /// - Parameters:
  ///   - count: The number of texts.
  ///   - append: Adds the text with an index in `0..<count`; safe to call from several threads.
  public init(
    count: Int,
    appending append: @escaping @Sendable (_ index: Int, _ buffer: inout [UInt8]) -> Void
  ) {
    self.count = count
    self.append = append
  }

  /// Texts that are strings already.
  public init(_ texts: [String]) {
    self.init(count: texts.count) { index, buffer in
      buffer.append(contentsOf: texts[index].utf8)
    }
  }

  /// Puts the text with an index in the place of what `buffer` holds.
  func write(_ index: Int, into buffer: inout [UInt8]) {
    buffer.removeAll(keepingCapacity: true)
    append(index, &buffer)
  }
}
