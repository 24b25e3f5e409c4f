import PaperTrends

extension InputOptions {
  /// The options that change results, in a fixed order.
  func reproducingWords(today: PublicationDate?) -> [String] {
    var words: [String] = []
    if date != .first { words.append("--date \(date.rawValue)") }
    if timeZone != .utc { words.append("--time-zone \(timeZone.name)") }
    if let map { words.append("--map \(ShellWord.quoted(map.description))") }
    if let saved { words.append("--saved \(saved.date)") }
    if let asOf { words.append("--as-of \(asOf.date)") }
    if let today { words.append("--today \(today)") }
    return words + selection.reproducingWords
  }
}

extension TopicOptions {
  /// The options that change results, in a fixed order.
  var reproducingWords: [String] {
    ["--topics \(topics.defaultValueDescription)"]
      + (seeds.map { ["--seeds \($0.split(separator: "/").last ?? "")"] } ?? [])
  }
}

extension ModelOptions {
  /// The options that change results, in a fixed order; defaults that no one would look for are
  /// left out.
  var reproducingWords: [String] {
    var words = ["--method \(method.rawValue)"]
    if let dimensions { words.append("--dimensions \(dimensions)") }
    if let vectors { words.append("--vectors \(vectors.split(separator: "/").last ?? "")") }
    if let vectorIds { words.append("--vector-ids \(vectorIds.split(separator: "/").last ?? "")") }
    if neighbors != .pruned { words.append("--neighbors \(neighbors.rawValue)") }
    if let restarts { words.append("--restarts \(restarts)") }
    if let minDf { words.append("--min-df \(minDf)") }
    if maxDf != 0.5 { words.append("--max-df \(maxDf)") }
    if phrases != .collocations { words.append("--phrases \(phrases.rawValue)") }
    if stopWords != .englishAndScholarly { words.append("--stop-words \(stopWords.rawValue)") }
    words += text.reproducingWords
    words.append("--seed \(seed)")
    return words
  }
}
