/// What people need to know about one dump format; a row of the table of formats.
///
/// Each reader describes the formats that it reads, so that the command, the documentation and
/// the code tell one story.
public struct FormatDescription: Sendable, Hashable {
  /// The format.
  public var format: DumpFormat
  /// What people call it, as a phrase without an article at a sentence's start.
  public var name: String
  /// Where people get such files.
  public var origin: String
  /// The names of the fields that are read, as the dump spells them.
  public var fields: [String]
  /// How the first date and the date of the last change are read.
  public var dates: String

  /// Makes a description from its parts.
  public init(
    format: DumpFormat, name: String, origin: String, fields: [String], dates: String
  ) {
    self.format = format
    self.name = name
    self.origin = origin
    self.fields = fields
    self.dates = dates
  }

  /// All formats, in the order in which they are told apart.
  public static var all: [FormatDescription] { PaperReaders.all.flatMap { $0.descriptions } }
}
