import PaperTrends

/// Writes synthetic papers, each from its own generator: a paper depends on the source, the seed,
/// its number and the number of papers, and on no other paper.
struct PaperGenerator {
  private let source: SourceStatistics
  private let options: SynthesisOptions
  private let spelling: InventedSpelling

  /// The paper's words that may come again.
  private var urn: [Int64] = []
  /// The number of the paper's content words so far.
  private var contentCount = 0
  private var generator = SplitMix64(seed: 0)
  private var topic = 0
  private var neighbour = 0
  private var neighbourShare = 0.0

  /// Title, blank line and abstract of the paper made last.
  private(set) var text: [UInt8] = []
  /// Where in `text` the title ends.
  private(set) var titleEnd = 0
  /// The paper of the source whose place in time, topic and categories the paper made last has.
  private(set) var model = 0

  init(_ source: SourceStatistics, _ options: SynthesisOptions) {
    self.source = source
    self.options = options
    var seeds = SplitMix64(seed: options.seed, purpose: "invented spelling")
    spelling = InventedSpelling(seed: seeds.next())
  }

  /// Writes the paper of a number.
  ///
  /// Numbers go by date: the paper's place among all is, up to a random part of one step, its
  /// model's place among the papers of the source, so that each week has its share of the papers.
  /// Length and sentences are those of another paper of the same topic.
  mutating func make(_ number: Int) {
    generator = SplitMix64(seed: options.seed, purpose: "synthetic paper", index: number)
    let progress = (Double(number) + generator.nextUnit()) / Double(options.paperCount)
    let place = Int(progress * Double(source.paperCount))
    model = Int(source.papersByDate[min(place, source.paperCount - 1)])
    topic = Int(source.pools.topics[model])
    neighbour = source.pools.neighbour(of: topic, &generator)
    neighbourShare = Double(source.pools.neighbourShares[model])
    let peers = source.pools.papers[topic].count
    let form = Int(source.pools.papers[topic][generator.nextIndex(below: peers)])
    urn.removeAll(keepingCapacity: true)
    contentCount = 0
    text.removeAll(keepingCapacity: true)
    writeTitle(form)
    titleEnd = text.count
    text.append(0x0A)
    text.append(0x0A)
    writeAbstract(form)
  }

  private mutating func writeTitle(_ form: Int) {
    let capitalizes = source.forms.capitalizesTitle[form]
    var previous: SurfacePiece.Kind?
    for index in 0..<Int(source.forms.titleLengths[form]) {
      if index > 0 { text.append(0x20) }
      let kind = source.titleChain.next(after: previous, &generator)
      write(kind, .title, capitalizes: index == 0 || capitalizes && kind == .content)
      previous = kind
    }
  }

  private mutating func writeAbstract(_ form: Int) {
    for (index, length) in source.forms.sentences(ofPaper: form).enumerated() {
      if index > 0 { text.append(0x20) }
      var previous: SurfacePiece.Kind?
      for position in 0..<Int(length) {
        if position > 0 { text.append(0x20) }
        let kind = source.abstractChain.next(after: previous, &generator)
        write(kind, position + 1 == Int(length) ? .last : .inner, capitalizes: position == 0)
        previous = kind
      }
    }
  }

  private mutating func write(
    _ kind: SurfacePiece.Kind, _ place: Decorations.Place, capitalizes: Bool
  ) {
    let decoration = source.decorations.draw(place, kind, &generator)
    text += decoration.prefix
    let start = text.count
    switch kind {
    case .function where !source.functionTable.isEmpty:
      text += source.spellings[Int(source.functionWords[source.functionTable.draw(&generator)])]
    case .symbol where !source.symbolTable.isEmpty:
      writeSymbol(source.spellings[Int(source.symbols[source.symbolTable.draw(&generator)])])
    default: writeContent()
    }
    if capitalizes, SurfaceKinds.isLower(text[start]) { text[start] &= 0xDF }
    text += decoration.suffix
  }

  private mutating func writeContent() {
    let (source, topic, neighbour, share) = (source, topic, neighbour, neighbourShare)
    let word = source.repetition.next(&urn, after: contentCount, &generator) { generator in
      ContentSource.draw(
        topic: generator.nextUnit() < share ? neighbour : topic, source.pools, source.novelWords,
        &generator)
    }
    contentCount += 1
    if word >= 0 {
      text += source.spellings[Int(word)]
    } else {
      spelling.append(-1 - word, to: &text)
    }
  }

  /// Writes a symbol with other digits; an address leads to invented names.
  private mutating func writeSymbol(_ symbol: [UInt8]) {
    for byte in symbol {
      text.append(
        byte == UInt8(ascii: "0")
          ? UInt8(ascii: "0") + UInt8(generator.nextIndex(below: 10)) : byte)
    }
    if symbol.elementsEqual(SurfaceKinds.address.utf8) {
      spelling.append(Int64(generator.nextIndex(below: 1 << 20)), to: &text)
      text += Array(".example/".utf8)
      spelling.append(Int64(generator.nextIndex(below: 1 << 20)), to: &text)
    }
  }
}
