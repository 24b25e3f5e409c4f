/// The words that are no terms: they carry grammar or the manner of writing, not a subject.
///
/// Two lists, each with the rule by which a word is on it: ``english`` and ``scholarly``.
public enum StopWords {
  /// The words of a choice of lists, lower case, in order.
  public static func words(_ list: TextFeatureOptions.StopWordList) -> [String] {
    switch list {
    case .englishAndScholarly: unique(english + scholarly)
    case .english: unique(english)
    case .none: []
    }
  }

  /// The stop words that may stand inside a phrase of three words.
  ///
  /// That is "of", which binds two nouns to one name ("chain of thought", "mixture of experts").
  /// Behind other prepositions stand objects of the sentence ("alignment with human").
  static let connectors = ["of"]

  private static func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }.sorted()
  }

  /// The words of one line of a list.
  static func list(_ classes: [String]) -> [String] {
    classes.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
  }
}
