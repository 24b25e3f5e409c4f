import PaperTrends

/// The order in which grammar, content and symbols follow one another: a Markov chain over kinds.
struct KindChain: Sendable {
  /// How often each kind follows each state; states are the beginning and the kinds.
  struct Counts: Sendable {
    private(set) var values = [Int](repeating: 0, count: 4 * 3)

    mutating func count(_ kind: SurfacePiece.Kind, after previous: SurfacePiece.Kind?) {
      values[KindChain.state(previous) * 3 + kind.rawValue] += 1
    }

    mutating func add(_ other: Counts) {
      for index in values.indices { values[index] += other.values[index] }
    }
  }

  private let tables: [SlotTable]

  init(_ counts: Counts) {
    tables = (0..<4).map { state in
      SlotTable(counts: Array(counts.values[state * 3..<state * 3 + 3]), slotCount: 1_024)
    }
  }

  /// The kind of the next piece; content where a state has no successor in the source.
  func next(
    after previous: SurfacePiece.Kind?, _ generator: inout SplitMix64
  ) -> SurfacePiece.Kind {
    let table = tables[Self.state(previous)]
    guard !table.isEmpty else { return .content }
    return SurfacePiece.Kind(rawValue: table.draw(&generator)) ?? .content
  }

  private static func state(_ kind: SurfacePiece.Kind?) -> Int { kind.map { $0.rawValue + 1 } ?? 0 }
}
