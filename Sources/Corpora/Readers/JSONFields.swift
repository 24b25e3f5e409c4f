internal import Foundation

/// What the values of a JSON object mean as fields of a paper.
enum JSONFields {
  /// Puts `value` into `record`, unless a better key has filled the field.
  static func fill(_ field: PaperField, with value: Any, in record: inout RawRecord) {
    if let text = value as? String { return fill(field, withText: text, in: &record) }
    switch field {
    case .id:
      guard record.id == nil, let text = text(value) else { return }
      record.id = text
      record.idIsNumber = true
    case .arXivID: record.arXivID = record.arXivID ?? text(value)
    case .doi: record.doi = record.doi ?? text(value)
    case .title: record.title = record.title ?? text(value)
    case .abstract: record.abstract = record.abstract ?? invertedIndexText(value) ?? text(value)
    case .link:
      guard record.link == nil, let text = text(value), text.hasPrefix("http") else { return }
      record.link = text
    case .language: record.language = record.language ?? text(value)
    case .date: addDates(value, to: &record)
    case .updated: if let text = dateText(value) { record.updatedTexts.append(text) }
    case .authors: if record.authors.isEmpty { record.authors = authors(value) }
    case .categories: if record.categories.isEmpty { record.categories = categories(value) }
    }
  }

  /// Puts a string into `record`, unless a better key has filled the field.
  static func fill(_ field: PaperField, withText text: String, in record: inout RawRecord) {
    switch field {
    case .authors: if record.authors.isEmpty { record.authors = NameLists.authors(text) }
    case .categories:
      if record.categories.isEmpty { record.categories = NameLists.categories(text) }
    default: if !TextCleaning.isBlank(text) { fill(field, withContent: text, in: &record) }
    }
  }

  private static func fill(
    _ field: PaperField, withContent text: String, in record: inout RawRecord
  ) {
    switch field {
    case .id: record.id = record.id ?? text
    case .arXivID: record.arXivID = record.arXivID ?? text
    case .doi: record.doi = record.doi ?? text
    case .title: record.title = record.title ?? text
    case .abstract: record.abstract = record.abstract ?? text
    case .link: if text.hasPrefix("http") { record.link = record.link ?? text }
    case .language: record.language = record.language ?? text
    case .date: if let date = dateText(text) { record.dateTexts.append(date) }
    case .updated: if let date = dateText(text) { record.updatedTexts.append(date) }
    case .authors, .categories: break
    }
  }

  /// Adds what only the whole object tells: the address of a forum page.
  static func complete(_ record: inout RawRecord, from object: [String: Any]) {
    if record.link == nil, let forum = object["forum"] as? String, object["content"] != nil {
      record.link = "https://openreview.net/forum?id=\(forum)"
    }
  }

  /// A text that says something: a string, a number, paragraphs, or an object around one of them.
  static func text(_ value: Any) -> String? {
    if let text = value as? String { return TextCleaning.isBlank(text) ? nil : text }
    if let number = value as? NSNumber {
      return type(of: number) == truthType ? nil : number.stringValue
    }
    if let list = value as? [Any] {
      let parts = list.compactMap(text)
      return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
    if let object = value as? [String: Any] { return object["value"].flatMap(text) }
    return nil
  }

  /// The class of true and false, which casts to `Bool` do not tell from 1 and 0.
  private static let truthType = type(of: NSNumber(value: true))

  /// The text of an inverted index: for each word the places at which it stands.
  private static func invertedIndexText(_ value: Any) -> String? {
    guard let index = value as? [String: Any], index["value"] == nil else { return nil }
    var places: [(place: Int, word: String)] = []
    for (word, list) in index {
      for place in list as? [Any] ?? [] {
        if let place = place as? Int { places.append((place, word)) }
      }
    }
    places.sort {
      $0.place == $1.place
        ? $0.word.utf8.lexicographicallyPrecedes($1.word.utf8) : $0.place < $1.place
    }
    return places.isEmpty ? nil : places.map(\.word).joined(separator: " ")
  }

  private static func authors(_ value: Any) -> [String] {
    switch unwrapped(value) {
    case let text as String: NameLists.authors(text)
    case let list as [Any]: list.compactMap(personName)
    default: []
    }
  }

  private static func categories(_ value: Any) -> [String] {
    switch unwrapped(value) {
    case let text as String: NameLists.categories(text)
    case let list as [Any]: list.compactMap(categoryName)
    default: []
    }
  }

  /// What stands under `value` in an object that is only there to hold it.
  private static func unwrapped(_ value: Any) -> Any {
    (value as? [String: Any])?["value"] ?? value
  }

  private static func personName(_ value: Any) -> String? {
    if let name = value as? String { return name }
    guard let object = value as? [String: Any] else { return nil }
    for key in ["name", "fullname", "full_name", "display_name", "author"] {
      if let inner = object[key], let name = personName(inner) { return name }
    }
    let parts = ["first", "given", "middle", "last", "family", "suffix"]
    let name = parts.compactMap { object[$0].flatMap(text) }.joined(separator: " ")
    return name.isEmpty ? nil : name
  }

  private static func categoryName(_ value: Any) -> String? {
    if let name = value as? String { return name }
    guard let object = value as? [String: Any] else { return nil }
    return ["name", "term", "display_name", "category", "id"].lazy
      .compactMap { object[$0] as? String }.first
  }
}

// MARK: - Dates

extension JSONFields {
  /// Adds a date; of an array of versions, the first one's day and, as that of the last change,
  /// the last one's.
  private static func addDates(_ value: Any, to record: inout RawRecord) {
    if let list = value as? [Any] {
      if let text = list.first.flatMap(dateText) { record.dateTexts.append(text) }
      if let text = list.last.flatMap(dateText) { record.updatedTexts.insert(text, at: 0) }
    } else if let text = dateText(value) {
      record.dateTexts.append(text)
    }
  }

  /// A date: text, a year as a number, milliseconds since 1970, the year and month of a BibTeX
  /// entry, or the day of a version.
  private static func dateText(_ value: Any) -> String? {
    if let object = value as? [String: Any] {
      return (object["created"] ?? object["value"]).flatMap(dateText)
    }
    guard let text = text(value) else { return nil }
    if !(value is String), let milliseconds = Int(text), milliseconds >= 100_000_000_000 {
      return PublicationDate.text(millisecondsSince1970: milliseconds)
    }
    return dateText(text)
  }

  private static func dateText(_ text: String) -> String? {
    text.hasPrefix("@") ? bibTeXDate(text) : text
  }

  /// The year, and the month where it is named, of one BibTeX entry.
  private static func bibTeXDate(_ entry: String) -> String? {
    guard let year = bibTeXValue("year", in: entry), Int(year) != nil else { return nil }
    return [bibTeXValue("month", in: entry), year].compactMap(\.self).joined(separator: " ")
  }

  private static func bibTeXValue(_ name: String, in entry: String) -> String? {
    let bytes = Array(entry.utf8)
    let isDelimiter: (UInt8) -> Bool = { $0 <= 0x20 || [0x22, 0x2C, 0x7B, 0x7D].contains($0) }
    var start = 0
    while let found = bytes[start...].firstRange(of: Array(name.utf8)) {
      start = found.upperBound
      guard found.lowerBound > 0, isDelimiter(bytes[found.lowerBound - 1]) else { continue }
      let rest = bytes[found.upperBound...].drop { $0 <= 0x20 }
      guard rest.first == UInt8(ascii: "=") else { continue }
      let value = rest.dropFirst().drop(while: isDelimiter).prefix { !isDelimiter($0) }
      return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
    return nil
  }
}
