/// One document or query of a SMART collection, as its lines are read.
struct SMARTDocument {
  private let id: String
  /// The line on which it begins.
  let line: Int
  /// Whether it had bytes that are not UTF-8.
  var isMended = false
  private var fields: [UInt8: [String]] = [:]
  private var letter: UInt8?

  init(id: String, line: Int) {
    self.id = id
    self.line = line
  }

  /// Begins a field; one that is there already goes on.
  mutating func begin(_ letter: UInt8) { self.letter = letter }

  /// Adds a line to the field at hand.
  mutating func append(_ text: String) {
    if let letter { fields[letter, default: []].append(text) }
  }

  private func text(_ letter: Unicode.Scalar) -> String? {
    fields[UInt8(ascii: letter)]?.joined(separator: "\n")
  }

  /// What it says about a paper.
  var record: RawRecord {
    var record = RawRecord()
    record.id = id
    record.title = text("T")
    record.abstract = text("W")
    // One line a name, surname first, as CACM and CISI have it.
    record.authors = (fields[UInt8(ascii: "A")] ?? []).map(TextCleaning.line)
      .filter { !$0.isEmpty }
    record.categories = text("K").map(NameLists.categories) ?? []
    record.dateTexts = text("B").flatMap(Self.date).map { [$0] } ?? []
    if isMended { record.faults.append("bytes that are not UTF-8, replaced by U+FFFD") }
    return record
  }

  /// `December 1958` of `CACM December, 1958`, `1958` of `j. ae. scs. 25, 1958, 324.`, or nil.
  private static func date(_ source: String) -> String? {
    let words = source.split { !$0.isLetter && !$0.isNumber }
    guard let place = words.lastIndex(where: isYear) else { return nil }
    guard place > 0 else { return String(words[place]) }
    let dated = "\(words[place - 1]) \(words[place])"
    return (try? PublicationDate(parsing: dated)) == nil ? String(words[place]) : dated
  }

  private static func isYear(_ word: Substring) -> Bool {
    word.utf8.count == 4 && Int(word).map { (1800...2100).contains($0) } ?? false
  }
}
