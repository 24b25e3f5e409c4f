/// Makes one paper of the records that share an identifier, whatever their order.
enum PaperMerging {
  /// Papers in canonical order, each id once, and which record went into which.
  struct Result {
    var papers: [Paper] = []
    /// For each paper that was merged into another, its position and that of the one that came
    /// first, ascending.
    var merged: [(position: Int, into: Int)] = []
  }

  /// Merges `papers`.
  ///
  /// - Complexity: O(n log n) comparisons of ids.
  static func merge(_ papers: [Paper]) -> Result {
    let order = canonicalOrder(papers)
    var result = Result()
    result.papers.reserveCapacity(papers.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      let id = papers[order[start]].id
      while end < order.count, papers[order[end]].id.utf8.elementsEqual(id.utf8) { end += 1 }
      if end == start + 1 {
        result.papers.append(papers[order[start]])
      } else {
        let group = order[start..<end].sorted()
        result.papers.append(paper(from: group.map { papers[$0] }))
        result.merged += group.dropFirst().map { (position: $0, into: group[0]) }
      }
      start = end
    }
    result.merged.sort { $0.position < $1.position }
    return result
  }

  /// Papers in canonical order, none merged.
  ///
  /// - Complexity: O(n log n) comparisons of ids.
  static func inOrder(_ papers: [Paper]) -> Result {
    Result(papers: canonicalOrder(papers).map { papers[$0] })
  }

  /// Positions by the bytes of the ids, equal ids by position.
  private static func canonicalOrder(_ papers: [Paper]) -> [Int] {
    let keys = papers.map { paper in
      var bytes = paper.id.utf8.makeIterator()
      let high = (0..<8).reduce(UInt64(0)) { key, _ in key << 8 | UInt64(bytes.next() ?? 0) }
      let low = (0..<8).reduce(UInt64(0)) { key, _ in key << 8 | UInt64(bytes.next() ?? 0) }
      return (high: high, low: low)
    }
    return papers.indices.sorted { left, right in
      let (one, other) = (keys[left], keys[right])
      if one != other { return one < other }
      let (leftID, rightID) = (papers[left].id.utf8, papers[right].id.utf8)
      if leftID.elementsEqual(rightID) { return left < right }
      return leftID.lexicographicallyPrecedes(rightID)
    }
  }

  /// The paper that records of one identifier tell of together.
  ///
  /// The earliest date, of equal ones the more precise; the longest abstract and the longest title,
  /// of equally long ones the first by bytes; the categories as they are where all records agree,
  /// else all of them by bytes; authors and link of the fullest record that has any, which is the
  /// one with the most bytes of title, abstract and authors together, of equal ones the first by
  /// the bytes of its texts.
  static func paper(from records: [Paper]) -> Paper {
    let byFullness = records.map { (size: size($0), key: key($0), paper: $0) }
      .sorted {
        $0.size == $1.size ? $0.key.lexicographicallyPrecedes($1.key) : $0.size > $1.size
      }
      .map(\.paper)
    let lists = byFullness.map(\.categories)
    let union = Set(lists.joined()).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return Paper(
      id: byFullness[0].id, title: longest(byFullness.map(\.title)),
      abstract: longest(byFullness.map(\.abstract)),
      authors: byFullness.first { !$0.authors.isEmpty }?.authors ?? [],
      date: byFullness.compactMap(\.date).min(by: isEarlier),
      categories: lists.allSatisfy { $0 == lists[0] } ? lists[0] : union,
      link: byFullness.lazy.compactMap(\.link).first)
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
