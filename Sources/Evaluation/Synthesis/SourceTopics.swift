import BlockScheduling
import PaperTrends

/// The topics of a source, as fine as an imitation needs them: TF-IDF of single words, truncated
/// SVD, k-means; no names.
struct SourceTopics: Sendable {
  /// By paper: its topic; the last one, which has no centroid, for papers without a term.
  let labels: [Int32]
  /// Topics x dimensions.
  let centroids: DenseMatrix
  /// By paper: the share of a neighbouring topic, from the distances to the two nearest centroids.
  let neighbourShares: [Float]

  var count: Int { centroids.rowCount + 1 }

  /// One topic for each twenty papers, up to 4,096: far more than a report would have, because
  /// the papers of one of its topics differ in their words as those of a source's fine topics do.
  static func count(paperCount: Int) -> Int { max(2, min(4_096, paperCount / 20)) }

  /// Topics this fine need no more than a rough partition.
  private static let iterations = 5

  init(
    texts: [String], seed: UInt64, scheduler: BlockScheduler, onStage: (String) -> Void
  ) throws(SynthesisError) {
    do {
      onStage("terms")
      var options = TextFeatureOptions()
      options.phrases = .none
      let tfidf = try TextFeatureModel.fit(texts, options: options, scheduler: scheduler).tfidf
      let rows = (0..<tfidf.rowCount).filter { !tfidf.entries(ofRow: $0).isEmpty }
      guard rows.count > 1 else {
        labels = [Int32](repeating: 0, count: texts.count)
        centroids = DenseMatrix(rowCount: 0, columnCount: 0)
        neighbourShares = [Float](repeating: 0, count: texts.count)
        return
      }
      onStage("decomposition")
      let dimensions = TopicModelOptions.defaultDimensions(paperCount: tfidf.rowCount)
      let vectors = try TruncatedSVD.fit(
        tfidf, options: TruncatedSVDOptions(components: dimensions), seed: seed,
        scheduler: scheduler
      ).documentVectors.withUnitRows(scheduler: scheduler)
      onStage("clustering")
      let clusters = min(Self.count(paperCount: texts.count), rows.count)
      let points = vectors.selectingRows(rows)
      var partition = KMeansOptions(clusterCount: clusters)
      partition.maximumIterations = Self.iterations
      partition.startingCentroids = points.selectingRows(
        Self.sample(clusters, of: rows.count, seed: seed))
      let clustering = try KMeans.fit(
        points, options: partition, seed: seed, scheduler: scheduler)
      centroids = clustering.centroids
      let assigned = CentroidAssignment(points, to: centroids, scheduler: scheduler)
      var labels = [Int32](repeating: Int32(clusters), count: texts.count)
      var shares = [Float](repeating: 0, count: texts.count)
      for (index, row) in rows.enumerated() {
        labels[row] = clustering.labels[index]
        let (own, other) = (assigned.ownDistances[index], assigned.otherDistances[index])
        if own > 0, other.isFinite {
          shares[row] = Float(own * own / (own * own + other * other))
        }
      }
      self.labels = labels
      neighbourShares = shares
    } catch {
      throw .topics("\(error)")
    }
  }

  /// Distinct numbers below `count` in random order (Fisher and Yates).
  private static func sample(_ size: Int, of count: Int, seed: UInt64) -> [Int] {
    var generator = SplitMix64(seed: seed, purpose: "source topics")
    var numbers = Array(0..<count)
    for index in 0..<size {
      numbers.swapAt(index, index + generator.nextIndex(below: count - index))
    }
    return Array(numbers[..<size])
  }
}
