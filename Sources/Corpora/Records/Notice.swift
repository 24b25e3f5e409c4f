/// Records that are no papers but notices about papers.
enum Notice {
  /// What a record is a notice of, or nil for a paper.
  ///
  /// A withdrawal is told by the beginning of the abstract, since a paper about retractions may
  /// have the word further on; a correction or retraction by the beginning of the title.
  static func kind(title: String, abstract: String) -> DropReason? {
    let bytes = abstract.utf8Span.span
    if length(ofAny: withdrawals, at: 0, in: bytes) != nil { return .withdrawn }
    if let subject = length(ofAny: subjects, at: 0, in: bytes),
      length(ofAny: verdicts, at: subject, in: bytes) != nil
    {
      return .withdrawn
    }
    return length(ofAny: corrections, at: 0, in: title.utf8Span.span) != nil ? .erratum : nil
  }

  private static let withdrawals: [StaticString] = [
    "withdrawn.", "withdrawn by ", "withdrawn due to ", "[withdrawn", "(withdrawn", "retracted.",
  ]
  private static let subjects: [StaticString] = [
    "this paper", "this article", "this submission", "this manuscript", "this preprint",
    "this work", "the paper", "paper",
  ]
  private static let verdicts: [StaticString] = [
    " has been withdrawn", " is withdrawn", " was withdrawn", " withdrawn", " has been retracted",
    " is retracted", " was retracted",
  ]
  private static let corrections: [StaticString] = [
    "erratum", "errata", "corrigendum", "corrigenda", "correction to",
    "correction:", "author correction", "publisher correction", "publisher's note",
    "retraction:", "retraction note", "retracted:", "retracted article", "expression of concern",
    "withdrawn:",
  ]

  /// The length of the first of `beginnings`, which are in lower case, that stands at a position in
  /// either case; nil where none does.
  private static func length(
    ofAny beginnings: [StaticString], at start: Int, in bytes: Span<UInt8>
  ) -> Int? {
    beginnings.first { bytes.hasFolded($0, at: start) }?.utf8CodeUnitCount
  }
}
