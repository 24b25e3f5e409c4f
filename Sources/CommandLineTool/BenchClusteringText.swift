import Evaluation
import PaperTrends

/// A clustering benchmark for people.
struct BenchClusteringText {
  var document: ClusteringBenchmarkDocument
  var result: ClusteringBenchmarkResult

  var text: String {
    [heading, stages, quality, work, digests].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var seedCount: Int { Set(document.runs.map(\.seed)).count }

  private var heading: String {
    guard let papers = document.papers else { return "" }
    return """
      \(FixedPoint.count(papers.read, "record")) read, \
      \(FixedPoint.count(papers.kept, "paper")) kept \
      (\(FixedPoint.string(Double(papers.textBytes) / 1e6, places: 1)) MB of titles and abstracts), \
      \(FixedPoint.count(papers.duplicates, "duplicate")), \(papers.dropped) dropped; \
      \(FixedPoint.count(seedCount, "seed")), \(document.run.blas).

      """
  }

  private var stages: String {
    var table = BenchTable(
      [
        "topics", "stage", "threads", "seconds", "low", "high", "papers/s", "MB/s", "peak MiB",
        "cal.",
      ],
      wordColumns: 2)
    for stage in document.run.stages {
      table.append([
        stage.topics, stage.name, String(stage.threads), seconds(stage.seconds),
        seconds(stage.secondsLow), seconds(stage.secondsHigh),
        FixedPoint.grouped(Int(stage.papersPerSecond)),
        FixedPoint.string(stage.megabytesPerSecond, places: 1),
        FixedPoint.string(Double(stage.peakMemoryBytes) / 1_048_576, places: 0),
        FixedPoint.string(stage.perCalibration, places: 1),
      ])
    }
    return "Stages: median, lowest and highest of \(FixedPoint.count(seedCount, "run"));"
      + " cal. is the median in calibration loops\n" + table.text
  }

  private func seconds(_ value: Double) -> String { FixedPoint.string(value, places: 3) }

  private var quality: String {
    var table = BenchTable(
      ["score"] + document.summaries.map { "\($0.topics) topics" }, wordColumns: 1)
    for metric in QualityMetric.allCases {
      let cells = document.summaries.map { spread($0[metric], metric) }
      if cells.contains(where: { !$0.isEmpty }) { table.append([metric.title] + cells) }
    }
    let stability = document.summaries.map { $0.stabilityARI.map { number($0) } ?? "" }
    if stability.contains(where: { !$0.isEmpty }) {
      table.append(["ARI between seeds"] + stability)
    }
    let coherence = document.coherence
    var lines = [
      "Quality: mean ± standard deviation over \(FixedPoint.count(seedCount, "seed"))",
      table.text
        + "  Distances: \(document.space). Coherence: \(coherence.reference), top"
        + " \(coherence.topWords) words,",
      "  windows of \(coherence.npmiWindow) (NPMI) and \(coherence.cvWindow) (C_v),"
        + " documents (U_mass), eps \(coherence.epsilon), \(coherence.wordsOutside) words outside.",
    ]
    if let labels = document.labels {
      let withoutLabel =
        labels.withoutLabel > 0
        ? "; \(FixedPoint.count(labels.withoutLabel, "record")) without a label cannot be" : ""
      lines.append(
        "  Scored: \(FixedPoint.count(labels.scored, "record")) of"
          + " \(FixedPoint.count(labels.classes, "class", "classes")) (\(labels.source.rawValue));"
          + " \(FixedPoint.grouped(labels.withoutTopic)) without a topic count as a cluster each"
          + withoutLabel + ".")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func spread(_ spread: Spread?, _ metric: QualityMetric) -> String {
    guard let spread else { return "" }
    let places = metric == .inertia ? 1 : 4
    let mean = FixedPoint.string(spread.mean, places: places)
    return spread.sd.map { "\(mean) ± \(FixedPoint.string($0, places: places))" } ?? mean
  }

  private func number(_ value: Double) -> String { FixedPoint.string(value, places: 4) }

  private var work: String {
    let groups = document.summaries.map { summary in
      document.runs.filter {
        $0.topicsAsked == summary.topics && $0.threads == document.run.threads.first
      }.map(\.work)
    }
    guard groups.contains(where: { !$0.isEmpty }) else { return "" }
    var table = BenchTable(
      ["count"] + document.summaries.map { "\($0.topics) topics" }, wordColumns: 1)
    let counts: [(String, KeyPath<FitWork, Int>)] = [
      ("passes over the matrix", \.matrixPasses), ("k-means iterations", \.iterations),
      ("distance evaluations", \.distanceEvaluations),
      ("exact distances", \.exactDistances), ("label changes", \.labelChanges),
    ]
    for (name, count) in counts {
      table.append(
        [name]
          + groups.map { group in
            guard !group.isEmpty else { return "" }
            return FixedPoint.grouped(
              group.reduce(0) { $0 + $1[keyPath: count] } / group.count)
          })
    }
    return "Work: mean over \(FixedPoint.count(seedCount, "seed"))\n" + table.text
  }

  private var digests: String {
    let counts = document.run.threads.map(String.init).joined(separator: ", ")
    guard !document.digestsMatch else {
      return document.run.threads.count > 1
        ? "Digests: the same with \(counts) threads, for every seed and number of topics.\n"
        : "Digests: one number of threads was run, so none are compared.\n"
    }
    let lines = result.disagreements.flatMap { group in
      group.map {
        "  \($0.topicsAsked) topics, seed \($0.seed), \($0.threads) threads: \($0.digest)\n"
      }
    }
    return "Digests DIFFER:\n" + lines.joined()
  }
}
