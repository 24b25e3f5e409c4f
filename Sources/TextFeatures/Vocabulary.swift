/// The terms of a corpus and their ids, which are the columns of its matrices.
///
/// Ids go by document frequency, descending, ties by the bytes of the term. A term is a word or a
/// phrase of two or three words joined by one space.
public struct Vocabulary: Sendable, Hashable {
  private let table: TermTable
  /// By term: the number of documents with it.
  public let documentFrequency: [Int32]
  /// By term: how it is mostly spelled, as in `LoRA` or `Monte Carlo`.
  public let displayForms: [String]

  /// Wraps the parts of a vocabulary, for instance as they were saved.
  ///
  /// - Throws: ``TextFeatureError`` when the arrays differ in length, or a term is repeated or
  ///   not in normal form (``Tokenizer/normalize(_:)``).
  public init(
    terms: [String], documentFrequency: [Int32], displayForms: [String]
  ) throws(TextFeatureError) {
    guard terms.count == documentFrequency.count, terms.count == displayForms.count else {
      throw .unevenVocabulary(
        terms: terms.count, documentFrequencies: documentFrequency.count,
        displayForms: displayForms.count)
    }
    var table = TermTable(minimumCapacity: terms.count)
    for (id, term) in terms.enumerated() {
      guard !term.isEmpty, term.utf8.count <= TermKey.maximumByteCount,
        Tokenizer.normalize(term) == term,
        (1...3).contains(Self.wordCount(term))
      else { throw .malformedTerm(term) }
      guard Int(table.insert(TermKey(term))) == id else { throw .repeatedTerm(term) }
    }
    self.init(table: table, documentFrequency: documentFrequency, displayForms: displayForms)
  }

  init(table: TermTable, documentFrequency: [Int32], displayForms: [String]) {
    self.table = table
    self.documentFrequency = documentFrequency
    self.displayForms = displayForms
  }

  /// The number of terms.
  public var count: Int { documentFrequency.count }

  /// All terms in the order of their ids.
  public var terms: [String] { (0..<count).map(term(at:)) }

  /// The term with an id.
  public func term(at id: Int) -> String { table.term(at: id) }

  /// The terms as they are looked up.
  var list: TermList { table.terms }

  /// Whether the term with an id is no phrase.
  func isWord(at id: Int) -> Bool { !table.terms.hasSpace(id) }

  /// How the term with an id is mostly spelled.
  public func displayForm(at id: Int) -> String { displayForms[id] }

  /// The number of words of the term with an id: 1, 2 or 3.
  public func wordCount(at id: Int) -> Int { Self.wordCount(table.term(at: id)) }

  /// The id of a term, in any spelling that the tokenizer takes for it; nil if it is none.
  public func id(of term: String) -> Int? {
    let normal = Tokenizer.normalize(term)
    guard !normal.isEmpty, normal.utf8.count <= TermKey.maximumByteCount else { return nil }
    let id = Int(table.id(of: TermKey(normal)))
    return id >= 0 ? id : nil
  }

  /// By word of a lexicon: the id of the term, or -1.
  func ids(of lexicon: Lexicon) -> [Int32] {
    (0..<lexicon.count).map { table.id(of: $0, in: lexicon.words.terms) }
  }

  private static func wordCount(_ term: String) -> Int {
    term.utf8.reduce(1) { $0 + ($1 == 0x20 ? 1 : 0) }
  }
}
