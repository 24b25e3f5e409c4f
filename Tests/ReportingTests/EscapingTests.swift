import Testing

@testable import Reporting

@Suite struct EscapingTests {
  @Test(arguments: FakeReports.hostile) func nothingLeavesTheLineOrTheTag(text: String) {
    let plain = PlainText.singleLine(text)
    #expect(
      plain.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
          && !(0x202A...0x202E).contains($0.value)
          && !(0x2066...0x2069).contains($0.value)
      })
    #expect(PlainText.singleLine(plain) == plain)
    let html = Escaping.html(text)
    #expect(!html.unicodeScalars.contains { "<>\"'".unicodeScalars.contains($0) })
  }

  @Test(arguments: [
    ("a\u{1B}[31mb\u{1B}[0mc", "abc"), ("a\u{1B}]0;title\u{07}b", "ab"),
    ("a\u{1B}]8;;http://x\u{1B}\\b\u{1B}]8;;\u{1B}\\c", "abc"), ("a\u{9B}2Jb", "ab"),
    ("a\u{1B}(Bb", "ab"), ("a\u{1B}Pq#0\u{1B}\\b", "ab"), ("a\tb\r\n c", "a b c"),
    ("  a  b  ", "a b"), ("a\u{1B}", "a"), ("\u{1B}[31", ""), ("a\u{2028}b", "a b"),
    ("A\u{301}\u{0}é", "A\u{301}é"), ("a\u{1B}cb", "ab"),
  ])
  func terminalSequencesGoWhole(text: String, plain: String) {
    #expect(PlainText.singleLine(text) == plain)
  }

  @Test func aQuotationMarkWithAnAccentIsStillEscaped() {
    #expect(Escaping.html("\"\u{301} x") == "&quot;\u{301} x")
    #expect(Escaping.html("<\u{338}b") == "&lt;\u{338}b")
  }

  @Test(arguments: [
    ("# heading", "\\# heading"), ("- item", "\\- item"), ("+ item", "\\+ item"),
    ("1. item", "1\\. item"), ("12) item", "12\\) item"), ("1.5 times", "1.5 times"),
    ("=====", "\\====="), ("a|b", "a\\|b"), ("*x* _y_ `z`", "\\*x\\* \\_y\\_ \\`z\\`"),
    ("[a](b)", "\\[a\\](b)"), ("a\nb", "a b"), ("<b> & c", "\\<b\\> \\& c"), ("2025", "2025"),
  ])
  func markdownIsText(text: String, escaped: String) {
    #expect(Escaping.markdown(text) == escaped)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\t=1", "'=1"),
    ("=A1,B1", "\"'=A1,B1\""), ("a\nb", "a b"), ("", ""),
  ])
  func cellsAreNoFormulas(text: String, cell: String) {
    #expect(Escaping.csv(text) == cell)
  }

  @Test(arguments: [
    ("https://arxiv.org/abs/2510.01234", true), ("HTTP://papers.example", true),
    ("javascript:alert(1)", false), ("data:text/html,x", false), ("//papers.example", false),
    ("https://", false), ("https://a b", false), ("https://a\"b", false), ("ftp://a", false),
    (" https://a", false), ("https://a\u{202E}b", false), ("https://ü.example", false),
    ("file:///etc/passwd", false), ("https://a/(b)?c=d&e#f", true),
  ])
  func onlyWebAddressesBecomeLinks(address: String, isLink: Bool) {
    #expect(Escaping.link(address) == (isLink ? address : nil))
  }

  @Test func codeInMarkdownHoldsBackticks() {
    #expect(Escaping.markdownCode("a `b` c") == "``a `b` c``")
    #expect(Escaping.markdownCode("`") == "`` ` ``")
  }
}
