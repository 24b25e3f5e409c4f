/// The fields of one record of a tagged reference file, in their order.
struct TaggedRecord {
  /// The line on which it begins.
  var line: Int
  /// Whether its last line is `ER`.
  var isEnded = false
  private var fields: [(tag: String, lines: [String])] = []

  /// A record that begins on `line`.
  init(line: Int) {
    self.line = line
  }

  /// Begins a field.
  mutating func begin(_ tag: String, with text: String) { fields.append((tag, [text])) }

  /// Goes on with the last field.
  mutating func go(on text: String) {
    if let last = fields.indices.last { fields[last].lines.append(text) }
  }

  /// The first of these fields that is not blank, as one text.
  func text(_ tags: String...) -> String? {
    tags.lazy.flatMap { tag in fields.filter { $0.tag == tag } }
      .map { TextCleaning.line($0.lines.joined(separator: " ")) }.first { !$0.isEmpty }
  }

  /// All lines of all fields of these tags, in order.
  func lines(_ tags: String...) -> [String] {
    fields.filter { tags.contains($0.tag) }.flatMap(\.lines).map(TextCleaning.line)
      .filter { !$0.isEmpty }
  }
}
