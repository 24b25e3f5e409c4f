/// Records that are no papers but notices about papers.
enum Notice {
  /// What a record is a notice of, or nil for a paper.
  ///
  /// A withdrawal is told by the beginning of the abstract, since a paper about retractions may
  /// have the word further on; a correction or retraction by the beginning of the title.
  static func kind(title: String, abstract: String) -> DropReason? {
    let beginning = abstract.utf8[...]
    if withdrawals.contains(where: { after($0, in: beginning) != nil }) { return .withdrawn }
    for subject in subjects {
      guard let rest = after(subject, in: beginning) else { continue }
      if verdicts.contains(where: { after($0, in: rest) != nil }) { return .withdrawn }
    }
    return corrections.contains { after($0, in: title.utf8[...]) != nil } ? .erratum : nil
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

  /// What follows `beginning`, which is in lower case, in bytes of either case; nil if they begin
  /// otherwise.
  private static func after(
    _ beginning: String, in bytes: Substring.UTF8View
  ) -> Substring.UTF8View? {
    var rest = bytes
    for expected in beginning.utf8 {
      guard let byte = rest.popFirst() else { return nil }
      let isUpper = byte >= 0x41 && byte <= 0x5A
      guard (isUpper ? byte | 0x20 : byte) == expected else { return nil }
    }
    return rest
  }
}
