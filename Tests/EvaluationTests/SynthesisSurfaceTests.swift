import PaperTrends
import Testing

@testable import Evaluation

@Suite struct SynthesisSurfaceTests {
  private func pieces(_ text: String) -> [[String]] {
    let bytes = Array(text.utf8)
    var scanner = SurfaceScanner()
    var pieces: [[String]] = []
    while let piece = scanner.next(in: bytes.span) {
      pieces.append(
        [piece.prefix, piece.core, piece.suffix].map { String(decoding: bytes[$0], as: UTF8.self) })
    }
    return pieces
  }

  @Test(arguments: 0..<20) func piecesAndSpacesRebuildTheText(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let alphabet = Array("ab.,()$ \" \n'-0é“”".utf8)
    let bytes = (0..<200).map { _ in alphabet[generator.nextIndex(below: alphabet.count)] }
    var scanner = SurfaceScanner()
    var end = 0
    while let piece = scanner.next(in: bytes.span) {
      #expect(bytes[end..<piece.prefix.lowerBound].allSatisfy { $0 <= 0x20 })
      #expect(piece.prefix.upperBound == piece.core.lowerBound)
      #expect(piece.core.upperBound == piece.suffix.lowerBound)
      #expect(!piece.core.isEmpty)
      end = piece.suffix.upperBound
    }
    #expect(bytes[end...].allSatisfy { $0 <= 0x20 })
  }

  @Test func punctuationComesOff() {
    #expect(
      pieces("(the “model”, e.g. GPT-4). ...")
        == [
          ["(", "the", ""], ["“", "model", "”,"], ["", "e.g", "."], ["", "GPT-4", ")."],
          ["", "...", ""],
        ])
  }

  @Test func aFormulaIsOnePiece() {
    #expect(
      pieces("cost $O(n \\log n)$, or $5 each").map { $0[1] }
        == ["cost", "$O(n \\log n)$", "or", "$5", "each"])
  }

  @Test(arguments: [
    ("The", SurfacePiece.Kind.function, "The"), ("a", .function, "a"),
    ("k-means", .content, "k-means"), ("77.3\\%", .symbol, "00.0\\%"), ("x", .symbol, "x"),
    ("2025", .symbol, "0000"), ("$k$", .symbol, "$k$"),
    ("https://host/path", .symbol, "https://"), ("someone@host.org", .symbol, "https://"),
  ]) func coresHaveKinds(core: String, kind: SurfacePiece.Kind, form: String) {
    let found = SurfaceKinds().classify(Array(core.utf8)[...])
    #expect(found.kind == kind)
    #expect(found.form == form)
  }

  @Test func capitalsDoNotMakeAnotherWord() {
    let papers = [
      Paper(id: "1", title: "Graph Walks", abstract: "Graph walks and GPUs. Walks on a graph."),
      Paper(id: "2", title: "GPUs", abstract: "We count GPUs, gpus in a graph."),
    ]
    let words = SurfaceWords([SurfaceBlock(papers[...], SurfaceKinds())])
    let content = words.spellings.indices.filter { words.kinds[$0] == .content }
    let spellings = content.map { String(decoding: words.spellings[$0], as: UTF8.self) }
    #expect(spellings == ["graph", "walks", "GPUs", "count"])
    #expect(content.map { words.documentFrequency[$0] } == [2, 1, 2, 1])
    #expect(content.map { words.occurrences[$0] } == [4, 3, 4, 1])
  }

  @Test func slotsFollowTheCounts() {
    let table = SlotTable(counts: [1, 0, 3, 4], slotCount: 1_024)
    var generator = SplitMix64(seed: 1)
    var drawn = [0, 0, 0, 0]
    for _ in 0..<8_000 { drawn[table.draw(&generator)] += 1 }
    #expect(drawn[1] == 0)
    #expect(abs(drawn[0] - 1_000) < 120)
    #expect(abs(drawn[2] - 3_000) < 180)
    #expect(SlotTable(counts: [0, 0], slotCount: 8).isEmpty)
  }
}
