/// A line of a Markdown digest.
struct MarkdownLine {
  /// The text of a heading, or nil.
  let heading: String?
  /// The line without quote and list marks.
  let text: String
  /// The field that a label in bold names, and what follows it, or nil.
  let label: (field: Field, value: String)?
  /// Whether another label than a known one begins the line, or the line separates.
  let endsField: Bool

  /// A field of a paper.
  enum Field { case abstract, authors, categories, link, date }

  init(_ bytes: ArraySlice<UInt8>) {
    let line = TextCleaning.line(String(decoding: bytes, as: UTF8.self))
    heading = Self.heading(line)
    text = TextCleaning.line(String(line.drop { $0 == ">" || $0 == " " }))
    let label = Self.label(text)
    self.label = label.flatMap { name, value in
      Self.field(name).map { (field: $0, value: value) }
    }
    endsField = label != nil || text.isEmpty && !line.hasPrefix(">") || text.hasPrefix("---")
  }

  private static func heading(_ line: String) -> String? {
    guard line.hasPrefix("#") else { return nil }
    let rest = line.drop { $0 == "#" }
    guard rest.first == " " else { return nil }
    return TextCleaning.line(String(rest))
  }

  /// The label of `**Label:** value`, `- **Label: value**` or `**Label**: value`, and the value.
  private static func label(_ line: String) -> (name: String, value: String)? {
    var rest = line[...]
    if rest.hasPrefix("- ") || rest.hasPrefix("* ") || rest.hasPrefix("+ ") {
      rest = rest.dropFirst(2).drop { $0 == " " }
    }
    guard rest.hasPrefix("**") || rest.hasPrefix("__") else { return nil }
    let mark = rest.prefix(2)
    rest = rest.dropFirst(2)
    guard let end = rest.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let name = rest[..<end].replacing(mark, with: "")
    guard !name.isEmpty, name.count <= 24 else { return nil }
    var value = rest[rest.index(after: end)...]
    if value.hasPrefix(mark) {
      value = value.dropFirst(2)
    } else if value.hasSuffix(mark), !rest[..<end].contains(mark) {
      value = value.dropLast(2)
    }
    return (TextCleaning.line(String(name)).lowercased(), TextCleaning.line(String(value)))
  }

  private static func field(_ name: String) -> Field? {
    switch name {
    case "abstract", "摘要", "原文摘要", "英文摘要": .abstract
    case "authors", "author", "作者": .authors
    case "categories", "category", "subjects", "subject", "tags", "分类", "类别", "学科": .categories
    case "link", "links", "url", "paper", "pdf", "arxiv", "链接", "论文链接": .link
    case "date", "published", "submitted", "日期", "发布日期", "发布时间": .date
    default: nil
    }
  }
}
