import PaperTrends

/// What one scan over the texts of some papers learns about their surface.
struct SurfaceBlock: Sendable {
  /// The number of papers in a block; part of the method, no option.
  static let paperCount = 2_048

  /// The forms of cores, in order of first occurrence.
  private(set) var forms: [String] = []
  private(set) var kinds: [SurfacePiece.Kind] = []
  /// By form: how often it occurs.
  private(set) var occurrences: [Int] = []
  /// By form: how often it occurs where nothing but itself decides about capitals.
  private(set) var plainOccurrences: [Int] = []
  /// The content words of all papers, as forms, paper by paper.
  private(set) var content: [Int32] = []
  /// Where each paper's content begins, and the end.
  private(set) var contentStarts: [Int32] = [0]
  private(set) var textForms = TextForms()
  private(set) var titleChain = KindChain.Counts()
  private(set) var abstractChain = KindChain.Counts()
  private(set) var decorations = Decorations.Counts()

  private var ids: [String: Int32] = [:]

  init(_ papers: ArraySlice<Paper>, _ surfaceKinds: SurfaceKinds) {
    for paper in papers {
      let title = readTitle(Array(paper.title.utf8), surfaceKinds)
      let sentences = readAbstract(Array(paper.abstract.utf8), surfaceKinds)
      textForms.append(
        titleLength: title.length, capitalizesTitle: title.capitalizes, sentences: sentences)
      contentStarts.append(Int32(content.count))
    }
    ids = [:]
  }

  private mutating func readTitle(
    _ text: [UInt8], _ surfaceKinds: SurfaceKinds
  ) -> (length: Int, capitalizes: Bool) {
    var scanner = SurfaceScanner()
    var previous: SurfacePiece.Kind?
    var (length, words, capitals) = (0, 0, 0)
    while let piece = scanner.next(in: text.span) {
      let kind = take(piece, of: text, surfaceKinds, isPlain: false)
      titleChain.count(kind, after: previous)
      decorations.count(piece, of: text, kind, .title)
      if kind == .content {
        words += 1
        if SurfaceKinds.isUpper(text[piece.core.lowerBound]) { capitals += 1 }
      }
      previous = kind
      length += 1
    }
    return (length, 2 * capitals > words)
  }

  private mutating func readAbstract(
    _ text: [UInt8], _ surfaceKinds: SurfaceKinds
  ) -> [UInt8] {
    var scanner = SurfaceScanner()
    var sentences: [UInt8] = []
    var length = 0
    var previous: SurfacePiece.Kind?
    var next = scanner.next(in: text.span)
    while let piece = next {
      next = scanner.next(in: text.span)
      let isLast =
        next.map { Self.isSentenceEnd(piece, before: $0, in: text) } ?? true
        || length + 1 == TextForms.sentenceLimit
      let kind = take(piece, of: text, surfaceKinds, isPlain: length > 0)
      abstractChain.count(kind, after: previous)
      decorations.count(piece, of: text, kind, isLast ? .last : .inner)
      length += 1
      previous = isLast ? nil : kind
      if isLast {
        sentences.append(UInt8(length))
        length = 0
      }
    }
    return sentences
  }

  /// Whether a full stop, question or exclamation mark closes `piece`, and no small letter follows.
  private static func isSentenceEnd(
    _ piece: SurfacePiece, before next: SurfacePiece, in text: [UInt8]
  ) -> Bool {
    let marks = [UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!")]
    return text[piece.suffix].contains(where: marks.contains)
      && !SurfaceKinds.isLower(text[next.core.lowerBound])
  }

  private mutating func take(
    _ piece: SurfacePiece, of text: [UInt8], _ surfaceKinds: SurfaceKinds, isPlain: Bool
  ) -> SurfacePiece.Kind {
    let core = String(decoding: text[piece.core], as: UTF8.self)
    let id: Int
    if let known = ids[core] {
      id = Int(known)
    } else {
      let (kind, form) = surfaceKinds.classify(text[piece.core])
      id = forms.count
      ids[core] = Int32(id)
      forms.append(form)
      kinds.append(kind)
      occurrences.append(0)
      plainOccurrences.append(0)
    }
    occurrences[id] += 1
    if isPlain { plainOccurrences[id] += 1 }
    if kinds[id] == .content { content.append(Int32(id)) }
    return kinds[id]
  }
}
