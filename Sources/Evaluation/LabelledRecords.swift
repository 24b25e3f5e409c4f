public import BlockScheduling
public import Corpora

/// The labels that a dump gives its records, one for every record that has one.
///
/// Duplicates and records that no topic is made from are among them, so that no method looks
/// better for what it leaves out.
public struct LabelledRecords: Sendable, Hashable {
  /// Where a record's label is.
  public enum Source: String, Sendable, Hashable, CaseIterable, Codable {
    /// The first category.
    case categories
    /// The first category up to its first dot, as `cs` of `cs.CL`.
    case archives

    func label(of paper: Paper) -> String? {
      guard let first = paper.categories.first else { return nil }
      switch self {
      case .categories: return first
      case .archives: return first.split(separator: ".").first.map(String.init) ?? first
      }
    }
  }

  /// Where the labels are from.
  public let source: Source
  /// The classes by their bytes.
  public let classNames: [String]
  /// By record: its class, an index in ``classNames``.
  public let classes: [Int32]
  /// By record: the id of the paper that it is a record of.
  public let paperIDs: [String]
  /// The number of records without a label, which cannot be scored.
  public let unlabelledCount: Int

  /// The labels of every record in `records`.
  public init(_ records: [Paper], source: Source) {
    var labels: [String] = []
    var ids: [String] = []
    for record in records {
      guard let label = source.label(of: record) else { continue }
      labels.append(label)
      ids.append(record.id)
    }
    let names = Set(labels).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    self.source = source
    classNames = names
    classes = labels.compactMap { index[$0] }
    paperIDs = ids
    unlabelledCount = records.count - labels.count
  }

  /// Reads every record of dumps for its label.
  ///
  /// - Throws: ``CorpusError`` where an input cannot be read.
  public static func read(
    _ inputs: [String], source: Source, options: CorpusReadingOptions, scheduler: BlockScheduler
  ) throws(CorpusError) -> LabelledRecords {
    var options = options
    options.records = .everyRecord
    let corpus = try Corpus.read(inputs, options: options, scheduler: scheduler)
    return LabelledRecords(corpus.papers, source: source)
  }
}
