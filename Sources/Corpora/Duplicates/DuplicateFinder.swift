internal import BlockScheduling

/// Why two records are taken for one paper.
public enum DuplicateEvidence: String, Sendable, Hashable, CaseIterable, Comparable {
  /// They carry the same identifier: an arXiv id in any version, a DOI, or the source's own id.
  case identifier
  /// They have the same title, and an author or much of the abstract in common.
  case title
  /// Their abstracts are nearly the same, word by word.
  case abstract

  /// A phrase for people.
  public var explanation: String {
    switch self {
    case .identifier: "the same identifier"
    case .title: "the same title, with an author or much of the abstract in common"
    case .abstract: "nearly the same abstract"
    }
  }

  /// In the order in which the cases are declared, the surest first.
  public static func < (left: DuplicateEvidence, right: DuplicateEvidence) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// Finds the records that tell of one paper.
///
/// Three kinds of evidence, each of which joins two records:
/// - a common identifier; one that is neither an arXiv id nor a DOI, such as `17`, may stand for
///   other papers in other collections and needs the same title, a family name in common or
///   abstracts of a Jaccard similarity of at least ``similarityWithTitle``;
/// - the same folded title (``TitleFolding``) of at least ``shortestTitle`` bytes with a family
///   name in common or that similarity;
/// - abstracts of at least ``fewestShingles`` shingles and a similarity of at least
///   ``similarityAlone``, unless the titles name two parts of a series.
///
/// Candidates for the last come from bands of MinHash (Broder 1997) and are verified on the exact
/// sets. In a run of records with one key each is compared with the first eight and the eight
/// before it, in the order of their contents, so that the work stays linear when thousands share a text,
/// and the order of the input changes nothing.
///
/// - Complexity: O(bytes + n log n).
struct DuplicateFinder {
  /// A similarity that two texts of one title need to be one paper.
  static let similarityWithTitle = 0.3
  /// A similarity that two abstracts need to be one paper whatever their titles.
  ///
  /// With shingles of three words, about one word in 27 may differ.
  static let similarityAlone = 0.8
  /// Shorter abstracts say too little to be compared alone.
  static let fewestShingles = 20
  /// Shorter folded titles name too little to be compared: `Editorial`.
  static let shortestTitle = 15

  private let papers: [Paper]
  private let scheduler: BlockScheduler
  private var sets: DisjointSets
  /// By record: the surest evidence that joined it to another, or nil.
  private var evidence: [DuplicateEvidence?]
  /// By block of ``blockSize`` records.
  private let sketches: [[DuplicateSketch]]
  private static let blockSize = 512

  /// The sets of records that tell of one paper, and by record the surest evidence that joined it
  /// to another, or nil.
  static func duplicates(
    among papers: [Paper], scheduler: BlockScheduler
  ) -> (sets: DisjointSets, evidence: [DuplicateEvidence?]) {
    let finder = DuplicateFinder(papers, scheduler: scheduler)
    return (finder.sets, finder.evidence)
  }

  private init(_ papers: [Paper], scheduler: BlockScheduler) {
    self.papers = papers
    self.scheduler = scheduler
    sets = DisjointSets(count: papers.count)
    evidence = [DuplicateEvidence?](repeating: nil, count: papers.count)
    sketches = scheduler.map(papers.count, blockSize: Self.blockSize) { range in
      var artist = DuplicateSketch.Artist()
      return range.map { artist.sketch(title: papers[$0].title, abstract: papers[$0].abstract) }
    }
    let finder = self
    let repeated = scheduler.map(2 + MinHashSignature.bandCount, blockSize: 1) { range in
      let keys =
        switch range.lowerBound {
        case 0: finder.identifierKeys()
        case 1: finder.keys { $0.isLongTitle ? $0.title : nil }
        case let number: finder.keys { $0.hasBands ? $0.bands[number - 2] : nil }
        }
      return RepeatedKeys.records(of: keys)
    }
    joinIdentifiers(repeated[0])
    joinTitles(repeated[1])
    for band in repeated[2...] { joinAbstracts(band) }
  }

  private func identifierKeys() -> [(key: UInt64, record: Int32)] {
    var keys: [(key: UInt64, record: Int32)] = []
    keys.reserveCapacity(papers.count)
    for record in papers.indices {
      keys.append((Self.hash(papers[record].id, seed: 3), Int32(record)))
      for id in papers[record].otherIDs { keys.append((Self.hash(id, seed: 3), Int32(record))) }
    }
    return keys
  }

