import ArgumentParser
import PaperTrends

/// Options that mean the same in every command that fits a model.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How topics are made: graph (truncated SVD smoothed over nearest neighbours, merged clusters,"
        + " refined by words) or lsa (truncated SVD, k-means)."))
  var method = TopicModelOptions.Method.graph

  @Option(
    help: ArgumentHelp(
      "Components of the truncated SVD (default: 48; with lsa 100, fewer below 10,000 papers)."))
  var dimensions: Int?

  @Option(
    help: ArgumentHelp(
      "Vectors in place of the truncated SVD: a NumPy array, one row a paper.",
      valueName: "file.npy"))
  var vectors: String?

  @Option(
    help: ArgumentHelp(
      "The id of each row of --vectors, one a line (default: the order of the input's records).",
      valueName: "file"))
  var vectorIds: String?

  @Option(help: "How nearest neighbours are found: pruned (from the largest weights) or exact.")
  var neighbors = NeighborSearchArgument.pruned

  @Option(
    help: """
      With lsa: k-means seedings to try; the best is kept (default: 10, fewer for many papers).
      """)
  var restarts: Int?

  @Option(help: "The seed of every random choice.")
  var seed: UInt64 = 1

  @Option(help: "Leave out terms in fewer papers than this (default: grows with the corpus).")
  var minDf: Int?

  @Option(help: "Leave out words in a larger share of the papers than this.")
  var maxDf = 0.5

  @Option(help: "Phrases as terms: collocations or none.")
  var phrases = TextFeatureOptions.Phrases.collocations

  @Option(help: "Words that are no terms: englishAndScholarly, english or none.")
  var stopWords = TextFeatureOptions.StopWordList.englishAndScholarly

  @OptionGroup var text: TextOptions

  func validate() throws {
    if let dimensions, dimensions < 1 {
      throw ValidationError("--dimensions must be at least 1, not \(dimensions).")
    }
    if let restarts, restarts < 1 {
      throw ValidationError("--restarts must be at least 1, not \(restarts).")
    }
    if restarts != nil, method != .lsa {
      throw ValidationError(
        "--restarts needs --method lsa; --method graph starts from the densest papers.")
    }
    if vectorIds != nil, vectors == nil {
      throw ValidationError("--vector-ids says whose the rows of --vectors are; give both.")
    }
    if vectors != nil, method != .graph {
      throw ValidationError("--vectors needs --method graph, not \(method.rawValue).")
    }
    if vectors != nil, dimensions != nil {
      throw ValidationError("--vectors has its own dimensions; leave out --dimensions.")
    }
    if let minDf, minDf < 1 { throw ValidationError("--min-df must be at least 1, not \(minDf).") }
    guard maxDf > 0, maxDf <= 1 else {
      throw ValidationError("--max-df is a share above 0 and up to 1, not \(maxDf).")
    }
  }
}

/// Options about which topics there are.
struct TopicOptions: ParsableArguments {
  @Option(help: "The number of topics, or auto.")
  var topics = TopicCountArgument.automatic

  @Option(
    help: ArgumentHelp(
      "A YAML file that names topics by terms or example papers.", valueName: "file"))
  var seeds: String?
}

/// Options that say what the input is and what part of it is asked about.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day on which a daily-papers page was saved; it gives dates without a year theirs.",
      valueName: "date"))
  var saved: DateArgument?

  @Option(
    help: ArgumentHelp(
      "Leave out papers after this day (default: the day of the latest paper).",
      valueName: "date"))
  var asOf: DateArgument?

  @Option(
    help: ArgumentHelp(
      "Papers dated after this day have a wrong date (default: the machine's today).",
      valueName: "date"))
  var today: DateArgument?

  @Option(help: "The date of a paper that counts: first (its first version) or updated.")
  var date = CorpusReadingOptions.DateChoice.first

  @Option(
    help: ArgumentHelp(
      "The zone whose days count for dates with a time: UTC, +08:00 or Europe/Berlin.",
      valueName: "zone"))
  var timeZone = DateZone.utc

  @Option(
    help: ArgumentHelp(
      "Which column of a table, or key of JSON Lines, is what: title=Name,abstract=Text,date=When.",
      valueName: "field=column,..."),
    transform: ColumnMap.init(argumentText:))
  var map: ColumnMap?

  @Flag(help: "Stop at the first record that is not as it should be.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Stop where more of the records than this cannot be read; looked at from 1,000 records on.",
      valueName: "share"))
  var maxBad: ShareArgument?

  @OptionGroup(title: "Papers") var selection: SelectionOptions
}

/// Options about how a command runs and talks; none changes a result.
struct RunOptions: ParsableArguments {
  @Option(help: "Worker threads (default: the machine's cores).")
  var threads: Int?

  @Flag(help: "One JSON document on standard output and nothing else there.")
  var json = false

  @Flag(help: "No progress on standard error.")
  var quiet = false

  @Flag(help: "No colour in the terminal.")
  var noColor = false

  func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError("--threads must be at least 1, not \(threads).")
    }
  }
}

/// How the neighbours of the graph method are found.
enum NeighborSearchArgument: String, ExpressibleByArgument, CaseIterable {
  case pruned
  case exact

  var method: NeighborGraphOptions.Method {
    switch self {
    case .pruned: NeighborGraphOptions().method
    case .exact: .exact
    }
  }
}

/// `auto` or a number of at least 1.
struct TopicCountArgument: ExpressibleByArgument {
  static let automatic = TopicCountArgument(value: .automatic)

  var value: TopicModelOptions.TopicCount

  private init(value: TopicModelOptions.TopicCount) { self.value = value }

  init?(argument: String) {
    if argument == "auto" {
      value = .automatic
    } else if let count = Int(argument), count >= 1 {
      value = .fixed(count)
    } else {
      return nil
    }
  }

  var defaultValueDescription: String {
    switch value {
    case .automatic: "auto"
    case .fixed(let count): String(count)
    }
  }
}

/// A day written as `2025-10-03`.
struct DateArgument: ExpressibleByArgument {
  var date: PublicationDate

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2]),
      let date = PublicationDate(year: year, month: month, day: day)
    else { return nil }
    self.date = date
  }
}
