internal import Foundation

/// Finds the fields of a paper in a JSON object by the names of its keys.
final class JSONKeys {
  private var known: [String: FieldNames.Match?] = [:]

  /// What `object` says about a paper.
  func record(from object: [String: Any]) -> RawRecord {
    var record = RawRecord()
    var seen = 0
    for (key, value) in object {
      guard let match = match(key), !(value is NSNull) else { continue }
      let bit = 1 << match.field.rawValue
      if seen & bit != 0 { return rankedRecord(from: object) }
      seen |= bit
      fill(match.field, with: value, in: &record)
    }
    return record
  }

  /// As ``record(from:)``, where several keys are names of one field.
  private func rankedRecord(from object: [String: Any]) -> RawRecord {
    let candidates = object.compactMap { key, value in
      value is NSNull ? nil : match(key).map { (match: $0, key: key, value: value) }
    }
    .sorted {
      $0.match.rank == $1.match.rank
        ? $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) : $0.match.rank < $1.match.rank
    }
    var record = RawRecord()
    for (match, _, value) in candidates { fill(match.field, with: value, in: &record) }
    return record
  }

  private func match(_ key: String) -> FieldNames.Match? {
    if let match = known[key] { return match }
    let match = FieldNames.match(key)
    known[key] = .some(match)
    return match
  }

  private func fill(_ field: PaperField, with value: Any, in record: inout RawRecord) {
    switch field {
    case .id:
      guard record.id == nil, let text = Self.text(value) else { return }
      record.id = text
      record.idIsNumber = !(value is String)
    case .arXivID: record.arXivID = record.arXivID ?? Self.text(value)
    case .doi: record.doi = record.doi ?? Self.text(value)
    case .title: record.title = record.title ?? Self.text(value)
    case .abstract: record.abstract = record.abstract ?? Self.text(value)
    case .link: record.link = record.link ?? Self.text(value)
    case .date: if let text = Self.dateText(value) { record.dateTexts.append(text) }
    case .authors:
      guard record.authors.isEmpty else { return }
      if let text = value as? String {
        record.authors = NameLists.authors(text)
      } else if let list = value as? [Any] {
        record.authors = list.compactMap(Self.personName)
      }
    case .categories:
      guard record.categories.isEmpty else { return }
      if let text = value as? String {
        record.categories = NameLists.categories(text)
      } else if let list = value as? [Any] {
        record.categories = list.compactMap(Self.categoryName)
      }
    }
  }

  /// A text that says something: a string, a number, paragraphs, or an object around one of them.
  private static func text(_ value: Any) -> String? {
    if let text = value as? String { return TextCleaning.isBlank(text) ? nil : text }
    if value is Bool { return nil }
    if let number = value as? NSNumber { return number.stringValue }
    if let list = value as? [Any] {
      let parts = list.compactMap(text)
      return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
    if let object = value as? [String: Any] { return object["value"].flatMap(text) }
    return nil
  }

  /// A date: text, a year as a number, or the first of an array of versions with their days.
  private static func dateText(_ value: Any) -> String? {
    if let list = value as? [Any] { return list.first.flatMap(dateText) }
    if let object = value as? [String: Any] {
      return (object["created"] ?? object["value"]).flatMap(dateText)
    }
    return text(value)
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
    return ["name", "term", "display_name", "id"].lazy.compactMap { object[$0] as? String }.first
  }
}
