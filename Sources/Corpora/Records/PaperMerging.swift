internal import BlockScheduling

/// Makes one paper of the records that tell of one, whatever their order.
enum PaperMerging {
  /// What became of the records that are no papers of their own.
  struct Result {
    /// For each record that was merged into another, in the order of the input.
    var merged: [Merged] = []
    /// Ids that named more than one paper, with the papers' new ids.
    var renamed: [(id: String, newIDs: [String])] = []
  }

  /// A record that was merged, with the paper it went into.
  struct Merged {
    var position: Int
    var paper: String
    var evidence: DuplicateEvidence
  }

  /// Makes of `papers`, which are in the order of the input, distinct papers in canonical order,
  /// each id once.
  ///
  /// Different papers that came with one id are told apart by `~2`, `~3` and so on behind it, in
  /// the order of their contents.
  ///
  /// - Complexity: O(bytes + n log n).
  static func merge(_ papers: inout [Paper], scheduler: BlockScheduler) -> Result {
    var (sets, evidence) = DuplicateFinder.duplicates(among: papers, scheduler: scheduler)
    let roots = papers.indices.map { sets.root(of: $0) }
    let others = papers.indices.filter { roots[$0] != $0 }
    for (root, group) in Dictionary(grouping: others, by: { roots[$0] }) {
      papers[root] = paper(from: ([root] + group).map { papers[$0] })
    }
    var result = Result()
    let order = canonicalOrder(papers, of: papers.indices.filter { roots[$0] == $0 })
    result.renamed = tellApart(&papers, order: order)
    result.merged = others.map { position in
      Merged(
        position: position, paper: papers[roots[position]].id,
        evidence: evidence[position] ?? .identifier)
    }
    papers.reorder(by: order + others)
    papers.removeLast(others.count)
    return result
  }

  /// Puts papers in canonical order, none merged.
  ///
  /// - Complexity: O(n log n) comparisons of ids.
  static func sort(_ papers: inout [Paper]) -> Result {
    papers.reorder(by: canonicalOrder(papers, of: Array(papers.indices)))
    return Result()
  }

  private static func tellApart(
    _ papers: inout [Paper], order: [Int]
  ) -> [(id: String, newIDs: [String])] {
    var renamed: [(id: String, newIDs: [String])] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      let id = papers[order[start]].id
      while end < order.count, papers[order[end]].id == id { end += 1 }
      if end > start + 1 {
        let newIDs = (start + 1..<end).map { "\(id)~\($0 - start + 1)" }
        for (place, newID) in zip(order[start + 1..<end], newIDs) {
          papers[place] = papers[place].renamed(newID)
        }
        renamed.append((id, newIDs))
      }
      start = end
    }
    return renamed
  }

  /// Some positions by the bytes of the ids, equal ids by all that the papers say.
  private static func canonicalOrder(_ papers: [Paper], of positions: [Int]) -> [Int] {
    let start = sharedPrefixLength(of: papers)
    let keys = positions.map { IDKey(papers[$0].id, from: start, position: $0) }
    return keys.sorted { left, right in
      if left.bytes != right.bytes { return left.bytes < right.bytes }
      let (one, other) = (papers[left.position], papers[right.position])
      if !one.id.utf8.elementsEqual(other.id.utf8) {
        return one.id.utf8.lexicographicallyPrecedes(other.id.utf8)
      }
      let (oneKey, otherKey) = (key(one), key(other))
      return oneKey == otherKey
        ? left.position < right.position : oneKey.lexicographicallyPrecedes(otherKey)
    }.map(\.position)
  }

  /// A paper's place, with the first bytes of its id that not all ids share.
  private struct IDKey {
    let bytes: UInt128
    let position: Int

    init(_ id: String, from start: Int, position: Int) {
      let id = id.utf8Span.span
      bytes = (start..<start + 16).reduce(0) { key, index in
        key << 8 | UInt128(index < id.count ? id[index] : 0)
      }
      self.position = position
    }
  }

  /// How many bytes all ids begin with in common.
  private static func sharedPrefixLength(of papers: [Paper]) -> Int {
    guard let id = papers.first?.id else { return 0 }
    let first = id.utf8Span.span
    return papers.reduce(first.count) { length, paper in
      let id = paper.id.utf8Span.span
      return (0..<min(length, id.count)).first { id[$0] != first[$0] } ?? min(length, id.count)
    }
  }

  /// The paper that records of one paper tell of together.
  ///
  /// The best id (arXiv's, else a DOI, else the source's own, else one made from the title; of
  /// equals the first by bytes) and the others beside it; the earliest date, of equal ones the more
  /// precise; the longest abstract and the longest title, of equally long ones the first by bytes;
  /// the categories as they are where all records agree, else all of them by bytes; authors and
  /// link of the fullest record that has any, which is the one with the most bytes of title,
  /// abstract and authors together, of equal ones the first by the bytes of its texts.
  static func paper(from records: [Paper]) -> Paper {
    let byFullness = records.map { (size: size($0), key: key($0), paper: $0) }
      .sorted {
        $0.size == $1.size ? $0.key.lexicographicallyPrecedes($1.key) : $0.size > $1.size
      }
      .map(\.paper)
    let lists = byFullness.map(\.categories)
    let ids = distinct(byFullness.flatMap { [$0.id] + $0.otherIDs })
    let best = distinct(byFullness.map(\.id)).min { rank($0) < rank($1) } ?? ""
    return Paper(
      id: best, title: longest(byFullness.map(\.title)),
      abstract: longest(byFullness.map(\.abstract)),
      authors: byFullness.first { !$0.authors.isEmpty }?.authors ?? [],
      date: byFullness.compactMap(\.date).min(by: isEarlier),
      categories: lists.allSatisfy { $0 == lists[0] } ? lists[0] : distinct(lists.joined()),
      link: byFullness.first { $0.id == best && $0.link != nil }?.link
        ?? byFullness.lazy.compactMap(\.link).first,
      otherIDs: ids.filter { $0 != best && !$0.hasPrefix(Paper.titlePrefix) })
  }

  private static func rank(_ id: String) -> Int {
    if ArXivIdentifier(id) != nil { return 0 }
    if DOI(id) != nil { return 1 }
    return id.hasPrefix(Paper.titlePrefix) ? 3 : 2
  }

  private static func distinct(_ texts: some Sequence<String>) -> [String] {
    Set(texts).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func longest(_ texts: [String]) -> String {
    texts.min {
      $0.utf8.count == $1.utf8.count
        ? $0.utf8.lexicographicallyPrecedes($1.utf8) : $0.utf8.count > $1.utf8.count
    } ?? ""
  }

  private static func isEarlier(_ left: PublicationDate, _ right: PublicationDate) -> Bool {
    (left.year, left.month ?? 13, left.day ?? 32) < (right.year, right.month ?? 13, right.day ?? 32)
  }

  private static func size(_ paper: Paper) -> Int {
    paper.authors.reduce(paper.title.utf8.count + paper.abstract.utf8.count) { $0 + $1.utf8.count }
  }

  /// All that a paper says, in an order that no two different papers share.
  private static func key(_ paper: Paper) -> [UInt8] {
    var encoder = PaperEncoder()
    encoder.append(paper)
    return encoder.bytes
  }
}

extension Paper {
  /// The same paper under another id.
  fileprivate func renamed(_ newID: String) -> Paper {
    Paper(
      id: newID, title: title, abstract: abstract, authors: authors, date: date,
      categories: categories, link: link, otherIDs: otherIDs)
  }
}
