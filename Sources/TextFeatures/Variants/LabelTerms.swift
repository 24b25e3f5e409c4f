/// Which terms may stand in a label.
public enum LabelTerms {
  /// Whether a term may: not if one of its words is a number, a year or a range of years, also
  /// with a letter behind it (`1990s`), or a piece of an address or identifier (`10.1145`, `doi`).
  public static func allows(_ term: String) -> Bool {
    !term.lowercased().split(separator: " ").contains { word in
      words.contains(String(word)) || isNumber(word) || word.hasPrefix("10.")
        || word.split(separator: "-").allSatisfy(isNumber)
    }
  }

  private static func isNumber(_ word: Substring) -> Bool {
    let digits = word.hasSuffix("s") ? word.dropLast() : word
    return !digits.isEmpty && digits.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2E }
  }

  private static let words: Set<String> = [
    "doi", "isbn", "issn", "http", "https", "www", "url", "arxiv", "org", "com",
  ]
}
