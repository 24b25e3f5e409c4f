/// A line of the page that is not blank.
struct PageLine {
  /// Its number on the page, from 0.
  var number: Int
  /// Its text without the whitespace around it.
  var text: String
  /// Whether it had bytes that are not UTF-8.
  var hasBadBytes: Bool

  init?(number: Int, bytes: ArraySlice<UInt8>) {
    let decoded = String(decoding: bytes, as: UTF8.self)
    text = TextCleaning.line(decoded)
    hasBadBytes = !decoded.utf8.elementsEqual(bytes)
    self.number = number
    if text.isEmpty { return nil }
  }

  /// Whether it is the dot between byline and date.
  var isDot: Bool { text == "\u{B7}" }
  /// Whether it counts authors after a bullet.
  var isAuthorCount: Bool {
    guard text.hasPrefix("\u{2022}") else { return false }
    let words = text.dropFirst().split(separator: " ")
    return words.count == 2 && Int(words[0]) != nil && words[1].hasPrefix("author")
  }
  /// Whether it is long enough to be a paragraph of prose; menu lines and titles are not.
  var isProse: Bool { text.utf8.count >= 200 }
}

/// The lines between one paper's date and the next paper's dot.
struct PageSegment {
  private let lines: ArraySlice<PageLine>

  /// A segment without the menu lines before its title.
  ///
  /// Menus end with the date of the page. Where there is none, a title is the line before the
  /// first paragraph of prose, for the first paper and all others.
  init(_ all: ArraySlice<PageLine>) {
    if let pageDate = all.lastIndex(where: { PageDate($0.text) != nil }) {
      lines = all[(pageDate + 1)...]
    } else if let prose = all.firstIndex(where: \.isProse), prose > all.startIndex {
      lines = all[(prose - 1)...]
    } else {
      lines = all
    }
  }

  /// The line of the title.
  var line: Int { lines.first?.number ?? 0 }
  /// Whether any line had bytes that are not UTF-8.
  var hasBadBytes: Bool { lines.contains(where: \.hasBadBytes) }
  /// Whether a paper stands here, rather than the page's last menu.
  var looksLikePaper: Bool { lines.contains { $0.isProse || $0.isAuthorCount } }

  /// Title and abstract, or nil where there is no title.
  var record: RawRecord? {
    guard let title = lines.first, !title.isAuthorCount else { return nil }
    var body = lines.dropFirst()
    if let last = body.last, last.isAuthorCount || !last.isProse { body.removeLast() }
    var record = RawRecord()
    record.title = title.text
    record.abstract = body.map(\.text).joined(separator: "\n")
    return record
  }
}
