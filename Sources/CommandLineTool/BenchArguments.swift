public import ArgumentParser
public import Evaluation
import PaperTrends

extension LabelledRecords.Source: ExpressibleByArgument {}

/// Numbers of topics and `auto`, comma-separated, each once.
struct TopicCountList: ExpressibleByArgument {
  var counts: [TopicModelOptions.TopicCount]

  init?(argument: String) {
    counts = []
    for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let count = TopicCountArgument(argument: String(word)), !counts.contains(count.value)
      else { return nil }
      counts.append(count.value)
    }
  }
}

/// Numbers of threads, comma-separated, each at least 1 and once.
struct ThreadCountList: ExpressibleByArgument {
  var counts: [Int]

  init?(argument: String) {
    counts = []
    for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let count = Int(word), count >= 1, !counts.contains(count) else { return nil }
      counts.append(count)
    }
  }
}

/// The model options of `report` without `--topics`, which is a list here, and without the file of
/// seeded topics; they mean the same.
struct BenchModelOptions: ParsableArguments {
  @Option(help: "How topics are made: lsa (TF-IDF, truncated SVD, k-means).")
  var method = TopicModelOptions.Method.lsa

  @Option(help: "Components of the truncated SVD (default: 100, fewer below 10,000 papers).")
  var dimensions: Int?

  @Option(help: "k-means seedings to try; the best is kept (default: 10, fewer for many papers).")
  var restarts: Int?

  @Option(help: "The first seed; --repeats says how many follow it.")
  var seed: UInt64 = 1

  @Option(help: "Leave out terms in fewer papers than this (default: grows with the corpus).")
  var minDf: Int?

  @Option(help: "Leave out words in a larger share of the papers than this.")
  var maxDf = 0.5

  @Option(help: "Phrases as terms: collocations or none.")
  var phrases = TextFeatureOptions.Phrases.collocations

  @Option(help: "Words that are no terms: englishAndScholarly, english or none.")
  var stopWords = TextFeatureOptions.StopWordList.englishAndScholarly

  /// The words that ask for the same fit of every other command.
  private func words(topics: TopicModelOptions.TopicCount, seed: UInt64) -> [String] {
    var words = ["--method", method.rawValue, "--topics", topics.asked, "--seed", String(seed)]
    if let dimensions { words += ["--dimensions", String(dimensions)] }
    if let restarts { words += ["--restarts", String(restarts)] }
    if let minDf { words += ["--min-df", String(minDf)] }
    words += ["--max-df", String(maxDf), "--phrases", phrases.rawValue]
    return words + ["--stop-words", stopWords.rawValue]
  }

  /// The options of one run, checked by the rules of every other command.
  func options(topics: TopicModelOptions.TopicCount, seed: UInt64) throws -> ModelOptions {
    try ModelOptions.parse(words(topics: topics, seed: seed))
  }

  func validate() throws {
    do {
      _ = try options(topics: .automatic, seed: seed)
    } catch {
      throw ValidationError(ModelOptions.message(for: error))
    }
  }
}
