import Foundation
import LinearAlgebra
import TestSupport
import Testing

@testable import Corpora

@Suite struct CleanTextTests {
  @Test(arguments: CleanTextCase.all) func golden(_ example: CleanTextCase) {
    #expect(TextCleaner().clean(example.text) == example.clean)
  }

  @Test func theTableIsLong() { #expect(CleanTextCase.all.count >= 120) }

  // MARK: Properties

  /// Pieces that meet every rule, joined at random.
  private static let pieces = [
    "a", "k", "B", "model", "ness", " ", " ", "\n", "\n\n", "\t", "\r", "\\", "{", "}", "$", "&",
    "<", ">", "~", "`", "``", "''", "'", "-", "--", "---", "_", "^", "*", "%", "#", ";", ":", ",",
    ".", "(", ")", "[", "]", "/", "\"", "=", "1", "20", "2021", "\\emph", "\\textbf{", "\\cite{",
    "\\href{", "\\url{", "\\text{", "\\\"", "\\'", "\\c", "\\v{", "\\i", "\\ss", "\\alpha",
    "\\beta",
    "\\times", "\\frac", "\\n", "\\(", "\\)", "\\[", "\\]", "\\\\", "\\unicode{x24}", "$k$", "$$",
    "&lt;", "&gt;", "&amp;", "&#36;", "&#x5C;", "&#123;", "&bsol;", "&dollar;", "&shy;", "<i>",
    "</i>", "<b>", "</b>", "<sub>", "<sup>", "</sup>", "<p>", "<br/>", "<!--", "-->", "<a href=",
    "https", "http", "://", "www", ".com", "URL", "this ", "10.1000/", "doi:", "(c)", "(C) ",
    "\u{A9} ", "Copyright ", "All rights reserved", "Comment: ", "12 pages", "\u{E9}", "\u{301}",
    "\u{308}", "\u{A8}", "\u{B4}", "\u{AD}", "\u{200B}", "\u{A0}", "\u{2028}", "\u{FB01}",
    "\u{FF04}", "\u{FF1C}", "\u{FF3C}", "\u{B2}", "\u{2075}", "\u{3B2}", "\u{2122}", "\u{FDFA}",
    "\u{6F22}", "\u{AC00}", "\u{1100}", "\u{1161}", "\u{1F30A}", "\u{2011}", "\u{FFFD}", "\u{7F}",
  ]

  private func mixture(_ seed: Int, count: Int) -> [UInt8] {
    var generator = SplitMix64(seed: UInt64(seed), purpose: "clean text")
    return (0..<count).flatMap { _ in
      Array(Self.pieces[generator.nextIndex(below: Self.pieces.count)].utf8)
    }
  }

  private func noise(_ seed: Int, count: Int) -> [UInt8] {
    var generator = SplitMix64(seed: UInt64(seed), purpose: "noise")
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
  }

  /// Everything that is promised for any bytes.
  private func expectPromises(
    _ bytes: [UInt8], _ cleaner: TextCleaner
  ) {
    var clean: [UInt8] = []
    var offsets: [Int32] = []
    cleaner.clean(bytes.span, into: &clean, offsets: &offsets)
    let text = String(decoding: clean, as: UTF8.self)
    #expect(Array(text.utf8) == clean, "UTF-8")
    #expect(clean.count <= TextCleaner.maximumGrowth * bytes.count)
    #expect(offsets.count == clean.count)
    #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(offsets.allSatisfy { $0 >= 0 && $0 < bytes.count })

    var withoutOffsets: [UInt8] = []
    cleaner.clean(bytes.span, into: &withoutOffsets)
    #expect(withoutOffsets == clean)
    var again: [UInt8] = []
    cleaner.clean(clean.span, into: &again)
    if again != clean {
      Issue.record(
        """
        \(String(decoding: bytes, as: UTF8.self).debugDescription)
        \(text.debugDescription)
        \(String(decoding: again, as: UTF8.self).debugDescription)
        """)
    }
  }

  @Test(arguments: 0..<TestScale.count("clean text", small: 20, full: 2_000))
  func promisesHoldForCompositions(seed: Int) {
    for part in 0..<10 {
      let bytes = mixture(10 * seed + part, count: 4 + 12 * part)
      expectPromises(bytes, TextCleaner())
      expectPromises(bytes, .forReading)
    }
  }

  @Test(arguments: TextCleaner.Step.allCases) func promisesHoldForEachStep(step: TextCleaner.Step) {
    for seed in 0..<10 {
      let bytes = mixture(seed, count: 60)
      expectPromises(bytes, TextCleaner(steps: [step]))
      expectPromises(bytes, TextCleaner(steps: Set(TextCleaner.Step.allCases).subtracting([step])))
    }
  }

  @Test(arguments: 0..<10) func promisesHoldForAnyBytes(seed: Int) {
    expectPromises(noise(seed, count: 600), TextCleaner())
    expectPromises(noise(seed, count: 600).map { $0 & 0x7F }, TextCleaner())
    let cut = Array("K\\\"{a}hler $\\beta$ &eacute; <i>x</i> 漢字 e\u{301} https://a.b".utf8)
    for length in 0...cut.count { expectPromises(Array(cut[..<length]), TextCleaner()) }
  }

  @Test(arguments: CleanTextCase.all) func promisesHoldForTheTable(_ example: CleanTextCase) {
    expectPromises(Array(example.text.utf8), TextCleaner())
    expectPromises(Array(example.text.utf8), .forReading)
  }

  /// With the full count a square of the length would not end in the time allowed.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("<", "i>"), ("&am", "p;"), ("this this ", " https URL"), ("{", "}"), ("\\emph{", "}"),
      ("$", "$"), ("`", "`"), ("\\\\", "a"), ("&lt;", "i&gt;"), ("&amp;", "amp;"), ("(", ")"),
      ("https", "://"), ("\u{301}", ""), ("\\\"{", "a}"), ("<b>", "</b>"), ("\u{AC00}", "\u{11A8}"),
      ("-", "\n"), ("$ ", " $ "), ("<!--", "-->"), ("Comment: ", "1 pages"), ("(C) 2021 ", ". "),
      ("\\href{", "}{a}"), ("\\cite[", "]"), ("\\", ""), ("<a b=", ">"), ("&", "&"),
    ])
  func nestingHasNoCostBeyondItsLength(open: String, close: String) {
    let depth = TestScale.isFull ? 200_000 : 5_000
    let bytes = Array(
      (String(repeating: open, count: depth) + String(repeating: close, count: depth)).utf8)
    expectPromises(bytes, TextCleaner())
  }

  // MARK: Triggers

  @Test(arguments: 0..<20) func theWideSearchFindsWhatTheNarrowOneFinds(seed: Int) {
    let triggers = [
      "--", "-\n", "http", "ftp", "www.", ".io/", ".com/", "(c)", "(C)", "copyright", "all right",
      "Comment", "10.1", "\\", "$", "&", "<", "{", "}", "~", "`", "\u{E9}", "\r", "\u{7F}",
    ]
    var generator = SplitMix64(seed: UInt64(seed), purpose: "triggers")
    for trigger in triggers {
      var text = (0..<(1 + seed * 7)).map { _ in
        Array("etaoin shrdlu, cmfw.-".utf8)[generator.nextIndex(below: 21)]
      }
      let plain = text.indices.contains { CleaningTriggers.begins(text.span, $0) }
      let found = CleaningTriggers.arePresent(in: text.span)
      #expect(found == plain)
      text.insert(contentsOf: trigger.utf8, at: generator.nextIndex(below: text.count + 1))
      let foundTrigger = CleaningTriggers.arePresent(in: text.span)
      #expect(foundTrigger, "\(trigger)")
    }
  }

  @Test(arguments: 0..<60) func aTextWithoutTriggersIsCleanAlready(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed), purpose: "no triggers")
    let pieces = Self.pieces.filter { piece in
      !CleaningTriggers.arePresent(in: Array(piece.utf8).span)
    }
    let bytes = (0..<60).flatMap { _ in
      Array(pieces[generator.nextIndex(below: pieces.count)].utf8)
    }
    guard !CleaningTriggers.arePresent(in: bytes.span) else { return }
    var pass = CleaningPass(TextCleaner(), recordsOffsets: false)
    pass.run(bytes.span)
    #expect(pass.output == bytes, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
  }

  // MARK: Offsets and steps

  @Test func offsetsLeadToTheAuthorsWords() throws {
    let original = Array("The \\emph{K\\\"{a}hler} metric of $\\beta$-VAE &amp; more".utf8)
    var clean: [UInt8] = []
    var offsets: [Int32] = []
    TextCleaner().clean(original.span, into: &clean, offsets: &offsets)
    let text = String(decoding: clean, as: UTF8.self)
    #expect(text == "The Kähler metric of beta-VAE & more")
    let metric = try #require(text.utf8Index(of: "metric"))
    #expect(original[Int(offsets[metric])...].starts(with: "metric".utf8))
    let vae = try #require(text.utf8Index(of: "beta-VAE"))
    #expect(original[Int(offsets[vae])...].starts(with: "$\\beta$-VAE".utf8))
  }

  @Test(arguments: [
    (TextCleaner.Step.latex, "\\emph{a}"), (.math, "$k$-means"), (.html, "<i>a</i> &amp; b"),
    (.unicode, "\u{FB01}ne"), (.hyphenation, "repre-\nsentation"), (.links, "at https://a.b/c"),
    (.notices, "We do. (C) 2021 Elsevier."),
  ])
  func aStepThatIsOffDoesNothing(step: TextCleaner.Step, text: String) {
    let others = Set(TextCleaner.Step.allCases).subtracting([step])
    #expect(TextCleaner().clean(text) != text)
    #expect(TextCleaner(steps: others).clean(text) == text)
    #expect(TextCleaner(steps: [step]).clean(text) != text)
    #expect(TextCleaner(steps: []).clean(text) == text)
  }

  @Test(arguments: [
    (#"$\beta$-VAE by K\"{a}hler"#, "β-VAE by Kähler"),
    ("in $O(n)$ time for H$_2$O", "in $O(n)$ time for H2O"),
    ("x² at https://a.b &amp; <i>c</i>", "x² at https://a.b & c"),
  ])
  func readersSeeTheAuthorsCharacters(text: String, expected: String) {
    #expect(TextCleaner.forReading.clean(text) == expected)
  }

  // MARK: Unicode

  @Test func stableCharactersAreTheirOwnForm() {
    for value in (0xA1...0x1F9FF as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value), CompatibilityForm.isStable(scalar) else { continue }
      let text = String(scalar)
      if CompatibilityForm.of(text).unicodeScalars.elementsEqual([scalar]),
        scalar.properties.canonicalCombiningClass == .notReordered
      {
        continue
      }
      Issue.record("U+\(String(value, radix: 16)) is not stable")
    }
  }

  @Test func everyNameOfHTMLIsKnown() {
    #expect(HTMLEntities.text(named: "eacute") == "é")
    #expect(HTMLEntities.text(named: "NotEqualTilde") == "\u{2242}\u{338}")
    #expect(HTMLEntities.text(named: "CounterClockwiseContourIntegral") == "\u{2233}")
    #expect(HTMLEntities.text(named: "nothing") == nil)
    #expect(HTMLEntities.nameCount == 2_125)
  }
}

extension String {
  /// Where `part` begins, in bytes.
  fileprivate func utf8Index(of part: String) -> Int? {
    range(of: part).map { utf8.distance(from: utf8.startIndex, to: $0.lowerBound) }
  }
}
