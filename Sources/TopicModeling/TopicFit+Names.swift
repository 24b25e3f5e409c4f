import LinearAlgebra
import TextFeatures

extension TopicFit {
  /// Topics with their names, what became of the seeds, and the tree with a label at each node.
  func name(
    _ clustered: Clustered
  ) -> (topics: [Topic], outcomes: [SeedOutcome], tree: TopicTree) {
    let assembly = clustered.assembly
    let labeler = TopicLabeler(
      vocabulary: features.vocabulary, acronyms: options.acronyms,
      stopWords: CorpusStopWords(
        counts: counts, labels: assembly.labels, topicCount: assembly.members.count))
    let naming = TopicNaming(
      labeler: labeler, postings: clustered.postings, topics: assembly.labels)
    let entries = ClassTFIDF(
      counts: counts, members: assembly.members, limit: TopicLabeler.candidateCount,
      scheduler: scheduler
    ).topEntries
    let names = scheduler.map(assembly.members.count, blockSize: 1) { range in
      let topic = range.lowerBound
      let spoken = clustered.contrast.entries(
        clustered.contrast.termSums([topic]), limit: TopicLabeler.candidateCount)
      return naming.names([topic], size: assembly.members[topic].count, entries: spoken)
    }
    // A seed names its topic, so that no other topic may have that name.
    let labels = TopicNaming.distinctLabels(names, taken: Set(options.seeds.map(\.name)))
    let (topics, outcomes) = assembly.topics(
      terms: entries.map(labeler.terms), labels: labels,
      unitVectors: clustered.topicVectors, starts: clustered.starts, scheduler: scheduler)
    var tree = TopicTree(centroids: assembly.centroids, topics: topics)
    nameUnions(of: &tree, clustered.contrast, naming)
    return (topics, outcomes, tree)
  }

  /// Labels of the nodes above the topics, no two alike and none like a topic's.
  private func nameUnions(
    of tree: inout TopicTree, _ contrast: TermContrast, _ naming: TopicNaming
  ) {
    let unions = tree.nodes.dropFirst(tree.topicCount).dropLast()
    guard !unions.isEmpty else { return setRootLabel(of: &tree) }
    let nodes = Array(unions)
    let names = scheduler.map(nodes.count, blockSize: 1) { range in
      let node = nodes[range.lowerBound]
      let entries = contrast.entries(
        contrast.termSums(node.topics), limit: TopicLabeler.candidateCount)
      return naming.names(node.topics, size: node.size, entries: entries)
    }
    let labels = TopicNaming.distinctLabels(
      names, taken: Set(tree.nodes.prefix(tree.topicCount).map(\.label)))
    for (position, label) in labels.enumerated() {
      tree.nodes[unions.startIndex + position].label = label
    }
    setRootLabel(of: &tree)
  }

  /// The root holds all papers, so no phrase tells it from others.
  private func setRootLabel(of tree: inout TopicTree) {
    if tree.nodes.count > 1 { tree.nodes[tree.nodes.count - 1].label = "all papers" }
  }
}
