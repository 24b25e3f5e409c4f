/// A name with a hyphen: its whole is a term of its own, and its stem leads to it.
///
/// | name | stem | why |
/// |---|---|---|
/// | `deepseek-r1`, `gpt-4`, `llama-3.1` | `deepseek`, `gpt`, `llama` | a version or size behind the name |
/// | `lora-based`, `graph-aware` | `lora`, `graph` | an adjective made of the name |
/// | `k-means`, `fine-tuning`, `covid-19` as `covid` | none, none, `covid` | one letter is no stem, and neither is the first part of a compound |
public enum HyphenName {
  /// The stem of a term that is one word; nil where it has none.
  public static func stem(of term: String) -> String? {
    let term = term.lowercased()
    guard !term.contains(" "), let hyphen = term.lastIndex(of: "-") else { return nil }
    let (stem, last) = (String(term[..<hyphen]), term[term.index(after: hyphen)...])
    guard stem.utf8.count > 1, isVersion(last) || adjectives.contains(String(last)) else {
      return nil
    }
    return stem
  }

  /// Whether a part of a name is a version or size: digits, or one or two letters and digits.
  private static func isVersion(_ part: Substring) -> Bool {
    part.contains { $0.isASCII && $0.isNumber }
      && part.prefix { $0.isLetter }.count <= 2
  }

  /// The endings that make adjectives of names.
  private static let adjectives: Set<String> = [
    "aided", "assisted", "augmented", "aware", "based", "centric", "conditioned", "constrained",
    "driven", "empowered", "enabled", "enhanced", "focused", "free", "guided", "informed",
    "integrated", "like", "only", "oriented", "powered", "specific", "style", "tuned", "type",
  ]
}

extension Vocabulary {
  /// The terms that a name asks for: itself, and the hyphen names whose stem it is.
  ///
  /// A paper with several of them is one paper of the name; each term counts by itself in the
  /// matrices.
  ///
  /// - Complexity: O(terms).
  public func ids(askedFor name: String) -> [Int] {
    let normal = Tokenizer.normalize(name)
    return (0..<count).filter {
      let term = term(at: $0)
      return term == normal || HyphenName.stem(of: term) == normal
    }
  }
}
