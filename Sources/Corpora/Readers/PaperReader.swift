/// One dump format: how it is recognised, where its records end, what they say.
///
/// A driver feeds the reader. It shows the first bytes to ``init(sample:options:)`` of each format
/// in turn; it then cuts the stream into blocks of whole records with
/// ``endOfRecords(in:reaching:)``, one after the other, and has the blocks read on several threads
/// with ``read(_:into:)``. So the cutting must be cheap and may not change the reader, and reading
/// may depend on the block alone. A new format is one file with one such type, and one line in
/// ``PaperReaders``.
protocol PaperReader: Sendable {
  /// The formats that it reads, for people.
  static var descriptions: [FormatDescription] { get }

  /// The format of the file at hand, one of ``descriptions``.
  var format: DumpFormat { get }

  /// The columns, keys or elements in the first records, in their order, and what they are read
  /// as; none where the format has no names.
  var seenFields: [SeenField] { get }

  /// Whether all of a file is one block, because its beginning depends on its end.
  var readsWholeFile: Bool { get }

  /// A reader for the file that begins with `sample`, or nil where it is in another format.
  init?(sample: FileSample, options: CorpusReadingOptions)

  /// The length of the shortest beginning of `bytes`, at least `minimum` bytes, that ends with a
  /// whole record; nil where `bytes` has none.
  ///
  /// `bytes` begins at the beginning of a record (or of the file). For a reader of whole files it
  /// is only asked when a file breaks off.
  func endOfRecords(in bytes: Span<UInt8>, reaching minimum: Int) -> Int?

  /// What the blocks behind a block of `bytes` must know of all before them, as that block's
  /// ``RecordBlock/heading`` was `heading`.
  func heading(after bytes: Span<UInt8>, following heading: [UInt8]) -> [UInt8]

  /// Adds every record of `block` to `records`, or drops it there with its reason.
  func read(_ block: RecordBlock, into records: inout RecordCollector)
}

extension PaperReader {
  func heading(after bytes: Span<UInt8>, following heading: [UInt8]) -> [UInt8] { heading }

  var seenFields: [SeenField] { [] }
}

/// The formats that are read, in the order in which they are tried.
enum PaperReaders {
  static let all: [any PaperReader.Type] = [
    DailyPapersPageReader.self, JSONEnvelopeReader.self, JSONLinesReader.self,
    JSONValuesReader.self, XMLReader<ArXivAtom>.self, XMLReader<JATS>.self,
    XMLReader<OAIPMH>.self, XMLReader<PubMed>.self, XMLReader<ACLAnthology>.self,
    BibTeXReader.self, TaggedReader.self, SMARTReader.self, SeparatedValuesReader.self,
    MarkdownDigestReader.self,
  ]

  /// What the formats are called that are told apart by form; JSON of all origins is one form.
  static var names: [String] {
    let dialects = Set(JSONDialect.all.map(\.description.format))
    return all.flatMap { $0.descriptions }.filter { !dialects.contains($0.format) }.map(\.name)
  }

  /// The reader for a file that begins with `sample`, or nil.
  static func reader(for sample: FileSample, options: CorpusReadingOptions)
    -> (any PaperReader)?
  {
    for type in all {
      if let reader = type.init(sample: sample, options: options) { return reader }
    }
    return nil
  }
}

/// The beginning of a file, by which its format is told.
struct FileSample: Sendable {
  /// Up to ``FileSample/limit`` bytes of UTF-8, without a byte order mark.
  var bytes: [UInt8]
  /// Whether these are all bytes of the file.
  var isWholeFile: Bool

  /// The most that is looked at.
  static let limit = 1 << 18

  /// The position of the first byte that is not whitespace, if there is one.
  var firstContent: Int? { bytes.firstIndex { $0 > 0x20 } }
}

/// Consecutive whole records of one file.
struct RecordBlock: Sendable {
  var bytes: [UInt8]
  /// What the reader asked to be remembered of the blocks before.
  var heading: [UInt8] = []
  /// Whether the file begins here.
  var isFirst: Bool
  /// Whether the file ends here.
  var isLast: Bool
}
