import Clustering
import Corpora

/// Scores the topics of papers against the labels of records.
///
/// A record has the topic of the paper with its id, whether it is the paper, was merged into it, or
/// was dropped beside it. A record without a topic is a cluster of its own.
struct LabelScoring: Sendable {
  private let classes: [Int32]
  /// By record: the row of its paper, or -1.
  private let rows: [Int32]

  init(_ records: LabelledRecords, papers: [Paper]) {
    let rowOfPaper = Dictionary(
      papers.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    classes = records.classes
    rows = records.paperIDs.map { rowOfPaper[$0] ?? -1 }
  }

  /// How many records have no topic under these labels of papers.
  func countWithoutTopic(_ labels: [Int32]) -> Int {
    rows.count { $0 < 0 || labels[Int($0)] < 0 }
  }

  /// Adds the scores against labels to `quality`.
  func score(_ labels: [Int32], into quality: inout ClusteringQuality) {
    let topics = rows.map { $0 < 0 ? -1 : labels[Int($0)] }
    let table = ContingencyTable(classes: classes, clusters: Singletons.separate(topics))
    quality[.nmi] = table.normalizedMutualInformation(mean: .arithmetic)
    quality[.ami] = table.adjustedMutualInformation(mean: .arithmetic)
    quality[.ari] = table.adjustedRandIndex
    quality[.vMeasure] = table.vMeasure()
    quality[.purity] = table.purity
    quality[.accuracy] = accuracy(topics)
  }

  /// Accuracy of the best one-to-one map.
  ///
  /// A class can be mapped to one of its single records at most, so one of each class stays in the
  /// table and its size does not grow with the records without a topic.
  private func accuracy(_ topics: [Int32]) -> Double {
    var kept: (classes: [Int32], topics: [Int32]) = ([], [])
    var hasSingle: Set<Int32> = []
    for (record, topic) in topics.enumerated()
    where topic >= 0 || hasSingle.insert(classes[record]).inserted {
      kept.classes.append(classes[record])
      kept.topics.append(topic)
    }
    let table = ContingencyTable(
      classes: kept.classes, clusters: Singletons.separate(kept.topics))
    guard !topics.isEmpty else { return 1 }
    return table.accuracy * Double(table.itemCount) / Double(topics.count)
  }
}

/// Labels in which everything without a topic is a cluster of its own.
enum Singletons {
  /// Gives each -1 a label that nothing else has.
  static func separate(_ labels: [Int32]) -> [Int32] {
    var next = (labels.max() ?? -1) + 1
    return labels.map { label in
      guard label < 0 else { return label }
      defer { next += 1 }
      return next
    }
  }
}
