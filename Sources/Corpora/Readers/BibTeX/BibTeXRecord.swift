/// What the fields of an entry say about a paper.
enum BibTeXRecord {
  static func record(of entry: BibTeXEntry) -> RawRecord {
    var record = RawRecord()
    record.id = entry.key
    record.title = entry.value("title", "booktitle").map(withoutOuterBraces)
    if let subtitle = entry.value("subtitle"), let title = record.title {
      record.title = "\(title): \(withoutOuterBraces(subtitle))"
    }
    record.abstract = entry.value("abstract", "abstractnote").map(withoutOuterBraces)
    record.authors = authors(entry.value("author") ?? "")
    record.doi = entry.value("doi").map(withoutOuterBraces)
    record.arXivID = arXivID(entry)
    record.dateTexts = dates(entry)
    record.categories = [entry.value("primaryclass")].compactMap { $0 }
    record.categories += entry.value("keywords", "keyword").map(NameLists.categories) ?? []
    record.link = entry.value("url").map(withoutOuterBraces)
    record.language = entry.value("langid", "language", "hyphenation")
    record.faults = entry.faults
    return record
  }

  /// A value without the braces that hold all of it.
  private static func withoutOuterBraces(_ text: String) -> String {
    var bytes = Array(TextCleaning.paragraphs(text).utf8)[...]
    while bytes.count >= 2, bytes.first == UInt8(ascii: "{"), closes(bytes) {
      bytes = bytes.dropFirst().dropLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the first brace is closed by the last byte.
  private static func closes(_ bytes: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    for (place, byte) in zip(bytes.indices, bytes) {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return place == bytes.endIndex - 1 }
    }
    return false
  }

  /// Names between `and`s that stand outside braces.
  static func authors(_ text: String) -> [String] {
    var names: [[Substring]] = [[]]
    var depth = 0
    for word in text.utf8.split(whereSeparator: { $0 <= 0x20 }) {
      if depth <= 0, isAnd(word) {
        names.append([])
      } else {
        names[names.count - 1].append(Substring(word))
      }
      for byte in word {
        if byte == UInt8(ascii: "{") { depth += 1 }
        if byte == UInt8(ascii: "}") { depth -= 1 }
      }
    }
    return names.map { withoutOuterBraces($0.joined(separator: " ")) }
      .filter { !$0.isEmpty && $0 != "others" }
  }

  private static func isAnd(_ word: Substring.UTF8View) -> Bool {
    word.count == 3 && word.map { $0 | 0x20 }.elementsEqual("and".utf8)
  }

  private static func arXivID(_ entry: BibTeXEntry) -> String? {
    let archive = (entry.value("archiveprefix", "eprinttype") ?? "").lowercased()
    if let eprint = entry.value("eprint").map(TextCleaning.line) {
      if archive == "arxiv" || archive.isEmpty && ArXivIdentifier(eprint) != nil { return eprint }
    }
    return [entry.value("url"), entry.value("arxivid", "arxiv")].lazy
      .compactMap { $0.map(withoutOuterBraces) }.first { ArXivIdentifier($0) != nil }
  }

  private static func dates(_ entry: BibTeXEntry) -> [String] {
    if let date = entry.value("date") {
      let beginning = withoutOuterBraces(date).prefix { $0 != "/" }
      return [String(beginning.filter { !"~?%".contains($0) })]
    }
    guard let value = entry.value("year") else { return [] }
    let text = withoutOuterBraces(value)
    let digits = text.utf8.prefix { Bytes.isDigit($0) }
    let year = digits.count == 4 ? String(decoding: Array(digits), as: UTF8.self) : text
    guard let month = entry.value("month").map(month) else { return [year] }
    let day = entry.value("day").map(withoutOuterBraces) ?? ""
    let isNumber = !month.isEmpty && month.utf8.allSatisfy(Bytes.isDigit)
    let full =
      isNumber
      ? [year, month, day].filter { !$0.isEmpty }.joined(separator: "-")
      : [day, month, year].filter { !$0.isEmpty }.joined(separator: " ")
    return [full, year]
  }

  /// A month, perhaps with days, of which the first counts: `Jul 3` of `jul # "~3--7"`.
  private static func month(_ value: String) -> String {
    let text = withoutOuterBraces(value).replacing("~", with: " ").replacing("\\", with: "")
    let beginning = text.prefix { !"-–/".contains($0) }
    return TextCleaning.line(String(beginning.filter { !"{}".contains($0) }))
  }
}
