/// How dumps are read.
public struct CorpusReadingOptions: Sendable, Hashable {
  /// What happens at a record that is not as it should be.
  public enum FaultHandling: Sendable, Hashable {
    /// It is reported and counted, and the rest is read.
    case report
    /// Reading stops at the first one, in input order.
    case stop
  }

  /// Which records become papers.
  public enum RecordHandling: Sendable, Hashable {
    /// Those that say something, records of one paper as one.
    case distinctPapers
    /// Those that say something, each as a paper of its own.
    case everyPaper
    /// Every record that can be read, each as a paper of its own, also without an abstract or an
    /// identifier (which is then empty): for scoring against labels, where none may be left out.
    case everyRecord
  }

  /// Which of a paper's dates counts.
  public enum DateChoice: String, Sendable, Hashable, CaseIterable {
    /// That of the first version; where a dump tells of none, that of the last change.
    case first
    /// That of the last version; where a dump tells of none, the first.
    case updated
  }

  /// Which records become papers.
  public var records = RecordHandling.distinctPapers
  /// The day on which a Daily Papers page was saved, for its dates without a year.
  public var savedOn: PublicationDate?
  /// Which columns of a table, or keys of JSON objects, hold which field, where it is not plain.
  public var columns: ColumnMap?
  /// Which date of a paper counts.
  public var dateChoice = DateChoice.first
  /// The zone whose days count for a date with a time.
  public var zone = DateZone.utc
  /// A paper dated after this day is reported, and kept with its date.
  public var today: PublicationDate?
  /// Papers that are certainly dated after this day are dropped.
  public var asOf: PublicationDate?
  /// The largest share of records, from 0 to 1, that may be unreadable or have neither an id nor a
  /// title; nil for any.
  ///
  /// Checked at the end of each block of records once ``badShareMinimum`` have been read, and at
  /// the end of the input.
  public var badShareLimit: Double?
  /// The number of records below which ``badShareLimit`` is only checked at the end.
  public static let badShareMinimum = 1_000
  /// What happens at faults; a paper after ``asOf`` is none.
  public var faults = FaultHandling.report
  /// How many problems are kept for each drop reason, and of those that dropped no record.
  ///
  /// All are counted, whatever the limit.
  public var problemLimit = 1_000

  /// The usual options.
  public init() {}
}

/// What happens while dumps are read.
public enum CorpusReadingEvent: Sendable, Hashable {
  /// A file was opened and its format found.
  case opened(path: String, format: DumpFormat)
  /// More records of the file were read; both numbers are totals over all files so far.
  case progress(path: String, records: Int, bytes: Int)
}
