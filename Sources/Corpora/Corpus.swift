/// Papers in canonical order, and the account of every record that was read.
///
/// The account balances: `read == papers.count + duplicateCount + droppedCount`.
public struct Corpus: Sendable {
  /// The kept papers, by id and then by content, each id once unless every record was asked for.
  public var papers: [Paper]
  /// The number of records in the input, readable or not.
  public var read: Int
  /// The number of records that were merged into a kept paper.
  public var duplicateCount: Int
  /// How many records were dropped for each reason, in order of reason.
  public var dropReasons: [DropReason: Int]
  /// What was found wrong, record by record, in input order, up to the reader's limit.
  public var problems: [RecordProblem]
  /// The number of all problems, also beyond the limit.
  public var problemCount: Int
  /// Where the records stand that were merged into a kept paper, and into which, in input order.
  public var mergedRecords: [MergedRecord] = []
  /// Ids that came with more than one paper, and the ids that all but the first have instead.
  public var renamedPapers: [(id: String, newIDs: [String])] = []
  /// The identifier of each record that was not dropped, in input order, before records of one
  /// identifier were merged.
  public var recordIDs: [String] = []
  /// The files that were read, in order.
  public var sources: [CorpusSource] = []

  /// The number of records that were dropped.
  public var droppedCount: Int { dropReasons.values.reduce(0, +) }

  /// Makes a corpus from its parts.
  public init(
    papers: [Paper], read: Int, duplicateCount: Int, dropReasons: [DropReason: Int],
    problems: [RecordProblem]
  ) {
    self.papers = papers
    self.read = read
    self.duplicateCount = duplicateCount
    self.dropReasons = dropReasons
    self.problems = problems
    problemCount = problems.count
  }
}

/// A record that was merged into a paper.
public struct MergedRecord: Sendable, Hashable {
  /// The file as the user named it; `<standard input>` for that.
  public var file: String
  /// The line on which the record begins, from 1.
  public var line: Int
  /// The id of the kept paper.
  public var paper: String
  /// Why the record is taken for that paper.
  public var evidence: DuplicateEvidence

  /// Makes a merged record from its parts.
  public init(file: String, line: Int, paper: String, evidence: DuplicateEvidence) {
    self.file = file
    self.line = line
    self.paper = paper
    self.evidence = evidence
  }
}

/// Why a record is not among the kept papers.
public enum DropReason: String, Sendable, Hashable, CaseIterable, Comparable {
  /// The record is not in the format that its file is in.
  case unreadable
  /// The record has neither a title nor an id.
  case unidentified
  /// The record has no abstract to speak of.
  case noAbstract
  /// The archive that the record is from says that it deleted it.
  case deleted
  /// The abstract says that the paper was withdrawn.
  case withdrawn
  /// The record corrects or retracts another paper.
  case erratum
  /// The paper is in a language that was not asked for.
  case otherLanguage
  /// The paper is dated after the day that the question is about.
  case afterAsOf

  /// A phrase for people.
  public var explanation: String {
    switch self {
    case .unreadable: "not readable as a record of its file"
    case .unidentified: "neither an id nor a title"
    case .noAbstract: "no abstract"
    case .deleted: "deleted in its archive"
    case .withdrawn: "withdrawn"
    case .erratum: "a correction or retraction of another paper"
    case .otherLanguage: "in another language"
    case .afterAsOf: "dated after the as-of day"
    }
  }

  /// In the order in which the cases are declared.
  public static func < (left: DropReason, right: DropReason) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// One fault in one record: where it is, what it is.
public struct RecordProblem: Sendable, Hashable, CustomStringConvertible {
  /// The file as the user named it; `<standard input>` for that.
  public var file: String
  /// The line on which the record begins, from 1.
  public var line: Int
  /// One clause that says what is wrong.
  public var reason: String
  /// Whether the record was dropped.
  public var dropped: Bool { dropReason != nil }
  /// Why the record was dropped; nil where it was kept without the faulty part.
  public var dropReason: DropReason?

  /// Makes a problem from its parts.
  public init(file: String, line: Int, reason: String, dropReason: DropReason?) {
    self.file = file
    self.line = line
    self.reason = reason
    self.dropReason = dropReason
  }

  /// `file:line: reason`.
  public var description: String { "\(file):\(line): \(reason)" }
}
