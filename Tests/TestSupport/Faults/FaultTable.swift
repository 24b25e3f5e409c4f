/// What can be wrong with inputs: each case with what is said, the exit code and what is kept.
public enum FaultTable {
  /// All cases.
  public static let all =
    lines + jsonDocuments + identifiers + dates + tables + encodings + compression + strangers
    + places + choices

  private static let abstract = "Mosses were counted on nine walls during one wet winter."

  /// A good JSON line with this id.
  private static func line(_ id: String, _ rest: String = "") -> String {
    #"{"id": "\#(id)", "title": "Walls of \#(id)", "abstract": "\#(abstract) In \#(id).""#
      + "\(rest)}"
  }

  /// Bad text as a line between two good ones, `one` and `two`.
  private static func around(_ bad: String) -> [UInt8] {
    around(Array(bad.utf8))
  }

  private static func around(_ bad: [UInt8]) -> [UInt8] {
    Array((line("one") + "\n").utf8) + bad + Array(("\n" + line("two") + "\n").utf8)
  }

  private static func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func record(_ title: String, _ rest: String = "") -> String {
    #"{"id": "x", "title": "\#(title)", "abstract": "\#(abstract)"\#(rest)}"#
  }

  private static let both = ["one", "two"]
  private static let three = ["one", "two", "x"]
}

// MARK: - JSON Lines

