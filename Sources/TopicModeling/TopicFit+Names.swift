import BlockScheduling
import LinearAlgebra
import TextFeatures

extension TopicFit {
  /// Topics with their names, what became of the seeds, and the tree with a label at each node.
  func name(
    _ clustered: Clustered
  ) -> (topics: [Topic], outcomes: [SeedOutcome], tree: TopicTree) {
    let assembly = clustered.assembly
    let topicCount = assembly.members.count
    let byClass = ClassTFIDF(
      counts: counts, members: assembly.members, limit: TopicLabeler.candidateCount,
      scheduler: scheduler)
    let (shown, papers) = (byClass.topEntries, byClass.papers)
    var tree = TopicTree(centroids: assembly.centroids, sizes: assembly.members.map(\.count))
    // The root holds all papers, so no phrase tells it from others.
    let nodes = Array(topicCount > 1 ? tree.nodes.dropLast() : tree.nodes[...])
    let spoken = scheduler.map(nodes.count, blockSize: 1) { range in
      clustered.contrast.entries(
        clustered.contrast.termSums(nodes[range.lowerBound].topics),
        limit: TopicLabeler.candidateCount)
    }
    let labeler = TopicLabeler(
      vocabulary: features.vocabulary, acronyms: options.acronyms,
      stopWords: CorpusStopWords(
        papersOfTopics: papers.papers, totals: papers.totals,
        sizes: assembly.members.map(\.count)),
      terms: [shown.joined(), spoken.joined()].joined().map(\.term), scheduler: scheduler)
    let naming = TopicNaming(
      labeler: labeler,
      postings: clustered.postings
        ?? Postings(tfidf, terms: labeler.table.terms, scheduler: scheduler),
      members: assembly.members, paperCount: assembly.labels.count, counts: papers)
    let names = scheduler.map(nodes.count, blockSize: 1) { range in
      let node = nodes[range.lowerBound]
      return naming.names(node.topics, size: node.size, entries: spoken[range.lowerBound])
    }
    // A seed names its topic, so that no other topic may have that name.
    let labels = TopicNaming.distinctLabels(
      Array(names.prefix(topicCount)), taken: Set(options.seeds.map(\.name)))
    let paperCount = assembly.members.reduce(0) { $0 + $1.count }
    let terms = scheduler.map(topicCount, blockSize: 1) { range in
      let topic = range.lowerBound
      return switch options.method {
      case .lsa: labeler.terms(shown[topic])
      case .graph:
        labeler.coherentTerms(
          shown[topic], in: counts, members: assembly.members[topic], counts: papers,
          paperCount: paperCount)
      }
    }
    let (topics, outcomes) = assembly.topics(
      terms: terms, labels: labels, unitVectors: clustered.topicVectors,
      starts: clustered.starts, scheduler: scheduler)
    let unions = TopicNaming.distinctLabels(
      Array(names.dropFirst(topicCount)), taken: Set(topics.map(\.label)))
    tree.setLabels(topics.map(\.label) + unions)
    return (topics, outcomes, tree)
  }
}
