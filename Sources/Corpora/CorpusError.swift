/// Why no corpus could be made: one sentence that names the file and what to do.
public enum CorpusError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong in the terms of sysexits(3).
  public enum Kind: Sendable, Hashable {
    /// An input does not exist or cannot be opened; exit code 66.
    case noInput
    /// An input is not what it should be; exit code 65.
    case badData
    /// The system failed while reading; exit code 74.
    case inputOutput
  }

  /// No input was named.
  case noInputs
  /// Nothing of this name exists; `nearest` is a name in the same folder that looks alike.
  case noSuchFile(path: String, nearest: String?)
  /// The file exists and cannot be opened, with the system's reason.
  case cannotOpen(path: String, reason: String)
  /// The system stopped in the middle of the file, with its reason.
  case cannotRead(path: String, reason: String)
  /// No file in the folder is in a format that can be read.
  case nothingReadable(folder: String)
  /// The file is in no format that can be read; `appearance` says what it looks like.
  case unknownFormat(path: String, tried: [String], appearance: String)
  /// A table or its records have no column of a name that the user mapped; `nearest` is the
  /// column that looks most alike.
  case noSuchColumn(path: String, column: String, nearest: String?, columns: [String])
  /// More records are bad than the user allows; `first` is the first of them.
  case tooManyBad(path: String, bad: Int, read: Int, first: RecordProblem)
  /// A fault in a record, where the caller asked to stop at the first one.
  case faultyRecord(RecordProblem)

  /// The class of the error, for an exit code.
  public var kind: Kind {
    switch self {
    case .noInputs, .noSuchFile, .cannotOpen: .noInput
    case .nothingReadable, .unknownFormat, .noSuchColumn, .tooManyBad, .faultyRecord: .badData
    case .cannotRead: .inputOutput
    }
  }

  /// One sentence for people.
  public var description: String {
    switch self {
    case .noInputs: "no input: name dump files or folders, or - for standard input"
    case .noSuchFile(let path, let nearest?):
      "\(path): no such file; did you mean \(nearest)?"
    case .noSuchFile(let path, nil): "\(path): no such file; check the path"
    case .cannotOpen(let path, let reason): "\(path): cannot be opened (\(reason))"
    case .cannotRead(let path, let reason):
      "\(path): reading failed (\(reason)); check the disk or the pipe and try again"
    case .nothingReadable(let folder):
      "\(folder): no file in this folder is a dump that can be read; name a file to see why"
    case .unknownFormat(let path, let tried, let appearance):
      "\(path): none of the formats that can be read (\(tried.joined(separator: ", "))); "
        + "it looks like \(appearance)"
    case .noSuchColumn(let path, let column, let nearest?, _):
      "\(path): no column '\(column)'; did you mean '\(nearest)'?"
    case .noSuchColumn(let path, let column, nil, let columns):
      "\(path): no column '\(column)'; it has "
        + (columns.isEmpty ? "no named columns" : columns.prefix(20).joined(separator: ", "))
    case .tooManyBad(let path, let bad, let read, let first):
      "\(path): \(bad) of \(read) records cannot be read, more than allowed; the first is at line "
        + "\(first.line): \(first.reason); check that this is the right file"
    case .faultyRecord(let problem):
      "\(problem.description); mend the record, or read without the strict option"
    }
  }
}
