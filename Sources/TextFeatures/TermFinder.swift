/// Finds where given terms stand in texts, counted in words.
///
/// Every word that the tokenizer finds has a place, whether it belongs to a term or not; numbers
/// and what else is no word have none. A phrase stands where its words follow each other without a
/// boundary between them, as in a vocabulary.
package struct TermFinder: Sendable {
  /// One place of a term in a text.
  package struct Occurrence: Sendable, Hashable {
    /// The term, by its place in the list of terms.
    package var term: Int32
    /// The place of its first word, from 0.
    package var position: Int32
    /// The number of its words.
    package var wordCount: Int32
  }

  private struct Entry: Sendable {
    var term: Int32
    /// The words behind the first.
    var rest: [Int32]
  }

  private var words = TermTable()
  /// By word: the terms that begin with it.
  private var entries: [[Entry]] = []

  /// A finder of `terms` in any spelling that the tokenizer takes for them.
  ///
  /// A term without any word occurs nowhere; of terms with the same words each is found.
  package init(terms: [String]) {
    for (term, text) in terms.enumerated() {
      let ids = Tokenizer.tokens(in: text).map { insert($0.term) }
      guard let first = ids.first else { continue }
      entries[Int(first)].append(Entry(term: Int32(term), rest: Array(ids.dropFirst())))
    }
  }

  private mutating func insert(_ word: String) -> Int32 {
    let id = words.insert(TermKey(word))
    if Int(id) == entries.count { entries.append([]) }
    return id
  }

  /// Calls `body` for each text with the number of its words and the terms in it, by place.
  ///
  /// - Complexity: O(bytes), beside `body`.
  package func scan(_ texts: ArraySlice<String>, _ body: (Int, [Occurrence]) -> Void) {
    var scanner = TokenScanner()
    let table = ByteClass.table
    let classes = table.span
    var ids: [Int32] = []
    var followsBoundary: [Bool] = []
    var found: [Occurrence] = []
    for text in texts {
      ids.removeAll(keepingCapacity: true)
      followsBoundary.removeAll(keepingCapacity: true)
      found.removeAll(keepingCapacity: true)
      let bytes = text.utf8Span.span
      scanner.restart()
      while scanner.next(in: bytes, classes: classes) {
        ids.append(words.id(of: scanner.key))
        followsBoundary.append(scanner.followsBoundary)
      }
      for index in ids.indices where ids[index] >= 0 {
        for entry in entries[Int(ids[index])]
        where Self.follow(entry.rest, index, ids.span, followsBoundary.span) {
          found.append(
            Occurrence(
              term: entry.term, position: Int32(index), wordCount: Int32(1 + entry.rest.count)))
        }
      }
      body(ids.count, found)
    }
  }

  private static func follow(
    _ rest: [Int32], _ index: Int, _ ids: Span<Int32>, _ followsBoundary: Span<Bool>
  ) -> Bool {
    guard index + rest.count < ids.count else { return false }
    for (offset, word) in rest.enumerated() {
      let place = index + 1 + offset
      guard ids[place] == word, !followsBoundary[place] else { return false }
    }
    return true
  }
}
