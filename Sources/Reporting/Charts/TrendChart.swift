internal import TrendAnalysis

/// The share of one series by period with what the tests say of it: the fitted change, bursts as a
/// band, jumps as upright lines, and the projection as a fan beyond the last period.
struct TrendChart {
  let line: TrendReport.Line
  let trends: TrendReport
  /// The class that colours it.
  let style: String
  /// What makes the ids of the picture its own.
  let id: String

  static let width = 344.0
  static let height = 128.0

  /// The chart as an SVG picture.
  var svg: String {
    SVG.picture(
      id: id, width: Self.width, height: Self.height, kind: "small", title: title,
      description: TrendSentence(trends: trends, line: line).text
    ) { svg in
      let frame = frame
      svg.element("text", ["class": "panel", "x": "0", "y": "11"], text: "Share of papers, %")
      drawBursts(in: &svg, frame)
      frame.drawGrid(in: &svg) { FixedPoint.percent($0, places: frame.scale.percentPlaces) }
      drawFan(in: &svg, frame)
      drawJumps(in: &svg, frame)
      ShareLine(frame: frame, shares: shares, running: running).draw(in: &svg, style: style)
      drawFit(in: &svg, frame)
      frame.drawPeriodLabels(in: &svg, labels: labels, spacing: 52)
    }
  }

  /// The share of each period and nothing for those projected; nil where there are no papers.
  var shares: [Double?] {
    zip(line.counts, trends.periods).map { $1.papers == 0 ? nil : Double($0) / Double($1.papers) }
      + beyond.map { _ in nil }
  }

  private var running: [Bool] {
    trends.periods.map(\.running) + beyond.map { _ in true }
  }

  private var labels: [String] { trends.periods.map(\.label) + beyond.map(\.label) }

  /// Where the first projected period stands: behind the last that is over.
  private var firstProjected: Int { (trends.tested.last ?? trends.periods.count - 1) + 1 }

  /// The projected periods that no paper has reached yet.
  private var beyond: ArraySlice<TrendReport.Line.Projection> {
    line.projection.dropFirst(trends.periods.count - firstProjected)
  }

  private var title: String { "\(line.label): share of the papers of each \(trends.granularity)" }

  private var frame: ChartFrame {
    ChartFrame(
      width: Self.width, height: Self.height, left: 38, right: 2, top: 22, bottom: 32,
      periodCount: labels.count,
      scale: Scale(
        maximum: max(
          shares.compactMap(\.self).max() ?? 0, line.projection.map(\.high).max() ?? 0),
        tickCount: 2, integers: false))
  }

  private func drawBursts(in svg: inout SVG, _ frame: ChartFrame) {
    var area = PathData()
    for burst in line.calledBursts {
      let left = frame.edge(burst.periods.lowerBound)
      area.rectangle(
        x: left, y: frame.top, width: frame.edge(burst.periods.upperBound + 1) - left,
        height: frame.plotHeight)
    }
    if !area.text.isEmpty { svg.element("path", ["class": "burst", "d": area.text]) }
  }

  private func drawJumps(in svg: inout SVG, _ frame: ChartFrame) {
    var path = PathData()
    for change in line.calledChanges {
      path.upright(x: frame.edge(change.period), from: frame.baseline, to: frame.top)
    }
    if !path.text.isEmpty { svg.element("path", ["class": "jump", "d": path.text]) }
  }

  /// The fitted change over the tested periods, where a direction is called.
  private func drawFit(in svg: inout SVG, _ frame: ChartFrame) {
    guard line.finding.verdict == .rising || line.finding.verdict == .falling,
      let means = line.finding.trend?.regression.means, means.count == trends.tested.count
    else { return }
    var path = PathData()
    for (place, period) in trends.tested.enumerated() {
      let share = means[place] / Double(max(1, trends.periods[period].papers))
      let point = (x: frame.middle(period), y: frame.y(min(share, frame.scale.top)))
      if place == 0 { path.move(x: point.x, y: point.y) } else { path.line(x: point.x, y: point.y) }
    }
    svg.element("path", ["class": "fit", "d": path.text])
  }

  private func drawFan(in svg: inout SVG, _ frame: ChartFrame) {
    guard !line.projection.isEmpty else { return }
    var area = PathData()
    let first = firstProjected
    for (ahead, point) in line.projection.enumerated() {
      let x = frame.middle(first + ahead)
      let y = frame.y(point.high)
      if ahead == 0 { area.move(x: x, y: y) } else { area.line(x: x, y: y) }
    }
    for (ahead, point) in line.projection.enumerated().reversed() {
      area.line(x: frame.middle(first + ahead), y: frame.y(point.low))
    }
    svg.element("path", ["class": "fan \(style)", "d": area.text + "z"])
    var middle = PathData()
    for (ahead, point) in line.projection.enumerated() {
      let (x, y) = (frame.middle(first + ahead), frame.y(point.share))
      if ahead == 0 { middle.move(x: x, y: y) } else { middle.line(x: x, y: y) }
    }
    svg.element("path", ["class": "fit", "d": middle.text])
  }
}
