import Corpora
import LinearAlgebra
import Testing

/// What becomes of texts, seen through a table with one row.
@Suite struct TextCleaningTests {
  func cleaned(_ text: String) throws -> (title: String, abstract: String) {
    let quoted = "\"\(text.replacing("\"", with: "\"\""))\""
    let corpus = try Corpus.read(text: "id,title,abstract\na,\(quoted),\(quoted)")
    let paper = try #require(corpus.papers.first)
    return (paper.title, paper.abstract)
  }

  @Test(arguments: [
    ("  Tides   and\tmoss  ", "Tides and moss", "Tides   and\tmoss"),
    ("Tides and\r\n  moss\rgrow", "Tides and moss grow", "Tides and\n  moss\ngrow"),
    ("Tides\u{0}and\u{7F}moss\u{9B}grow", "Tides and moss grow", "Tides and moss grow"),
    ("\u{FEFF}Tides and\u{FEFF} moss", "Tides and moss", "Tides and moss"),
    ("Tides\u{A0}\u{A0}and\u{2028}moss", "Tides and moss", "Tides  and\nmoss"),
    ("Schr\u{F6}dinger\u{2019}s \u{201C}tides\u{201D} \u{1F30A}", nil, nil),
    ("Tides \u{2014} and moss \u{AC}\u{C9}", nil, nil),
  ])
  func whitespaceAndControls(text: String, title: String?, abstract: String?) throws {
    let result = try cleaned(text)
    #expect(result.title == title ?? text && result.abstract == abstract ?? text)
  }

  @Test(arguments: 0..<40) func cleaningTwiceChangesNothing(seed: Int) throws {
    let alphabet: [Character] = [
      "a", "b", " ", " ", "\n", "\t", "\r", "\u{0}", "\u{A0}", "\u{85}", "\u{2028}", "\u{2014}",
      "\u{FEFF}", "\u{E9}", "\u{1F30A}", "\u{7F}", "\u{3001}",
    ]
    var generator = SplitMix64(seed: UInt64(seed))
    let noise = String((0..<60).map { _ in alphabet[Int(generator.next() % 17)] })
    let once = try cleaned("Tides \(noise) and moss")
    #expect(try cleaned(once.title).title == once.title)
    #expect(try cleaned(once.abstract).abstract == once.abstract)
    let words = { (text: String) in text.split(whereSeparator: \.isWhitespace).joined() }
    #expect(words(once.title) == words(once.abstract))
    #expect(!once.title.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{FEFF}" })
  }
}
