/// Which column or key of a table holds which field, where the user says so.
///
/// A field that the map names is read from that column alone; the others are found by their usual
/// names, unless the column that has one is mapped.
public struct ColumnMap: Sendable, Hashable, CustomStringConvertible {
  private var fields: [String: PaperField] = [:]

  /// The mapped columns, by the order of the fields.
  public var columns: [String] {
    fields.sorted { $0.value.rawValue < $1.value.rawValue }.map(\.key)
  }

  /// Reads `title=Name,abstract=Text,date=When`.
  ///
  /// A column whose name has a comma in it cannot be mapped.
  ///
  /// - Parameter text: Pairs of a field and a column, with commas between.
  /// - Throws: ``MappingError`` for a pair without `=`, a field that does not exist, and a field or
  ///   a column that stands twice.
  public init(parsing text: String) throws(MappingError) {
    var seen: Set<PaperField> = []
    for pair in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = TextCleaning.line(String(parts[0]))
      let column = parts.count == 2 ? TextCleaning.line(String(parts[1])) : ""
      guard !name.isEmpty, !column.isEmpty else { throw .notAPair(String(pair)) }
      guard let field = PaperField.allCases.first(where: { $0.mapName == name }) else {
        throw .noSuchField(
          name, nearest: NearestName.nearest(to: name, among: Self.fieldNames))
      }
      guard seen.insert(field).inserted else { throw .twice(name) }
      guard fields.updateValue(field, forKey: column) == nil else { throw .twice(column) }
    }
  }

  /// The map as it is written, in the order of the fields.
  public var description: String {
    fields.sorted { $0.value.rawValue < $1.value.rawValue }
      .map { "\($0.value.mapName)=\($0.key)" }.joined(separator: ",")
  }

  /// The names of the fields that can be mapped.
  public static var fieldNames: [String] { PaperField.allCases.map(\.mapName) }

  /// Whether the map says where `field` is.
  func names(_ field: PaperField) -> Bool { fields.values.contains(field) }

  /// The field that a column of this name holds, by `map` or by its usual names.
  static func match(_ name: String, in map: ColumnMap?) -> FieldNames.Match? {
    guard let map else { return FieldNames.match(name) }
    if let field = map.fields[TextCleaning.line(name)] {
      return FieldNames.Match(field: field, rank: 0)
    }
    return FieldNames.match(name).flatMap { map.names($0.field) ? nil : $0 }
  }

  /// Why a text is no column map.
  public enum MappingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A part that is not `field=column`.
    case notAPair(String)
    /// A field that papers do not have, and one that looks alike.
    case noSuchField(String, nearest: String?)
    /// A field or a column that stands twice.
    case twice(String)

    /// One clause for people.
    public var description: String {
      switch self {
      case .notAPair(let text): "'\(text)' is not of the form field=column"
      case .noSuchField(let name, let nearest?):
        "'\(name)' is no field of a paper; did you mean \(nearest)?"
      case .noSuchField(let name, nil):
        "'\(name)' is no field of a paper (\(ColumnMap.fieldNames.joined(separator: ", ")))"
      case .twice(let name): "'\(name)' stands twice"
      }
    }
  }
}

extension PaperField {
  /// What the field is called in a ``ColumnMap``.
  var mapName: String {
    switch self {
    case .id: "id"
    case .arXivID: "arxiv"
    case .doi: "doi"
    case .title: "title"
    case .abstract: "abstract"
    case .authors: "authors"
    case .date: "date"
    case .updated: "updated"
    case .categories: "categories"
    case .link: "link"
    case .language: "language"
    }
  }
}
