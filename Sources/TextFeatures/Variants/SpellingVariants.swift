/// Which terms are one term in another spelling or number, so that labels name it once.
///
/// | rule | joined |
/// |---|---|
/// | case, blanks and hyphens | `fine-tuning`, `fine tuning`, `finetuning` |
/// | plural of the last word | `language model`, `language models`; `ontology`, `ontologies` |
/// | British and American endings | `behaviour`, `behavior`; `modelling`, `modeling`; `optimise`, `optimize` |
///
/// Names with digits keep their `s`, and words in -ss, -us, -is are no plurals: `bias`, `analysis`,
/// `corpus`.
public enum SpellingVariants {
  /// What all variants of a term share, and no other term does; not meant to be read.
  ///
  /// - Complexity: O(bytes).
  public static func key(of term: String) -> String {
    let words = term.lowercased().split { $0 == " " || $0 == "-" }.map(String.init)
    guard let last = words.last else { return "" }
    return (words.dropLast() + [singular(last)]).map(american).joined()
  }

  /// The terms of a list, each with the later ones that are variants of it.
  ///
  /// - Complexity: O(bytes).
  public static func groups(_ terms: [String]) -> [[String]] {
    var groups: [[String]] = []
    var places: [String: Int] = [:]
    for term in terms {
      let key = key(of: term)
      if let place = places[key] {
        groups[place].append(term)
      } else {
        places[key] = groups.count
        groups.append([term])
      }
    }
    return groups
  }

  /// A word without the ending of a plural.
  static func singular(_ word: String) -> String {
    guard word.utf8.count > 3, word.hasSuffix("s") else { return word }
    let stem = word.dropLast()
    if let end = stem.last, end.isNumber || "sui".contains(end) || word.hasSuffix("bias") {
      return word
    }
    if word.hasSuffix("ies"), word.utf8.count > 4 { return String(word.dropLast(3)) + "y" }
    let esEndings = ["ches", "shes", "sses", "xes", "zes"]
    if esEndings.contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
    return String(stem)
  }

  /// A word with American endings.
  static func american(_ word: String) -> String {
    guard word.utf8.count > 5 else { return word }
    for (british, american) in endings where word.hasSuffix(british) {
      return String(word.dropLast(british.count)) + american
    }
    return word
  }

  /// Longest first among those with the same end.
  private static let endings: [(String, String)] = [
    ("isations", "izations"), ("isation", "ization"), ("ising", "izing"), ("ised", "ized"),
    ("iser", "izer"), ("ise", "ize"), ("ysing", "yzing"), ("ysed", "yzed"), ("yse", "yze"),
    ("ioural", "ioral"), ("iour", "ior"), ("olour", "olor"), ("abour", "abor"), ("avour", "avor"),
    ("eighbour", "eighbor"), ("elling", "eling"), ("elled", "eled"), ("eller", "eler"),
    ("abelling", "abeling"), ("centre", "center"), ("ologue", "olog"), ("atalogue", "atalog"),
  ]
}
