public import BlockScheduling
public import PaperTrends

/// What a synthetic dump takes from a real one: statistics of its words, texts, topics and dates.
///
/// No sequence of words is kept. Kinds of words follow one another as in the source
/// (``KindChain``); which word of a kind it is, depends on the topic and on the paper's own words
/// so far, and on nothing else.
public struct SourceStatistics: Sendable {
  /// The number of papers that it was learned from.
  public let paperCount: Int
  /// The growth of the source's vocabulary and its rank-frequency law.
  public let census: TermCensus

  let spellings: [[UInt8]]
  let functionWords: [Int32]
  let functionTable: SlotTable
  let symbols: [Int32]
  let symbolTable: SlotTable
  let pools: TopicPools
  let novelWords: NovelWords
  let repetition: Repetition
  let forms: TextForms
  let titleChain: KindChain
  let abstractChain: KindChain
  let decorations: Decorations
  /// The papers by date, undated ones last.
  let papersByDate: [Int32]
  let dates: [PublicationDate?]
  let categories: [[String]]

  /// Learns the statistics of papers.
  ///
  /// - Parameters:
  ///   - papers: The papers of the source, in canonical order.
  ///   - seed: The seed of the topics.
  ///   - scheduler: The threads to use.
  ///   - onStage: Is told the name of each stage that begins.
  /// - Throws: ``SynthesisError``.
  /// - Complexity: O(bytes of the texts + papers x topics x dimensions).
  public init(
    _ papers: [Paper], seed: UInt64, scheduler: BlockScheduler, onStage: (String) -> Void = { _ in }
  ) throws(SynthesisError) {
    let asWritten = PaperText(cleaner: TextCleaner(steps: []))
    let topics = try SourceTopics(
      texts: papers.map(asWritten.text(of:)), seed: seed, scheduler: scheduler, onStage: onStage)
    onStage("surface")
    let surfaceKinds = SurfaceKinds()
    let blocks = scheduler.map(papers.count, blockSize: SurfaceBlock.paperCount) {
      SurfaceBlock(papers[$0], surfaceKinds)
    }
    let surface = SurfaceWords(blocks)
    guard surface.contentLengths.contains(where: { $0 > 0 }) else { throw .noWords }
    var forms = TextForms()
    var titleChain = KindChain.Counts()
    var abstractChain = KindChain.Counts()
    var decorations = Decorations.Counts()
    for block in blocks {
      forms.append(block.textForms)
      titleChain.add(block.titleChain)
      abstractChain.add(block.abstractChain)
      decorations.add(block.decorations)
    }
    paperCount = papers.count
    spellings = surface.spellings
    (functionWords, functionTable) = Self.table(of: .function, in: surface)
    (symbols, symbolTable) = Self.table(of: .symbol, in: surface)
    self.forms = forms
    self.titleChain = KindChain(titleChain)
    self.abstractChain = KindChain(abstractChain)
    self.decorations = Decorations(decorations)
    dates = papers.map(\.date)
    categories = papers.map(\.categories)
    papersByDate = Self.byDate(papers)
    census = TermCensus(
      texts: papersByDate.map { asWritten.text(of: papers[Int($0)]) }, scheduler: scheduler)
    pools = TopicPools(topics, surface, scheduler: scheduler)
    novelWords = NovelWords(surface, topicWords: pools.words)
    var repetition = Repetition(surface)
    let (pools, novelWords) = (pools, novelWords)
    repetition.calibrate(surface) { paper, generator in
      ContentSource.draw(topic: Int(pools.topics[paper]), pools, novelWords, &generator)
    }
    self.repetition = repetition
  }

  private static func table(
    of kind: SurfacePiece.Kind, in surface: SurfaceWords
  ) -> ([Int32], SlotTable) {
    let ids = surface.kinds.indices.filter { surface.kinds[$0] == kind }
      .sorted {
        let (left, right) = (surface.occurrences[$0], surface.occurrences[$1])
        return left != right ? left > right : $0 < $1
      }
    return (
      ids.map { Int32($0) },
      SlotTable(counts: ids.map { surface.occurrences[$0] }, slotCount: 1 << 16)
    )
  }

  private static func byDate(_ papers: [Paper]) -> [Int32] {
    papers.indices.sorted { left, right in
      switch (papers[left].date, papers[right].date) {
      case (let first?, let second?): first != second ? first < second : left < right
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil): left < right
      }
    }
    .map { Int32($0) }
  }
}
