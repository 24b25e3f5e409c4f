import PaperTrends

/// The punctuation around pieces: which, how often, by where a piece stands and what it is.
struct Decorations: Sendable {
  /// Where a piece stands.
  enum Place: Int, CaseIterable, Sendable { case inner, last, title }

  /// Opening and closing punctuation.
  struct Pair: Hashable, Sendable {
    var prefix: [UInt8]
    var suffix: [UInt8]

    static let none = Pair(prefix: [], suffix: [])
  }

  /// Counts of pairs by context.
  struct Counts: Sendable {
    fileprivate var pairs = [[Pair: Int]](repeating: [:], count: Decorations.contextCount)
    fileprivate var bare = [Int](repeating: 0, count: Decorations.contextCount)

    mutating func count(
      _ piece: SurfacePiece, of text: [UInt8], _ kind: SurfacePiece.Kind, _ place: Place
    ) {
      let context = Decorations.context(place, kind)
      if piece.prefix.isEmpty, piece.suffix.isEmpty {
        bare[context] += 1
      } else {
        let pair = Pair(prefix: Array(text[piece.prefix]), suffix: Array(text[piece.suffix]))
        pairs[context][pair, default: 0] += 1
      }
    }

    mutating func add(_ other: Counts) {
      for context in pairs.indices {
        pairs[context].merge(other.pairs[context], uniquingKeysWith: +)
        bare[context] += other.bare[context]
      }
    }
  }

  /// The kinds of pairs that are kept in each context; the rest is left out as too rare.
  private static let pairLimit = 30
  fileprivate static let contextCount = Place.allCases.count * SurfacePiece.Kind.allCases.count

  private let pairs: [[Pair]]
  private let tables: [SlotTable]

  init(_ counts: Counts) {
    var pairs: [[Pair]] = []
    var tables: [SlotTable] = []
    for context in 0..<Self.contextCount {
      let frequent = counts.pairs[context].sorted { left, right in
        left.value != right.value
          ? left.value > right.value : Self.precedes(left.key, right.key)
      }
      .prefix(Self.pairLimit)
      pairs.append([.none] + frequent.map(\.key))
      tables.append(
        SlotTable(counts: [counts.bare[context]] + frequent.map(\.value), slotCount: 4_096))
    }
    self.pairs = pairs
    self.tables = tables
  }

  /// The punctuation for a piece.
  func draw(
    _ place: Place, _ kind: SurfacePiece.Kind, _ generator: inout SplitMix64
  ) -> Pair {
    let context = Self.context(place, kind)
    guard !tables[context].isEmpty else { return .none }
    return pairs[context][tables[context].draw(&generator)]
  }

  fileprivate static func context(_ place: Place, _ kind: SurfacePiece.Kind) -> Int {
    place.rawValue * SurfacePiece.Kind.allCases.count + kind.rawValue
  }

  private static func precedes(_ left: Pair, _ right: Pair) -> Bool {
    left.prefix != right.prefix
      ? left.prefix.lexicographicallyPrecedes(right.prefix)
      : left.suffix.lexicographicallyPrecedes(right.suffix)
  }
}
