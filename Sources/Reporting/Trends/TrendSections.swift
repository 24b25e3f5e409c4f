internal import TrendAnalysis

/// The lines of a trend report by what is said of them.
///
/// A line may stand in several sections: a topic that rises may also have a burst. Terms whose
/// change is one of style stand in that section alone. Of phrases within one another, only the one
/// that moves most is listed.
struct TrendSections {
  /// What a section is about.
  enum Kind: String, CaseIterable {
    case rising, falling, jumps, bursts, new, style, unsaid

    var heading: String {
      switch self {
      case .rising: "Rising"
      case .falling: "Falling"
      case .jumps: "Jumped"
      case .bursts: "Bursts"
      case .new: "New"
      case .style: "Style, not subject"
      case .unsaid: "Not significant"
      }
    }
  }

  struct Section {
    let kind: Kind
    let topics: [TrendReport.Line]
    let terms: [TrendReport.Line]
    /// The number of terms that belong here but are not listed.
    let hiddenTerms: Int
  }

  /// Sections that have something, in the order of the kinds.
  let sections: [Section]

  init(_ trends: TrendReport, termLimit: Int) {
    sections = Kind.allCases.compactMap { kind in
      let topics = trends.topics.filter { Self.belongs($0, to: kind) }
        .sorted { Self.comesFirst($0, $1, in: kind) }
      let terms =
        kind == .unsaid
        ? []
        : trends.terms.filter { Self.belongs($0, to: kind) }
          .sorted { Self.comesFirst($0, $1, in: kind) }
      let listed = Self.withoutParts(terms, limit: termLimit)
      guard !topics.isEmpty || !terms.isEmpty else { return nil }
      return Section(
        kind: kind, topics: topics, terms: listed, hiddenTerms: terms.count - listed.count)
    }
  }

  private static func belongs(_ line: TrendReport.Line, to kind: Kind) -> Bool {
    if line.isStyle { return kind == .style && line.isCalled }
    switch kind {
    case .rising: return line.finding.verdict == .rising
    case .falling: return line.finding.verdict == .falling
    case .jumps: return line.finding.isShift && !line.calledChanges.isEmpty
    case .bursts: return !line.calledBursts.isEmpty
    case .new: return line.finding.isNew && line.isCalled
    case .style: return false
    case .unsaid: return !line.isCalled && line.finding.verdict != .tooLittleData
    }
  }

  private static func comesFirst(
    _ left: TrendReport.Line, _ right: TrendReport.Line, in kind: Kind
  ) -> Bool {
    let (one, other) = (rank(left, in: kind), rank(right, in: kind))
    return one != other ? one > other : left.finding.series < right.finding.series
  }

  private static func rank(_ line: TrendReport.Line, in kind: Kind) -> Double {
    switch kind {
    case .bursts: line.calledBursts.map(\.weight).max() ?? 0
    case .new: line.finding.shareNow
    case .unsaid: Double(line.finding.support)
    default: line.movement
    }
  }

  /// The first lines, without those whose words are within a listed one's or the other way round.
  private static func withoutParts(
    _ lines: [TrendReport.Line], limit: Int
  ) -> [TrendReport.Line] {
    var listed: [(words: Set<Substring>, line: TrendReport.Line)] = []
    for line in lines where listed.count < limit {
      let words = Set(line.label.lowercased().split { $0 == " " || $0 == "-" })
      if listed.contains(where: { $0.words.isSubset(of: words) || words.isSubset(of: $0.words) }) {
        continue
      }
      listed.append((words, line))
    }
    return listed.map(\.line)
  }
}
