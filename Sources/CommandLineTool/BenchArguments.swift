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