  /// The keys of the records that have one.
  @inline(__always)
  private func keys(
    _ key: (borrowing DuplicateSketch) -> UInt64?
  ) -> [(key: UInt64, record: Int32)] {
    var keys: [(key: UInt64, record: Int32)] = []
    keys.reserveCapacity(papers.count)
    for (number, block) in sketches.enumerated() {
      for place in block.indices {
        guard let key = key(block[place]) else { continue }
        keys.append((key, Int32(number * Self.blockSize + place)))
      }
    }
    return keys
  }

  private func title(_ record: Int) -> UInt64 {
    sketches[record / Self.blockSize][record % Self.blockSize].title
  }

  private static func hash(_ text: String, seed: UInt64) -> UInt64 {
    ShingleKernel.hash(text.utf8Span.span, seed: seed)
  }

  /// A hash of what a record says, which orders records whatever the order of the input.
  private func content(_ record: Int32) -> UInt64 {
    let paper = papers[Int(record)]
    return Self.hash(paper.abstract, seed: Self.hash(paper.title, seed: 1))
  }

  private mutating func join(_ one: Int, _ other: Int, by kind: DuplicateEvidence) {
    _ = sets.unite(one, other)
    evidence[one] = min(evidence[one] ?? kind, kind)
    evidence[other] = min(evidence[other] ?? kind, kind)
  }

  private mutating func joinIdentifiers(_ repeated: [(key: UInt64, record: Int32)]) {
    forEachPair(inRepeated: repeated) { finder, one, other in
      let (left, right) = (finder.papers[one], finder.papers[other])
      let shared = ([left.id] + left.otherIDs).filter { ([right.id] + right.otherIDs).contains($0) }
      guard let first = shared.first else { return }
      if shared.contains(where: Self.isUniversal)
        || Self.shareAnAuthor(left, right) || Self.areAlike(left, right)
        || finder.title(one) == finder.title(other)
          && !first.hasPrefix(Paper.titlePrefix)
      {
        finder.join(one, other, by: .identifier)
      }
    }
  }

  /// Whether an identifier means the same paper in every collection; a bare `17` does not.
  private static func isUniversal(_ id: String) -> Bool {
    ArXivIdentifier(id) != nil || DOI(id) != nil
  }

  private mutating func joinTitles(_ repeated: [(key: UInt64, record: Int32)]) {
    forEachPair(inRepeated: repeated) { finder, one, other in
      let (left, right) = (finder.papers[one], finder.papers[other])
      guard TitleFolding.fold(left.title) == TitleFolding.fold(right.title),
        Self.shareAnAuthor(left, right) || Self.areAlike(left, right)
      else { return }
      finder.join(one, other, by: .title)
    }
  }

  private static func areAlike(_ left: Paper, _ right: Paper) -> Bool {
    ShingleSet(of: left.abstract).jaccardSimilarity(to: ShingleSet(of: right.abstract))
      >= similarityWithTitle
  }

  private static func shareAnAuthor(_ left: Paper, _ right: Paper) -> Bool {
    let names = Set(left.authors.map(TitleFolding.familyName)).subtracting([[]])
    return right.authors.contains { names.contains(TitleFolding.familyName($0)) }
  }

  private mutating func joinAbstracts(_ repeated: [(key: UInt64, record: Int32)]) {
    forEachPair(inRepeated: repeated) { finder, one, other in
      guard finder.sets.root(of: one) != finder.sets.root(of: other) else { return }
      let left = ShingleSet(of: finder.papers[one].abstract)
      let right = ShingleSet(of: finder.papers[other].abstract)
      if min(left.count, right.count) >= Self.fewestShingles,
        !TitleFolding.areParts(finder.papers[one].title, finder.papers[other].title),
        left.jaccardSimilarity(to: right) >= Self.similarityAlone
      {
        finder.join(one, other, by: .abstract)
      }
    }
  }

  /// How many records of a run each one is compared with, at the run's start and before it.
  private static let reach = 8

  /// Calls `body` with pairs of records that share a key: each with the first ones of its run and
  /// with those before it, in the order of contents.
  private mutating func forEachPair(
    inRepeated keys: [(key: UInt64, record: Int32)],
    _ body: (inout DuplicateFinder, Int, Int) -> Void
  ) {
    let sorted = keys.map { (key: $0.key, content: content($0.record), record: $0.record) }
      .sorted { ($0.key, $0.content, $0.record) < ($1.key, $1.content, $1.record) }
    var first = 0
    for index in sorted.indices {
      if sorted[index].key != sorted[first].key { first = index }
      let record = Int(sorted[index].record)
      let near = max(first, index - Self.reach)..<index
      for other in near where sorted[other].record != sorted[index].record {
        body(&self, Int(sorted[other].record), record)
      }
      for other in first..<max(first, min(first + Self.reach, near.lowerBound)) {
        body(&self, Int(sorted[other].record), record)
      }
    }
  }
}
