/// What a report says about its papers, in sentences.
struct Account {
  let report: Report

  init(_ report: Report) { self.report = report }

  /// The sentences, for any place.
  var sentences: [String] { [records, outside].compactMap(\.self) }

  /// What became of the records.
  var records: String {
    let papers = report.papers
    var parts = ["\(FixedPoint.grouped(papers.kept)) kept"]
    parts.append("\(FixedPoint.grouped(papers.duplicates)) merged as duplicates")
    var dropped = "\(FixedPoint.grouped(papers.dropped)) dropped"
    if !papers.dropReasons.isEmpty {
      let reasons = papers.dropReasons.map { "\(FixedPoint.grouped($0.count)) \($0.reason)" }
      dropped += " (" + reasons.joined(separator: "; ") + ")"
    }
    parts.append(dropped)
    return "\(FixedPoint.count(papers.read, "record")) read: \(parts.joined(separator: ", "))."
  }

  /// Kept papers that are in no period or no topic, or nil where there are none.
  var outside: String? {
    let papers = report.papers
    var parts: [String] = []
    if papers.undated > 0 { parts.append("\(FixedPoint.grouped(papers.undated)) without a date") }
    if papers.tooCoarse > 0 {
      parts.append(
        "\(FixedPoint.grouped(papers.tooCoarse)) with a date too coarse for a \(report.granularity)"
      )
    }
    if papers.future > 0 {
      parts.append("\(FixedPoint.grouped(papers.future)) dated after today")
    }
    var sentences: [String] = []
    if !parts.isEmpty { sentences.append("In no period: \(Self.joined(parts)).") }
    if papers.withoutTopic > 0 {
      sentences.append(
        "Without a topic, having no term of the vocabulary: "
          + "\(FixedPoint.grouped(papers.withoutTopic)).")
    }
    if !papers.otherLanguages.isEmpty {
      let parts = papers.otherLanguages.map { "\(FixedPoint.grouped($0.count)) in \($0.reason)" }
      sentences.append("Kept apart, outside vocabulary and topics: \(Self.joined(parts)).")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// `a`, `a and b`, `a, b and c`.
  static func joined(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}
