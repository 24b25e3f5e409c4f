/// One topic by period: its share above, its papers below, each on its own scale.
struct SmallTopicChart {
  let topic: Report.TopicSummary
  let counts: [Int]
  let periods: [Report.PeriodSummary]
  let granularity: String
  /// The class that colours it.
  let style: String

  static let width = 344.0
  static let height = 186.0

  /// The chart as an SVG picture.
  var svg: String {
    let id = "t\(topic.id)c"
    return SVG.picture(
      id: id, width: Self.width, height: Self.height, kind: "small", title: title,
      description: description
    ) { svg in
      let running = periods.map(\.running)
      let share = shareFrame
      svg.element(
        "text", ["class": "panel", "x": "0", "y": "11"], text: "Share of papers, %")
      share.drawGrid(in: &svg) { FixedPoint.percent($0, places: share.scale.percentPlaces) }
      ShareLine(frame: share, shares: shares, running: running)
        .draw(in: &svg, style: style)

      let papers = papersFrame
      svg.element(
        "text", ["class": "panel", "x": "0", "y": "103"], text: "Papers per \(granularity)")
      papers.drawGrid(in: &svg) { FixedPoint.grouped(Int($0.rounded())) }
      drawColumns(in: &svg, frame: papers)
      papers.drawRunning(in: &svg, running: running, stripes: SVG.sharedStripes)
      papers.drawPeriodLabels(in: &svg, labels: periods.map(\.label), spacing: 52)
    }
  }

  /// The topic's share of each period's papers, nil where there are none.
  var shares: [Double?] {
    zip(counts, periods).map { $1.papers == 0 ? nil : Double($0) / Double($1.papers) }
  }

  private var title: String { "Topic \(topic.id), \(topic.label): share and papers" }

  private var description: String {
    guard let first = periods.first, let last = periods.last else { return "" }
    var peak = 0
    for period in counts.indices where counts[period] > counts[peak] { peak = period }
    return "\(first.label) to \(last.label); most papers in \(periods[peak].label): "
      + "\(FixedPoint.grouped(counts[peak]))."
  }

  private func drawColumns(in svg: inout SVG, frame: ChartFrame) {
    var columns = PathData()
    for period in periods.indices where counts[period] > 0 {
      columns.upright(
        x: frame.middle(period), from: frame.baseline, to: frame.y(Double(counts[period])))
    }
    svg.element(
      "path",
      [
        "class": "s\(style)", "d": columns.text,
        "stroke-width": FixedPoint.coordinate(frame.columnWidth),
      ])
  }

  private var shareFrame: ChartFrame {
    ChartFrame(
      width: Self.width, height: 84, left: 38, right: 2, top: 24, bottom: 4,
      periodCount: periods.count,
      scale: Scale(
        maximum: shares.compactMap(\.self).max() ?? 0, tickCount: 2, integers: false))
  }

  private var papersFrame: ChartFrame {
    ChartFrame(
      width: Self.width, height: Self.height, left: 38, right: 2, top: 116, bottom: 32,
      periodCount: periods.count,
      scale: Scale(maximum: Double(counts.max() ?? 0), tickCount: 2, integers: true))
  }
}
