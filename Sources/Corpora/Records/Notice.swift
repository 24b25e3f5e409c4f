/// Records that are no papers but notices about papers.
enum Notice {
  /// What a record is a notice of, or nil for a paper.
  ///
  /// A withdrawal is told by the beginning of the abstract, since a paper about retractions may
  /// have the word further on; a correction or retraction by the beginning of the title.
  static func kind(title: String, abstract: String) -> DropReason? {
    let bytes = abstract.utf8Span.span
    if end(ofAny: withdrawals, in: bytes, from: 0) != nil { return .withdrawn }
    for subject in subjects {
      guard let end = end(of: subject, in: bytes, from: 0) else { continue }
      if Self.end(ofAny: verdicts, in: bytes, from: end) != nil { return .withdrawn }
    }
    return end(ofAny: corrections, in: title.utf8Span.span, from: 0) != nil ? .erratum : nil
  }

  private static let withdrawals: [String] = [
    "withdrawn.", "withdrawn by ", "withdrawn due to ", "[withdrawn", "(withdrawn", "retracted.",
  ]
  private static let subjects: [String] = [
    "this paper", "this article", "this submission", "this manuscript", "this preprint",
    "this work", "the paper", "paper",
  ]
  private static let verdicts: [String] = [
    " has been withdrawn", " is withdrawn", " was withdrawn", " withdrawn", " has been retracted",
    " is retracted", " was retracted",
  ]
  private static let corrections: [String] = [
    "erratum", "errata", "corrigendum", "corrigenda", "correction to",
    "correction:", "author correction", "publisher correction", "publisher's note",
    "retraction:", "retraction note", "retracted:", "retracted article", "expression of concern",
    "withdrawn:",
  ]

  /// Where that of `beginnings` ends that stands at a position, or nil.
  private static func end(
    ofAny beginnings: [String], in bytes: Span<UInt8>, from start: Int
  ) -> Int? {
    for beginning in beginnings {
      if let end = end(of: beginning, in: bytes, from: start) { return end }
    }
    return nil
  }

  /// Where `beginning`, which is in lower case, ends in bytes of either case; nil if it does not
  /// stand at the position.
  private static func end(
    of beginning: String, in bytes: Span<UInt8>, from start: Int
  ) -> Int? {
    let expected = beginning.utf8Span.span
    guard start + expected.count <= bytes.count else { return nil }
    for index in expected.indices {
      let byte = bytes[start + index]
      let isUpper = byte >= 0x41 && byte <= 0x5A
      guard (isUpper ? byte | 0x20 : byte) == expected[index] else { return nil }
    }
    return start + expected.count
  }
}
