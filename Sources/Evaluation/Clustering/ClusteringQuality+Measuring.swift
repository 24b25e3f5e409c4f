import BlockScheduling
import Clustering
import LinearAlgebra
import PaperTrends
import TopicModeling

extension ClusteringQuality {
  /// The scores of a fit that need no labels.
  ///
  /// Distances are Euclidean between the topic vectors, over the papers that have a topic. The reference corpus of coherence is the fit's own texts.
  ///
  /// - Returns: The scores, and how many topic words the texts do not have.
  static func measure(
    _ fitted: FittedCorpus, scheduler: BlockScheduler
  ) -> (quality: ClusteringQuality, outsideWordCount: Int) {
    let model = fitted.model
    let rows = model.labels.indices.filter { model.labels[$0] >= 0 }
    let labels = rows.map { model.labels[$0] }
    let points =
      rows.count == model.labels.count
      ? model.topicVectors : model.topicVectors.selectingRows(rows)
    var quality = ClusteringQuality()
    quality[.inertia] = model.inertia
    quality[.explainedVariance] = model.explainedVarianceRatio
    quality[.simplifiedSilhouette] =
      SimplifiedSilhouette(
        points, labels: labels, centroids: model.centroids, scheduler: scheduler
      ).mean
    quality[.daviesBouldin] =
      ClusterGeometry(
        points, labels: labels, clusterCount: model.topics.count, scheduler: scheduler
      ).daviesBouldin

    let words = model.topics.map { $0.terms.map(\.term) }
    let coherence = TopicCoherence(
      topics: words, in: fitted.corpus.papers.map(fitted.texts.text(of:)), scheduler: scheduler)
    quality[.npmi] = coherence.npmi
    quality[.cv] = coherence.cv
    quality[.uMass] = coherence.uMass
    let diversity = TopicDiversity(topics: words)
    quality[.diversity] = diversity.uniqueShare
    quality[.invertedRBO] = diversity.invertedRankBiasedOverlap
    return (quality, coherence.outsideWordCount)
  }
}
