import LinearAlgebra
import Testing

@testable import TextFeatures

@Suite struct TokenizerTests {
  /// A text, its terms, and `|` before a term that follows a boundary.
  @Test(arguments: [
    ("Plain words, then more", "|plain words |then more"),
    ("k-means and K-Means", "|k-means and k-means"),
    ("COVID-19, GPT-4, GPT-3.5; Llama-3.1", "|covid-19 |gpt-4 |gpt-3.5 |llama-3.1"),
    ("a state-of-the-art fine-tuning recipe", "|state-of-the-art fine-tuning recipe"),
    ("Schrödinger SCHRÖDINGER", "|schrödinger schrödinger"),
    ("ΛΌΓΟΣ Москва ŁÓDŹ", "|λόγοσ москва łódź"),
    ("漢字 is one run, 字 too", "|漢字 is one run |字 too"),
    ("BERT-base H2O R1 n-gram", "|bert-base h2o r1 n-gram"),
    ("C++ and C# but not D+", "|c++ and c# but not"),
    ("the model's models' weights don't", "|the model models weights don't"),
    ("it\u{2019}s the network\u{2019}s; d\u{2019}Alembert", "|it the network |d'alembert"),
    ("AI/ML", "|ai |ml"),
    ("one\u{2013}two\u{2014}three -- four - five", "|one |two |three |four |five"),
    ("non\u{2010}linear non\u{2011}linear", "|non-linear non-linear"),
    ("soft\u{AD}hyphen", "|softhyphen"),
    ("in 2025 with 12 or 3.5 at 95% now", "|in |with |or |at |now"),
    ("the 4th of 20 runs 1.8x faster, 10x", "|the |of |runs |faster"),
    ("7B and 1.5B in 3D", "|7b and 1.5b in 3d"),
    ("2-layer 10-fold 2020-2024", "|2-layer 10-fold"),
    ("x of y", "|of"),
    ("recall@10 and pass@k", "|recall@10 and pass@k"),
    ("i.i.d. data, e.g. here. Next", "|i.i.d |data |e.g |here |next"),
    ("at host.com/path and sub.host.org now", "|at |and |now"),
    ("mail first.last@host.edu or me@host.org today", "|mail |or |today"),
    ("bad.Next sentence", "|bad |next sentence"),
    ("title\n\nbody\nline", "|title |body line"),
    ("snake_case \"quoted words\"", "|snake case quoted words"),
    ("(in) brackets [too]", "|in |brackets |too"),
    ("pre- and post-training", "|pre |and post-training"),
    ("'single' ''double''", "|single double"),
    ("", ""), ("...", ""), ("1 2 3", ""),
  ])
  func rules(text: String, expected: String) {
    let found = Tokenizer.tokens(in: text)
      .map { ($0.followsBoundary ? "|" : "") + $0.term }.joined(separator: " ")
    #expect(found == expected)
  }

  /// Pieces that meet every rule, joined at random.
  private static let pieces = [
    "a", "B", "model", "GPT", "7", "4", ".", ",", "-", "\u{2010}", "'", "\u{2019}", "s", "++", "#",
    "@",
    "$", "\\", "{", "}", "_", " ", " ", "\n", "\n\n", "/", "é", "Ö", "漢", "\u{301}",
    "\u{AD}", "\u{200B}", "http", "https", "://", "www.", ".com", " URL", "x", "th", "\u{2014}",
    "²",
  ]

  private func mixture(_ seed: Int) -> String {
    var generator = SplitMix64(seed: UInt64(seed), purpose: "mixture")
    return (0..<120).map { _ in
      Self.pieces[generator.nextIndex(below: Self.pieces.count)]
    }.joined()
  }

  /// Whether the ranges ascend, hold something and stay inside, so that tokens and the gaps between
  /// them are the text.
  private func expectPartition(_ tokens: [Token], of count: Int) {
    var end = 0
    for token in tokens {
      #expect(token.range.lowerBound >= end)
      #expect(!token.range.isEmpty)
      end = token.range.upperBound
    }
    #expect(end <= count)
  }

  @Test(arguments: 0..<40) func tokensAndGapsRebuildTheText(seed: Int) {
    let text = mixture(seed)
    let bytes = Array(text.utf8)
    let tokens = Tokenizer.tokens(in: text)
    expectPartition(tokens, of: bytes.count)
    var rebuilt: [UInt8] = []
    for token in tokens {
      rebuilt += bytes[rebuilt.count..<token.range.lowerBound]
      rebuilt += bytes[token.range]
    }
    rebuilt += bytes[rebuilt.count...]
    #expect(rebuilt == bytes)
  }

  @Test(arguments: 0..<40) func anyBytesAreText(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed), purpose: "bytes")
    let bytes = (0..<400).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    expectPartition(Tokenizer.tokens(in: bytes.span), of: bytes.count)
    let cut = Array("Schrödinger 漢字 $\\beta$-VAE https://a.b".utf8)
    for length in 0...cut.count {
      expectPartition(Tokenizer.tokens(in: cut[0..<length].span), of: length)
    }
  }

  @Test(arguments: 0..<200) func aNormalTermIsOneTokenAndNormal(seed: Int) {
    for token in Tokenizer.tokens(in: mixture(seed)) {
      #expect(Tokenizer.tokens(in: token.term).map(\.term) == [token.term])
    }
  }

  @Test(arguments: 0..<40) func aScanFromATokenFindsItAgain(seed: Int) {
    let text = mixture(seed)
    let table = ByteClass.table
    let bytes = text.utf8Span.span
    for token in Tokenizer.tokens(in: text) {
      var scanner = TokenScanner()
      scanner.restart(at: token.range.lowerBound)
      let found = scanner.next(in: bytes, classes: table.span)
      #expect(found)
      #expect(scanner.start..<scanner.end == token.range)
      #expect(scanner.key.text == token.term)
    }
  }

  @Test func theLongestTermIsKeptAndNoLonger() {
    let longest = String(repeating: "ab", count: 64)
    #expect(Tokenizer.normalize("x1 \(longest) y1") == "x1 \(longest) y1")
    #expect(Tokenizer.normalize("x1 \(longest)c y1") == "x1 y1")
    #expect(Tokenizer.normalize(String(repeating: "z", count: 10_000)) == "")
  }

  @Test(arguments: ["Large Language Models", "  GPT\u{2011}4 ", "k-Means"])
  func normalFormIsIdempotent(text: String) {
    let normal = Tokenizer.normalize(text)
    #expect(Tokenizer.normalize(normal) == normal)
  }
}
