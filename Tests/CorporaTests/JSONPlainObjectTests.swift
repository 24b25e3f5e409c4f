import Foundation
import LinearAlgebra
import TestSupport
import Testing

@testable import Corpora

/// Reading an object straight from its bytes against reading it by way of values.
@Suite struct JSONPlainObjectTests {
  private func plain(_ text: [UInt8]) -> RawRecord? {
    var record = RawRecord()
    let isPlain = JSONKeys().readPlain(0..<text.count, of: text.span, into: &record)
    return isPlain ? record : nil
  }

  private func interpreted(_ text: [UInt8]) -> RawRecord? {
    let value = try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
    return (value as? [String: Any]).map { JSONKeys().record(from: $0) }
  }

  /// What is read straight from the bytes is what the values say; returns whether it was.
  @discardableResult private func expectSame(_ text: [UInt8]) -> Bool {
    guard let plain = plain(text) else { return false }
    let shown = String(decoding: text, as: UTF8.self)
    let interpreted = interpreted(text).map { "\($0)" }
    #expect("\(plain)" == interpreted, "\(shown)")
    return true
  }

  private static let record = #"""
    {"id": "2501.00001", "title": "A \"plain\" title \\emph{x} \u00e9\ud83d\ude00", "abstract":
     "Two\nlines\tand caf\u00e9, café, 漢字 / \/ \b\f\r.", "authors": ["Ann Ö", "B. C."],
     "categories": "cs.LG stat.ML", "published": "2025-01-02", "url": "https://host.test/a",
     "n": -12.5, "flag": true, "no": false, "none": null, "doi": null, "deep": {"a": [1, {"b": []}]},
     "tags2": [], "empty": {}, "comment": ""}
    """#

  @Test func aRecordOfEveryKindOfValueIsReadFromItsBytes() throws {
    let text = Array(Self.record.utf8)
    #expect(expectSame(text))
    let record = try #require(plain(text))
    #expect(record.title == "A \"plain\" title \\emph{x} \u{e9}\u{1F600}")
    #expect(record.authors == ["Ann Ö", "B. C."])
    #expect(record.categories == ["cs.LG", "stat.ML"])
    #expect(record.dateTexts == ["2025-01-02"])
    #expect(record.doi == nil)
  }

  /// What is left to the parser that builds values.
  @Test(arguments: [
    #"{"id": 12, "title": "t"}"#, #"{"title": "a", "title": "b"}"#,
    #"{"title": "a", "displayname": "b"}"#, #"{"title": ["a", "b"]}"#,
    #"{"authors": [{"name": "x"}]}"#,
    #"{"title": "\ud835"}"#, #"{"title": "\q"}"#, #"{"title": "\u12g4"}"#, #"{"title": "a"#,
    #"{"title": "a",}"#, #"{"title" "a"}"#, #"{"title": 'a'}"#, #"{"title": "a"} x"#, #"{"n": 01}"#,
    #"{"n": 1.}"#, #"{"n": 1e999}"#, #"{"n": NaN}"#, #"{"n": tru}"#, #"{"n": -}"#, #"{"n": }"#, "{",
    "",
    #"{"ti\u0074le": "a"}"#, #"["title"]"#, "{\"title\": \"a\u{1}\"}",
    #"{"content": {"title": "a"}}"#,
  ])
  func whatNeedsInterpretationIsRefused(text: String) {
    #expect(plain(Array(text.utf8)) == nil)
  }

  @Test func bytesThatAreNoUTF8AreRefused() {
    for bytes: [UInt8] in [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80]] {
      for key in ["title", "unread"] {
        #expect(plain(Array("{\"\(key)\": \"a".utf8) + bytes + Array("\"}".utf8)) == nil)
      }
    }
  }

  @Test func deepNestingIsRefusedAndNotFollowed() {
    let depth = 100_000
    let text = "{\"x\": " + String(repeating: "[", count: depth)
    #expect(plain(Array(text.utf8)) == nil)
  }

  private static let seedCount = TestScale.count("damaged objects", small: 400, full: 40_000)

  @Test func damagedObjectsAreRefusedOrReadTheSame() {
    var readCount = 0
    for seed in 0..<Self.seedCount {
      var generator = SplitMix64(seed: UInt64(seed), purpose: "damage")
      var text = Array(Self.record.utf8)
      for _ in 0...generator.nextIndex(below: 3) {
        let place = generator.nextIndex(below: text.count)
        let specials = Array("\"\\{}[]:,0e. \n\u{e9}".utf8)
        switch generator.nextIndex(below: 4) {
        case 0: text[place] = UInt8(generator.nextIndex(below: 256))
        case 1: text.remove(at: place)
        case 2: text.insert(specials[generator.nextIndex(below: specials.count)], at: place)
        default: text.swapAt(place, generator.nextIndex(below: text.count))
        }
      }
      if expectSame(text) { readCount += 1 }
    }
    #expect(readCount > Self.seedCount / 20, "damage must leave some objects readable")
  }

  private static let year = "arxiv-2025.jsonl.gz"

  @Test(.enabled(if: SharedData.has(year), "no shared data: \(year)"))
  func realRecordsAreReadFromTheirBytesAndTheSame() throws {
    let path = try #require(SharedData.url(Self.year)).path
    let unpacked = try Tool.run(URL(fileURLWithPath: "/usr/bin/env"), ["gzip", "-dc", path])
    let lines = unpacked.output.utf8.split(separator: 0x0A)
    let count = TestScale.count("real records to read twice", small: 300, full: lines.count)
    var readCount = 0
    for line in lines.prefix(count) where expectSame(Array(line)) { readCount += 1 }
    #expect(readCount == min(count, lines.count))
  }
}
