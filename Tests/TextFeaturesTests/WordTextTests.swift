import Foundation
import LinearAlgebra
import TestSupport
import Testing

@testable import TextFeatures

/// The walk over plain words against the scanner, which says what a token is.
@Suite struct WordTextTests {
  /// What a fit takes from a term.
  struct Term: Hashable {
    var text: String
    var followsBoundary: Bool
    var hasUpperCase: Bool
    var isInFirstParagraph: Bool
  }

  private static func scanned(_ bytes: [UInt8]) -> [Term] {
    var scanner = TokenScanner()
    let table = ByteClass.table
    var terms: [Term] = []
    while scanner.next(in: bytes.span, classes: table.span) {
      terms.append(
        Term(
          text: scanner.key.text, followsBoundary: scanner.followsBoundary,
          hasUpperCase: scanner.hasUpperCase, isInFirstParagraph: scanner.paragraph == 0))
    }
    return terms
  }

  private static func walked(_ bytes: [UInt8]) -> [Term] {
    var text = WordText()
    text.load(bytes.span)
    var scanner = TokenScanner()
    var terms: [Term] = []
    var others: [Int: Term] = [:]
    text.withTerms(&scanner) { scanner, _, place in
      others[place] = Term(
        text: scanner.key.text, followsBoundary: scanner.followsBoundary,
        hasUpperCase: scanner.hasUpperCase, isInFirstParagraph: scanner.paragraph == 0)
    } all: { words, capitalized in
      #expect(
        words.indices.filter { words[$0].capitals != 0 }
          == capitalized.indices.map { Int(capitalized[$0]) })
      for index in words.indices {
        let word = words[index]
        if let other = others[index] {
          #expect(word.followsBoundary == other.followsBoundary)
          #expect(word.isInFirstParagraph == other.isInFirstParagraph)
          terms.append(other)
          continue
        }
        var table = TermTable()
        let id = Int(table.insert(word.term))
        terms.append(
          Term(
            text: table.term(at: id),
            followsBoundary: word.followsBoundary, hasUpperCase: word.capitals != 0,
            isInFirstParagraph: word.isInFirstParagraph))
      }
    }
    return terms
  }

  private func expectSame(_ bytes: [UInt8]) {
    #expect(
      Self.walked(bytes) == Self.scanned(bytes),
      "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
  }

  /// What joins, ends or is no word, and words of every kind of length.
  private static let pieces = [
    "a", "I", "of", "Model", "neural", "GPT", "LoRA", "R1", "7", "42", "3D", "4th", "10x", "-", "-",
    "-", "--", ".", ".", "'", "'s", "'s-", "\u{2019}", "\u{2019}s", "++", "+", "#", "@", "@k", "$",
    "$k$", "\\beta", "\\emph", "{", "}", "_", " ", " ", " ", " ", "\n", "\n\n", "\n \n", "/", ",",
    ";", "(", ")", "\u{2010}", "\u{2014}", "\u{AD}", "\u{301}", "é", "Ö", "漢", "²", "http", "https",
    "ftp", "HTTP", "://", " URL", "URLs", "www", ".com", "eightbit", "ninebytes",
    "sixteenbytelong1",
    "seventeenbytelong", String(repeating: "x", count: 63), String(repeating: "y", count: 128),
    String(repeating: "z", count: 129), "\u{0}", "\t", "e.g.", "i.i.d", "\"", "=",
  ]

  private static let seedCount = TestScale.count("texts to walk over", small: 300, full: 20_000)

  @Test(arguments: 0..<seedCount)
  func agreesOnWordsAmongAllThatIsSpecial(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed), purpose: "word soup")
    let length = generator.nextIndex(below: 60)
    let text = (0..<length).map { _ in Self.pieces[generator.nextIndex(below: Self.pieces.count)] }
    expectSame(Array(text.joined().utf8))
  }

  @Test(arguments: 0..<seedCount)
  func agreesOnAnyBytes(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed), purpose: "bytes")
    // Few different bytes in a text, so that runs of all lengths and their neighbours come up.
    let alphabet = (0..<1 + generator.nextIndex(below: 12)).map { _ in
      UInt8(generator.nextIndex(below: generator.nextIndex(below: 3) == 0 ? 256 : 128))
    }
    expectSame(
      (0..<generator.nextIndex(below: 300)).map { _ in
        alphabet[generator.nextIndex(below: alphabet.count)]
      })
  }

  /// Every pair of bytes between and behind letters, at every place of a group of 64 in turn.
  @Test(arguments: 0..<4) func agreesOnEveryPairOfBytes(part: Int) {
    for first in stride(from: part, to: 256, by: 4) {
      var bytes: [UInt8] = []
      for second in 0..<256 {
        bytes += [0x61, 0x42, UInt8(first), UInt8(second), 0x63, 0x20]
        if second % 7 == 0 { bytes.append(0x20) }
      }
      expectSame(bytes)
    }
  }

  /// Texts of special pieces, at every place of a group of 64 and across its end.
  @Test(arguments: 0..<70) func agreesAtEveryPlace(offset: Int) {
    let padding = String(repeating: " ", count: offset)
    for (index, piece) in Self.pieces.enumerated() {
      let next = Self.pieces[(index * 7 + offset) % Self.pieces.count]
      for text in ["Model" + piece + next, "é" + piece + "a", piece + " model", "x " + piece] {
        expectSame(Array((padding + text).utf8))
        expectSame(Array((padding + text + ", a").utf8))
      }
    }
  }

  @Test(arguments: 0..<200) func agreesAtEveryLength(length: Int) {
    expectSame([UInt8](repeating: 0x41, count: length))
    expectSame([UInt8](repeating: 0x61, count: length) + Array("-b".utf8))
    expectSame(Array(String(repeating: "ab-", count: length).utf8))
  }

  private static let year = "arxiv-2025.jsonl.gz"

  @Test(.enabled(if: SharedData.has(year), "no shared data: \(year)"))
  func agreesOnRealTexts() throws {
    let path = try #require(SharedData.url(Self.year)).path
    let unpacked = try Tool.run(URL(fileURLWithPath: "/usr/bin/env"), ["gzip", "-dc", path])
    let lines = unpacked.output.utf8.split(separator: 0x0A)
    let count = TestScale.count("real records to walk over", small: 300, full: lines.count)
    #expect(lines.count > 10_000)
    for line in lines.prefix(count) { expectSame(Array(line)) }
  }

  @Test(arguments: [
    "Deep", "deep", "LoRA", "Fine-Tuning", "R1-Zero", "GPT-4", "a-B", "BERT", "K",
    "a-Bcd-EFGH-ijKl", "ABCDEFGHIJKLMNO", "Abcdefg-Hijklmn", "Abcdefgh-Ijklm", "Abcdefg-hI",
  ])
  func titleCaseIsThatOfTheBytes(word: String) {
    var text = WordText()
    text.load(Array("\(word)s".utf8).span)
    var scanner = TokenScanner()
    var found: [Bool] = []
    var spellings = TermTable()
    text.withTerms(&scanner) { _, _, _ in
    } all: { words, _ in
      found.append(words[0].isTitleCase)
      let usual = words[0].isTitleCase
      #expect(words[0].unusualCapitals == (usual ? 0 : 1))
      _ = spellings.insert(words[0].spelled.term)
    }
    #expect(found == [SurfaceForms.isTitleCase(Array("\(word)s".utf8).span)])
    #expect(spellings.count == 1)
    #expect(spellings.term(at: 0) == "\(word)s")
  }
}
