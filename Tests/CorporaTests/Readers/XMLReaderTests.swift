import BlockScheduling
import Corpora
import Foundation
import Testing

/// The traps of XML.
@Suite struct XMLReaderTests {
  static func entry(_ number: Int, _ abstract: String = "We count moss on walls in shade.")
    -> String
  {
    """
    <entry><id>http://arxiv.org/abs/2501.\(10_000 + number)v1</id><title>Moss \(number)</title>
    <summary>\(abstract)</summary><published>2025-01-02T00:00:00Z</published></entry>

    """
  }

  static func feed(_ entries: [String], prolog: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>\(prolog)
    <feed xmlns="http://www.w3.org/2005/Atom">
    \(entries.joined())</feed>
    """
  }

  /// Every record, also those that are much like another one.
  static func read(_ text: String) throws -> Corpus { try read(bytes: Array(text.utf8)) }

  static func read(bytes: [UInt8]) throws -> Corpus {
    var options = CorpusReadingOptions()
    options.records = .everyRecord
    return try Corpus.read(bytes: bytes, options: options)
  }

  @Test func entitiesAreNeverExpandedFromTheFile() throws {
    var prolog = "<!DOCTYPE lolz [ <!ENTITY lol \"lol\"> <!-- ]> it's <entry> -->"
    for level in 1...9 {
      let name = level == 1 ? "lol" : "lol\(level - 1)"
      prolog += "<!ENTITY lol\(level) \"\(String(repeating: "&\(name);", count: 10))\">"
    }
    prolog += "<!ENTITY secret SYSTEM \"file:///etc/hostname\"> ]>"
    let corpus = try Self.read(
      Self.feed(
        [Self.entry(1, "Moss &lol9; and &secret; is counted."), Self.entry(2)], prolog: prolog))
    #expect(corpus.papers.map(\.abstract)[0] == "Moss &lol9; and &secret; is counted.")
    #expect(corpus.papers.count == 2 && corpus.balances)
    #expect(
      corpus.problems.map { "\($0.line): \($0.reason)" } == [
        "4: the entity '&lol9;' is declared nowhere, kept as written",
        "4: the entity '&secret;' is declared nowhere, kept as written",
      ])
  }

  @Test func namesOfHTMLAreResolved() throws {
    let text = "caf&eacute; &NotEqualTilde; &lt;b&gt; &AMP; &#146; &#0; &#xD800; AT&T &; & &#;"
    let corpus = try Self.read(Self.feed([Self.entry(1, text)]))
    #expect(
      corpus.papers.map(\.abstract) == [
        "café \u{2242}\u{338} <b> & \u{2019} \u{FFFD} \u{FFFD} AT&T &; & &#;"
      ])
    #expect(corpus.problems.map(\.reason).contains("a bare '&', taken as it is"))
  }

  @Test func aBrokenRecordCostsItselfOnly() throws {
    var entries = (0..<1_000).map { Self.entry($0) }
    entries[500] = entries[500].replacing("</title>", with: "")
    let corpus = try Self.read(Self.feed(entries))
    #expect(corpus.papers.count == 999 && corpus.read == 1_000 && corpus.balances)
    #expect(corpus.problems.map(\.line) == [1_003])
    #expect(corpus.problems[0].reason.hasPrefix("not well-formed XML: an end tag"))
  }

  @Test(arguments: [
    "</entry>", "<!-- never closed", "<![CDATA[ never closed", "<? never closed",
    "<i>not ended", "<i a=\"1\" a=\"2\">twice</i>", "</i>", "<a><b></a></b>", "<entry>",
  ])
  func brokenMarkupHidesNoOtherRecord(markup: String) throws {
    let corpus = try Self.read(
      Self.feed([
        Self.entry(1), Self.entry(2, "Moss is \(markup) counted on walls."), Self.entry(3),
        Self.entry(4, "Tides --> ]]> ?> are measured."),
      ]))
    let ids = Set(corpus.papers.map(\.id))
    #expect(ids.isSuperset(of: ["2501.10001", "2501.10003", "2501.10004"]) && corpus.balances)
  }

  @Test func aMissingEndTagIsFoundAtTheNextRecord() throws {
    let corpus = try Self.read(
      Self.feed([
        Self.entry(1), Self.entry(2).replacing("</entry>", with: ""), Self.entry(3),
        String(Self.entry(4).prefix(60)),
      ]))
    #expect(corpus.papers.map(\.id) == ["2501.10001", "2501.10003"])
    #expect(corpus.problems.map(\.line) == [5, 9] && corpus.balances)
    #expect(
      corpus.problems.map(\.reason) == [
        "not well-formed XML: the element is not ended",
        "not well-formed XML: the element is cut off",
      ])
  }

  @Test func depthAndControlCharactersDoNoHarm() throws {
    let deep =
      String(repeating: "<i>", count: 10_000) + "x" + String(repeating: "</i>", count: 10_000)
    let corpus = try Self.read(
      Self.feed([
        Self.entry(1, deep), Self.entry(2, "Moss\u{0}is\u{8}counted &#7; here \u{FFFF} now."),
      ]))
    #expect(corpus.papers.map(\.abstract) == ["Moss is counted   here \u{FFFD} now."])
    #expect(
      corpus.problems.map(\.reason) == ["not well-formed XML: elements nested 200 deep"])
  }

  @Test func prefixesMayBeAnything() throws {
    let text = Self.feed([Self.entry(1)])
      .replacing("<", with: "<a:").replacing("<a:/", with: "</a:")
      .replacing("<a:?xml", with: "<?xml").replacing("xmlns=", with: "xmlns:a=")
    let corpus = try Self.read(text)
    #expect(corpus.papers.map(\.id) == ["2501.10001"] && corpus.problems.isEmpty)
  }

  @Test func latin1IsDecodedAndBadBytesAreReported() throws {
    let text = Self.feed([Self.entry(1, "caf@ and moss on walls"), Self.entry(2)])
    let bytes = { (encoding: String) in
      Array(text.replacing("UTF-8", with: encoding).utf8)
        .map { $0 == UInt8(ascii: "@") ? 0xE9 : $0 }
    }
    let declared = try Self.read(bytes: bytes("ISO-8859-1"))
    #expect(declared.papers[0].abstract == "café and moss on walls" && declared.problems.isEmpty)
    let wrong = try Self.read(bytes: bytes("UTF-8"))
    #expect(wrong.papers[0].abstract == "caf\u{FFFD} and moss on walls")
    #expect(wrong.problems.map(\.line) == [3] && wrong.papers.count == 2)
  }

  @Test func otherXMLIsNoFormatOfOurs() {
    #expect(throws: CorpusError.self) {
      try Corpus.read(text: "<?xml version=\"1.0\"?><rss><channel><item/></channel></rss>")
    }
  }
}
