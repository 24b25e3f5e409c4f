public import PaperTrends
import Corpora

/// All that a clustering benchmark measured.
public struct ClusteringBenchmarkResult: Sendable, Hashable {
  /// What the runs read.
  public struct Input: Sendable, Hashable, Codable {
    /// Records, readable or not.
    public var read: Int
    /// Papers that were clustered.
    public var kept: Int
    /// Records that were dropped.
    public var dropped: Int
    /// Records that were merged into a kept paper.
    public var duplicates: Int
    /// Bytes of the kept papers' titles and abstracts.
    public var textBytes: Int
    /// The SHA-256 of the kept papers.
    public var corpusDigest: String

    init(_ fitted: FittedCorpus) {
      let corpus = fitted.corpus
      read = corpus.read
      kept = corpus.papers.count
      dropped = corpus.droppedCount
      duplicates = corpus.duplicateCount
      textBytes = corpus.papers.reduce(0) { $0 + $1.title.utf8.count + $1.abstract.utf8.count }
      corpusDigest = fitted.digest
    }
  }

  /// What the runs were scored against.
  public struct Labels: Sendable, Hashable, Codable {
    /// Where the labels are from.
    public var source: LabelledRecords.Source
    /// The number of classes.
    public var classes: Int
    /// The number of records that were scored.
    public var scored: Int
    /// How many of them have no topic, and so are clusters of their own.
    public var withoutTopic: Int
    /// Records without a label, which cannot be scored.
    public var withoutLabel: Int
  }

  /// What the runs read; nil without a run.
  public var input: Input?
  /// The files that they read.
  public var files: [ReportRun.Input]
  /// What they were scored against; nil without labels.
  public var labels: Labels?
  /// Topic words that the texts do not have, in the run that has most of them.
  public var outsideWordCount: Int
  /// The runs in the order in which they were done.
  public var runs: [ClusteringRun]
  /// The scores by number of topics.
  public var summaries: [QualitySummary]

  /// Runs of one seed and number of topics whose digests differ, by the first of them.
  public var disagreements: [[ClusteringRun]] {
    var groups: [[ClusteringRun]] = []
    for run in runs {
      let index = groups.firstIndex {
        $0[0].seed == run.seed && $0[0].topicsAsked == run.topicsAsked
      }
      if let index { groups[index].append(run) } else { groups.append([run]) }
    }
    return groups.filter { group in group.contains { $0.digest != group[0].digest } }
  }

  /// The stages by threads and number of topics, medians over the seeds.
  public var stages: [StageSummary] {
    var keys: [(threads: Int, topics: String)] = []
    for run in runs where !keys.contains(where: { $0 == (run.threads, run.topicsAsked) }) {
      keys.append((run.threads, run.topicsAsked))
    }
    return keys.flatMap { key in
      StageSummary.summaries(
        of: runs.filter { $0.threads == key.threads && $0.topicsAsked == key.topics },
        input: input)
    }
  }
}
