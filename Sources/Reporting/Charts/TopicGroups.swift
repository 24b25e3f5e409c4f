/// What the stacked charts distinguish: the largest topics, the rest in one, and the papers
/// without a topic.
struct TopicGroups {
  /// One layer of the stack.
  struct Group {
    /// The class that gives it its colour: `k1` to `k9`, `ko` for the rest, `kn` for no topic.
    let style: String
    /// Its name in legends and tables.
    let label: String
    /// The topic, or nil for a group of several or none.
    let topic: Int?
    /// Its papers by period.
    let counts: [Int]
  }

  /// The layers, the lowest first.
  let groups: [Group]
  /// The class of each topic that has its own colour.
  let styles: [Int: String]
  /// All papers by period.
  let papers: [Int]

  /// Groups the topics of a report: nine at most stand alone; of more, the eight largest.
  init(_ report: Report) {
    let bySize = report.topics.sorted { ($1.size, $0.id) < ($0.size, $1.id) }
    let alone = Set(bySize.prefix(bySize.count <= 9 ? 9 : 8).map(\.id))
    let counts = Dictionary(
      report.series.map { ($0.topic, $0.counts) }, uniquingKeysWith: { first, _ in first })
    let empty = [Int](repeating: 0, count: report.periods.count)

    var groups: [Group] = []
    var styles: [Int: String] = [:]
    var rest = empty
    var covered = empty
    for topic in bySize {
      let row = counts[topic.id] ?? empty
      for period in empty.indices { covered[period] += row[period] }
      if alone.contains(topic.id) {
        let style = "k\(groups.count + 1)"
        styles[topic.id] = style
        groups.append(
          Group(
            style: style, label: "\(topic.id) \(topic.label)", topic: topic.id, counts: row))
      } else {
        for period in empty.indices { rest[period] += row[period] }
      }
    }
    if bySize.count > alone.count {
      let label = "\(bySize.count - alone.count) other topics"
      groups.append(Group(style: "ko", label: label, topic: nil, counts: rest))
    }
    let papers = report.periods.map(\.papers)
    let without = zip(papers, covered).map { $0 - $1 }
    if without.contains(where: { $0 > 0 }) {
      groups.append(Group(style: "kn", label: "no topic", topic: nil, counts: without))
    }
    self.groups = groups
    self.styles = styles
    self.papers = papers
  }
}
