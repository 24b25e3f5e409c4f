/// Walks over the records in the list of an answer, as programming interfaces give them:
/// `{"meta": {...}, "results": [{...}, {...}]}`, one such answer or several in a row.
///
/// It can begin behind any record: a comma or a bracket first in the bytes is the list's.
struct JSONEnvelopeScanner {
  private var values = JSONValueScanner()
  private var isInList: Bool?

  /// The names that the list has among those who give such answers.
  static let listNames: Set<String> = [
    "results", "data", "notes", "papers", "recommendedPapers", "works", "items", "records",
    "documents", "articles", "entries", "publications",
  ]

  /// Whether the object that opens at `start` is an answer with a list: it has a list by one of
  /// the names, and no title or abstract of its own before it.
  static func isEnvelope(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    var members = JSONMemberScanner(inside: start + 1)
    while let key = members.nextKey(in: bytes) {
      let name = text(key, of: bytes)
      if isList(name, at: members.position, in: bytes) { return true }
      let field = FieldNames.match(name)?.field
      if field == .title || field == .abstract { return false }
    }
    return false
  }

  private static func isList(_ name: String, at position: Int, in bytes: Span<UInt8>) -> Bool {
    guard listNames.contains(name), position < bytes.count, bytes[position] == UInt8(ascii: "["),
      let first = Bytes.firstContent(in: bytes, from: position + 1)
    else { return false }
    return bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "]")
  }

  private static func text(_ range: Range<Int>, of bytes: Span<UInt8>) -> String {
    String(decoding: range.map { bytes[$0] }, as: UTF8.self)
  }

  /// Goes to the list of the answer at `content`, or behind the answer.
  private mutating func enterList(in bytes: Span<UInt8>, at content: Int) {
    let isAnswer = bytes[content] == UInt8(ascii: "{")
    var members = JSONMemberScanner(inside: isAnswer ? content + 1 : content)
    isInList = false
    while let key = members.nextKey(in: bytes) {
      if Self.isList(Self.text(key, of: bytes), at: members.position, in: bytes) {
        isInList = true
        return values.skip(to: members.position + 1, in: bytes)
      }
    }
    values.skip(to: members.position, in: bytes)
  }
}

extension JSONEnvelopeScanner: JSONWalking {
  mutating func next(in bytes: Span<UInt8>) -> JSONValueScanner.Value? {
    while let content = Bytes.firstContent(in: bytes, from: values.position) {
      let byte = bytes[content]
      if isInList ?? (byte != UInt8(ascii: "{")) {
        isInList = byte != UInt8(ascii: "]")
        guard byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",") else {
          return values.next(in: bytes)
        }
        values.skip(to: content + 1, in: bytes)
      } else {
        enterList(in: bytes, at: content)
      }
    }
    return nil
  }

  mutating func resume(after value: JSONValueScanner.Value, in bytes: Span<UInt8>) -> Range<Int> {
    values.resume(after: value, in: bytes)
  }
}
