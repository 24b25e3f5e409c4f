/// A column, key or element in the first records of a file, and what it is read as.
public struct SeenField: Sendable, Hashable {
  /// The name as the file spells it.
  public var name: String
  /// The field of a paper that it is read as (``ColumnMap/fieldNames``), or nil where it is not
  /// read.
  public var readAs: String?

  /// Makes a seen field from its parts.
  public init(name: String, readAs: String?) {
    self.name = name
    self.readAs = readAs
  }

  init(name: String, field: PaperField?) { self.init(name: name, readAs: field?.mapName) }
}