extension FaultTable {
  private static let lines: [Fault] = [
    Fault(
      "a line that breaks off", around(#"{"id": "x", "title": "#), kept: both,
      says: "does not end on its line"),
    Fault("an array for an object", around("[1, 2]"), kept: both, says: "not an object"),
    Fault("a bare word", around("noise"), kept: both, says: "not JSON"),
    Fault(
      "two objects on a line", around(#"{"id": "a"},{"id": "b"}"#), kept: both, says: "not JSON"),
    Fault(
      "a Python dictionary",
      around("{'id': 'x', 'title': \"Moss's \\xe9tage\", 'abstract': '\(abstract)', 'n': None}"),
      kept: three, says: "Python dictionary"),
    Fault(
      "a Python expression", around("{'id': 'x', 'title': open('y').read()}"), kept: both,
      says: "json.dumps"),
    Fault(
      "NaN for a number", around(record("T", #", "score": NaN, "other": -Infinity"#)),
      kept: three, says: "NaN or Infinity"),
    Fault(
      "half a surrogate pair", around(record(#"\ud835 T"#)), kept: three, says: "surrogate"),
    Fault(
      "bare control characters in a string", around(record("A\tB\u{1}C")), kept: three,
      says: "control characters"),
    Fault("NUL in a string", around(record("A\u{0}B")), kept: three, says: "control characters"),
    Fault("a line of NULs", around([UInt8](repeating: 0, count: 512)), kept: both),
    Fault(
      "JSON 10,000 deep",
      around(
        record(
          "T",
          #", "deep": "# + String(repeating: "[", count: 10_000)
            + String(repeating: "]", count: 10_000))), kept: both, says: "not JSON"),
    Fault(
      "a line of many megabytes",
      around(
        record(
          "T",
          #", "long": ""#
            + String(
              repeating: "0123456789", count: TestScale.isFull ? 20_000_000 : 2_000_000) + "\"")),
      kept: both, says: "more than 16 MB"),
    Fault(
      "a key twice", around(record("T", #", "title": "U", "title": "V""#)), kept: three),
    Fault("an empty object", around("{}"), kept: both, says: "neither an id nor a title"),
    Fault(
      "nothing but nulls", around(#"{"id": null, "title": null, "abstract": null}"#), kept: both,
      says: "neither an id nor a title"),
    Fault(
      "no abstract", around(#"{"id": "x", "title": "T", "abstract": "N/A"}"#), kept: both,
      says: "no abstract"),
    Fault(
      "a text that stands for none",
      around(#"{"id": "x", "title": "T", "abstract": "No abstract available."}"#), kept: both,
      says: "no abstract but"),
    Fault(
      "authors and categories of the wrong kind",
      around(record("T", #", "authors": 7, "categories": {"a": [true]}"#)), kept: three),
    Fault(
      "HTML and script in a title",
      around(record(#"<img src=x onerror=alert(1)></title><script>alert('x')</script>"#)),
      kept: three),
    Fault("a formula in a title", around(record("=cmd|' /C calc'!A0")), kept: three),
    Fault(
      "line ends of Windows, and blank lines",
      utf8(line("one") + "\r\n\r\n  \r\n" + line("two") + "\r\n"), kept: both),
    Fault("a comma after each object", utf8(line("one") + ",\n" + line("two") + ",\n"), kept: both),
    Fault("no line end at the end", utf8(line("one") + "\n" + line("two")), kept: both),
  ]
}

// MARK: - JSON documents

extension FaultTable {
  private static let jsonDocuments: [Fault] = [
    Fault(
      "a JSON array that breaks off", utf8("[\(line("one")),\n\(line("two")),\n{\"id\": \"x"),
      kept: both, says: "not JSON"),
    Fault(
      "no comma between objects", utf8("[\(line("one"))\n\(line("two"))]"), kept: both),
    Fault(
      "a bad object in an array", utf8("[\(line("one")),\n{\"id\": },\n\(line("two"))]"),
      kept: both, says: "not JSON"),
    Fault(
      "an answer that breaks off",
      utf8(
        "{\"meta\": {\"count\": 3}, \"results\": [\(line("one")),\n\(line("two")),\n{\"id\": \""),
      kept: both, says: "not JSON"),
    Fault("an answer without results", utf8(#"{"results": []}"#), kept: [], says: "no records"),
    Fault(
      "an answer with a bad record",
      utf8("{\"data\": [\(line("one")),\n17,\n\(line("two"))], \"next\": 9}"), kept: both,
      says: "not an object"),
    Fault(
      "an answer that says nothing, between two",
      utf8(
        "{\"notes\": [\(line("one"))]}\n{\"error\": \"too many requests\"}\n"
          + "{\"notes\": [\(line("two"))]}\n"), kept: both),
    Fault("an array of numbers", utf8("[1, 2, 3]"), fails: 65, says: "not one of objects"),
  ]

  private static let identifiers: [Fault] = [
    Fault(
      "a number for an id", around(#"{"id": 17, "title": "T", "abstract": "\#(abstract)"}"#),
      kept: ["17", "one", "two"]),
    Fault(
      "the number one for an id", around(#"{"id": 1, "title": "T", "abstract": "\#(abstract)"}"#),
      kept: ["1", "one", "two"]),
    Fault(
      "true for an id", around(#"{"id": true, "title": "Ferns", "abstract": "\#(abstract)"}"#),
      kept: ["one", "title-220497c58daa754a", "two"]),
    Fault(
      "an arXiv id that lost its zero",
      around(#"{"id": 2501.0123, "title": "T", "abstract": "\#(abstract)"}"#),
      kept: ["2501.01230", "one", "two"]),
    Fault(
      "an id of thirty digits",
      around(
        #"{"id": "123456789012345678901234567890", "title": "T", "abstract": "\#(abstract)"}"#),
      kept: ["123456789012345678901234567890", "one", "two"]),
    Fault(
      "an id that is a path",
      around(#"{"id": "../../etc/passwd", "title": "T", "abstract": "\#(abstract)"}"#),
      kept: ["../../etc/passwd", "one", "two"]),
    Fault(
      "an id with control characters",
      around(#"{"id": "a\u0000b\u001b[31m\u0007", "title": "T", "abstract": "\#(abstract)"}"#),
      kept: ["a b [31m", "one", "two"]),
    Fault(
      "an id of another kind",
      around(#"{"id": {"a": 1}, "title": "Ferns", "abstract": "\#(abstract)"}"#),
      kept: ["one", "title-220497c58daa754a", "two"]),
    Fault(
      "the same record twice", utf8(line("one") + "\n" + line("one") + "\n" + line("two")),
      kept: both),
  ]

  private static let dates: [Fault] = [
    Fault(
      "a day that is not", around(record("T", #", "date": "2025-02-30""#)), kept: three,
      says: "no day of the calendar"),
    Fault(
      "a negative year", around(record("T", #", "date": "-2021-01-01""#)), kept: three,
      says: "is not a date"),
    Fault(
      "the year nought", around(record("T", #", "year": 0"#)), kept: three,
      says: "is not a date"),
    Fault(
      "a year of twenty digits", around(record("T", #", "year": 20252025202520252025"#)),
      kept: three, says: "is not a date"),
    Fault(
      "a number with an exponent", around(record("T", #", "year": 1e300"#)), kept: three,
      says: "is not a date"),
    Fault(
      "milliseconds beyond all years", around(record("T", #", "cdate": 900000000000000000"#)),
      kept: three),
    Fault(
      "day and month that two countries read in two ways",
      around(record("T", #", "date": "01/02/2025""#)), kept: three, says: "is not a date"),
    Fault(
      "a date after today", around(record("T", #", "date": "2031-05-01""#)), kept: three,
      says: "after today (2026-01-15)", options: ["--today", "2026-01-15"]),
    Fault(
      "a date that is an object", around(record("T", #", "date": {"year": [2025]}"#)),
      kept: three),
    Fault(
      "control characters in a date",
      around(record("T", #", "date": "\u001b]0;x\u0007\u001b[2J""#)), kept: three,
      says: "is not a date"),
  ]
}

// MARK: - Tables

extension FaultTable {
  private static func table(_ rows: String..., header: String = "id,title,abstract") -> [UInt8] {
    utf8(([header] + rows).map { $0 + "\n" }.joined())
  }

  private static func row(_ id: String) -> String { "\(id),Walls of \(id),\(abstract) In \(id)." }

  private static let tables: [Fault] = [
    Fault(
      "quotes that have no end",
      table(row("one"), "x,\"Half a quote,\(abstract)", row("two"), "\"y,", row("z")),
      kept: ["one", "two", "x", "z"], says: "a quote"),
    Fault(
      "a quote that is never closed", table(row("one"), row("two"), "x,\"T"), kept: both,
      says: "quote"),
    Fault(
      "too few fields", table(row("one"), "x,T", row("two")), kept: both,
      says: "2 fields where the header names 3"),
    Fault(
      "too many fields", table(row("one"), row("x") + ",more,still more", row("two")), kept: both,
      says: "5 fields where the header names 3"),
    Fault(
      "a column name twice",
      table("one,A,\(abstract),B", "two,C,\(abstract),D", header: "id,title,abstract,title"),
      kept: both),
    Fault("a header and no rows", table(), kept: [], says: "no records"),
    Fault("NUL in a field", table("one,A\u{0}B,\(abstract)", row("two")), kept: both),
    Fault("a formula in a cell", table("one,=1+1,\(abstract)", row("two")), kept: both),
    Fault("blank rows", table(row("one"), "", ",,", row("two")), kept: both),
    Fault(
      "no abstract among the columns", table("one,T,9", header: "id,title,pages"), fails: 65,
      says: "names no abstract"),
    Fault(
      "a mapped column that is not there", table("1,T,\(abstract)", header: "Nr,Name,Text"),
      fails: 65, says: "did you mean 'Text'", options: ["--map", "title=Name,abstract=Txet"]),
    Fault(
      "a mapped key that is not there", utf8(line("one")), fails: 65,
      says: "no column 'zusammenfassung'", options: ["--map", "abstract=zusammenfassung"]),
    Fault(
      "columns of other names, mapped", table("one,T,\(abstract)", header: "Nr,Name,Inhalt"),
      kept: ["one"], options: ["--map", "id=Nr,title=Name,abstract=Inhalt"]),
  ]
}

// MARK: - Bytes

extension FaultTable {
  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? pair : pair.reversed()
    }
  }

  private static let twoLines = line("one") + "\n" + line("two") + "\n"

  private static let encodings: [Fault] = [
    Fault(
      "bytes that are not UTF-8", around(utf8(record("T")).map { $0 == 0x54 ? 0xFF : $0 }),
      kept: three, says: "not UTF-8"),
    Fault(
      "a character cut in two",
      around(utf8(record("T")).flatMap { $0 == 0x54 ? [0xE2, 0x82] : [$0] }), kept: three,
      says: "not UTF-8"),
    Fault(
      "an overlong form",
      around(utf8(record("T")).flatMap { $0 == 0x54 ? [0xC0, 0xAF] : [$0] }), kept: three,
      says: "not UTF-8"),
    Fault("a byte order mark", [0xEF, 0xBB, 0xBF] + utf8(twoLines), kept: both),
    Fault(
      "a byte order mark in the middle",
      utf8(line("one") + "\n\u{FEFF}" + line("two") + "\n"), kept: both),
    Fault("nothing but a byte order mark", [0xEF, 0xBB, 0xBF], kept: [], says: "no records"),
    Fault("UTF-16 of Windows", utf16(twoLines, bigEndian: false), kept: both),
    Fault("UTF-16, the other way", utf16(twoLines, bigEndian: true), kept: both),
    Fault("UTF-16 with half a unit", utf16(twoLines, bigEndian: false) + [0x0A], kept: both),
    Fault(
      "UTF-32", utf16("", bigEndian: false) + [0, 0, 0x7B, 0, 0, 0], fails: 65, says: "UTF-32"),
  ]

  private static let compression: [Fault] = [
    Fault(
      "gzip that breaks off", Compressing.gzip(utf8(twoLines)).dropLast(9), kept: both,
      says: "ends before it is complete"),
    Fault(
      "gzip with a wrong checksum",
      Compressing.gzip(utf8(twoLines)).dropLast(8) + [UInt8](repeating: 7, count: 8), kept: both,
      says: "damaged"),
    Fault(
      "gzip with something behind it", Compressing.gzip(utf8(twoLines)) + utf8("more"),
      kept: both, says: "bytes that are not gzip follow"),
    Fault(
      "a second member that is no gzip",
      Compressing.gzip(utf8(twoLines)) + [0x1F, 0x8B, 0x00, 0x00, 0x01, 0x02, 0x03], kept: both,
      says: "damaged"),
    Fault(
      "nothing but the beginning of gzip", [0x1F, 0x8B, 0x08, 0x00], kept: [],
      says: "ends before it is complete"),
    Fault(
      "two members",
      Compressing.gzip(utf8(line("one") + "\n")) + Compressing.gzip(utf8(line("two"))),
      kept: both),
    Fault(
      "zstd that breaks off",
      Compressing.zstd(utf8(twoLines)) + Compressing.zstd(utf8(twoLines)).dropLast(3), kept: both,
      says: "ends before it is complete"),
    Fault(
      "zstd with something behind it", Compressing.zstd(utf8(twoLines)) + utf8("more"),
      kept: both, says: "bytes that are not zstd follow"),
    Fault(
      "zstd that unpacks to more than any text", bomb(megabytes: 256), kept: ["one"],
      says: "more than 250 times its size"),
    Fault(
      "gzip within gzip", Compressing.gzip(Compressing.gzip(utf8(twoLines))), fails: 65,
      says: "gzip inside another compression"),
  ]

  /// A good line, and then so many megabytes of spaces in a few kilobytes: zstd frames of blocks
  /// that repeat one byte (RFC 8878, section 3.1.1.2).
  private static func bomb(megabytes: Int) -> [UInt8] {
    let block: [UInt8] = [0x02, 0x00, 0x10, 0x20]
    let header: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38]
    let blocks = [[UInt8]](repeating: block, count: 8 * megabytes).flatMap(\.self)
    return Compressing.zstd(utf8(line("one") + "\n")) + header + blocks + [0x01, 0x00, 0x00]
  }
}

// MARK: - Other files, and places

extension FaultTable {
  private static let strangers: [Fault] = [
    Fault("an empty file", [], kept: [], says: "no records in this file"),
    Fault("blank lines", utf8("\n \n\t\n"), kept: [], says: "no records in this file"),
    Fault(
      "a web page", utf8("<!DOCTYPE html><html><body><p>Papers</p></body></html>"), fails: 65,
      says: "an HTML page"),
    Fault("plain text", utf8("Dear reader\nhere are no papers.\n"), fails: 65, says: "plain text"),
    Fault("zip", [0x50, 0x4B, 3, 4, 20, 0, 0, 0], fails: 65, says: "unpack it first"),
    Fault("bzip2", utf8("BZh91AY&SY"), fails: 65, says: "bunzip2"),
    Fault("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0, 4], fails: 65, says: "unxz"),
    Fault("PDF", utf8("%PDF-1.7\n%"), fails: 65, says: "the dump must be text"),
    Fault("Parquet", utf8("PAR1") + [21, 4, 21], fails: 65, says: "Parquet"),
    Fault("SQLite", utf8("SQLite format 3") + [0], fails: 65, says: "SQLite"),
    Fault(
      "bytes of no text", (0..<200).map { UInt8(($0 * 37 + 11) % 256) }, fails: 65,
      says: "looks like"),
    Fault(
      "XML of another kind", utf8("<?xml version=\"1.0\"?><menu><dish>Moss</dish></menu>"),
      fails: 65, says: "XML with the root 'menu'"),
  ]

  private static func file(_ name: String, _ text: String) -> Fault.File {
    Fault.File(name: name) { utf8(text) }
  }

  private static let places: [Fault] = [
    Fault(
      "no such file", files: [file("papers.jsonl", twoLines)], inputs: ["paper.jsonl"], status: 66,
      says: "did you mean", kept: nil),
    Fault(
      "a folder without a dump", files: [file("folder/notes.txt", "nothing of note")],
      inputs: ["folder"], status: 65, says: "no file in this folder is a dump", kept: nil),
    Fault(
      "a folder with other files beside a dump",
      files: [
        file("folder/a.txt", "nothing of note"), file("folder/b.jsonl", twoLines),
        file("folder/.hidden.jsonl", line("hidden")),
      ], inputs: ["folder"], status: 0, says: "skipped", kept: both),
    Fault(
      "a file twice", files: [file("a.jsonl", twoLines)], inputs: ["a.jsonl", "a.jsonl"],
      status: 0, says: nil, kept: both),
    Fault(
      "a file name with control characters",
      files: [file("a\u{1B}[31m.jsonl", twoLines + "noise")], inputs: ["a\u{1B}[31m.jsonl"],
      status: 0, says: "not JSON", kept: both),
  ]

  private static let choices: [Fault] = [
    Fault(
      "any fault, strictly", around("noise"), fails: 65, says: "input:2: not JSON",
      options: ["--strict"]),
    Fault(
      "a fault that costs nothing, strictly", around(record("A\tB")), fails: 65,
      says: "control characters", options: ["--strict"]),
    Fault(
      "too much that cannot be read", utf8((0..<40).map { line("p\($0)") + "\nnoise\n" }.joined()),
      fails: 65, says: "40 of 80 records cannot be read", options: ["--max-bad", "1%"]),
    Fault(
      "no more that cannot be read than is allowed", around("noise"), kept: both, says: "not JSON",
      options: ["--max-bad", "0.5"]),
  ]
}
