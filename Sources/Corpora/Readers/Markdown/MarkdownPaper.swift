/// A heading of a Markdown digest and the fields below it, as its lines are read.
struct MarkdownPaper {
  private let title: String
  private let line: Int
  /// Whether it had bytes that are not UTF-8.
  var isMended = false
  private var record = RawRecord()
  private var abstract: [String] = []
  private var isInAbstract = false
  private var hasFields = false

  /// A paper of this heading, which stands on `line`.
  init(title: String, line: Int) {
    self.title = title
    self.line = line
  }

  /// Takes the next line.
  mutating func append(_ line: MarkdownLine) {
    if let (field, value) = line.label {
      hasFields = true
      isInAbstract = field == .abstract
      fill(field, with: value)
    } else if line.endsField {
      isInAbstract = isInAbstract && line.text.isEmpty && abstract.allSatisfy(\.isEmpty)
    } else if isInAbstract {
      abstract.append(line.text)
    }
  }

  private mutating func fill(_ field: MarkdownLine.Field, with value: String) {
    switch field {
    case .abstract: if abstract.isEmpty { abstract = [value] } else { isInAbstract = false }
    case .authors: record.authors = NameLists.authors(value)
    case .categories: record.categories = NameLists.categories(value)
    case .link: record.link = record.link ?? Self.address(value)
    case .date: record.dateTexts = [value]
    }
  }

  /// Adds the paper to `records`; a heading without fields is one of the digest's own.
  func add(to records: inout RecordCollector) {
    guard hasFields else { return }
    var record = record
    let (title, titleLink) = Self.unlinked(Self.withoutMark(title))
    record.title = title
    record.link = record.link ?? titleLink
    record.abstract = abstract.joined(separator: "\n")
    if let identifier = record.link.flatMap({ ArXivIdentifier($0) }) {
      record.arXivID = identifier.text
      record.link = nil
    }
    if isMended { record.faults.append("bytes that are not UTF-8, replaced by U+FFFD") }
    records.add(record, line: line)
  }

  /// A title without `[new 001]` or a number before it.
  private static func withoutMark(_ title: String) -> String {
    var rest = title[...]
    if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
      let words = rest[..<end].dropFirst().split(separator: " ")
      if words.count == 2, Int(words[1]) != nil { rest = rest[rest.index(after: end)...] }
    }
    let number = rest.prefix { $0.isNumber }
    if !number.isEmpty, rest.dropFirst(number.count).hasPrefix(". ") {
      rest = rest.dropFirst(number.count + 2)
    }
    return TextCleaning.line(String(rest))
  }

  /// The text and the address of `[text](address)`; the text itself where it is no link.
  private static func unlinked(_ text: String) -> (text: String, address: String?) {
    guard text.hasPrefix("["), let middle = text.firstRange(of: "]("),
      let end = text[middle.upperBound...].firstIndex(of: ")")
    else { return (text, nil) }
    let name = text[..<middle.lowerBound].dropFirst()
    return (String(name), String(text[middle.upperBound..<end]))
  }

  private static func address(_ value: String) -> String? {
    let (text, address) = unlinked(value)
    let candidates = [address, text].compactMap { $0 }
    return candidates.first { $0.hasPrefix("http") }
      ?? value.split { $0 == " " || $0 == "<" || $0 == ">" || $0 == "(" || $0 == ")" }
      .first { $0.hasPrefix("http") }.map(String.init)
  }
}
