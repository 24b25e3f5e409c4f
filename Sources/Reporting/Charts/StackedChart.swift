/// The papers of the largest topics by period, stacked: as numbers or as shares.
///
/// Columns and no areas, because nothing is known between two periods.
struct StackedChart {
  /// What the height of a layer says.
  enum Measure: String {
    /// Papers.
    case papers
    /// The share of the period's papers.
    case share
  }

  /// For which screen the chart is laid out.
  enum Layout: String {
    /// A desk: the layers are named beside the chart.
    case wide
    /// A phone: the layers are named in the legend only.
    case narrow
  }

  let groups: TopicGroups
  let periods: [Report.PeriodSummary]
  let granularity: String
  let measure: Measure
  let layout: Layout

  /// The chart as an SVG picture.
  var svg: String {
    let id = "\(measure.rawValue)-\(layout.rawValue)"
    let frame = self.frame
    return SVG.picture(
      id: id, width: frame.width, height: frame.height, kind: layout.rawValue, title: title,
      description: description
    ) { svg in
      svg.stripes(id: "\(id)-h")
      frame.drawGrid(in: &svg) { value in
        measure == .share
          ? FixedPoint.percent(value, places: 0) + (value == 1 ? " %" : "")
          : FixedPoint.grouped(Int(value.rounded()))
      }
      drawLayers(in: &svg, frame: frame)
      frame.drawRunning(in: &svg, running: periods.map(\.running), stripes: "\(id)-h")
      svg.element(
        "path",
        [
          "class": "axis",
          "d": "M\(FixedPoint.coordinate(frame.left)) \(FixedPoint.coordinate(frame.baseline))"
            + "h\(FixedPoint.coordinate(frame.plotWidth))",
        ])
      frame.drawPeriodLabels(
        in: &svg, labels: periods.map(\.label), spacing: layout == .wide ? 44 : 40)
      if layout == .wide {
        drawNames(in: &svg, frame: frame)
        drawHints(in: &svg, frame: frame)
      }
    }
  }

  /// The heading of the chart.
  var title: String {
    measure == .papers
      ? "Papers per \(granularity), by topic" : "Share of each \(granularity)’s papers, by topic"
  }

  private var description: String {
    guard let first = periods.first, let last = periods.last else { return "" }
    let highest = periods.max { ($0.papers, $1.label) < ($1.papers, $0.label) } ?? first
    let range = "Stacked columns from \(first.label) to \(last.label)."
    let peak =
      measure == .papers
      ? " Most papers in \(highest.label): \(FixedPoint.grouped(highest.papers))." : ""
    return range + peak + " The numbers are in the table below the chart."
  }

  private var frame: ChartFrame {
    let highest = Double(periods.map(\.papers).max() ?? 0)
    let scale =
      measure == .share ? Scale.whole : Scale(maximum: highest, tickCount: 4, integers: true)
    let left =
      measure == .share ? 44.0 : 14 + 7.5 * Double(FixedPoint.grouped(Int(scale.top)).count)
    return layout == .wide
      ? ChartFrame(
        width: 1080, height: 360, left: left, right: 246, top: 12, bottom: 38,
        periodCount: periods.count, scale: scale)
      : ChartFrame(
        width: 358, height: 260, left: left, right: 4, top: 12, bottom: 38,
        periodCount: periods.count, scale: scale)
  }

  /// The height of a layer in a period, as a value of the scale.
  private func value(_ count: Int, _ period: Int) -> Double {
    guard measure == .share else { return Double(count) }
    let papers = groups.papers[period]
    return papers == 0 ? 0 : Double(count) / Double(papers)
  }

  private func drawLayers(in svg: inout SVG, frame: ChartFrame) {
    var bases = [Double](repeating: 0, count: periods.count)
    for group in groups.groups {
      var path = PathData()
      for period in periods.indices where group.counts[period] > 0 {
        let value = value(group.counts[period], period)
        path.rectangle(
          x: frame.middle(period) - frame.columnWidth / 2,
          y: frame.y(bases[period] + value), width: frame.columnWidth,
          height: frame.rise(value))
        bases[period] += value
      }
      svg.element("path", ["class": "layer \(group.style)", "d": path.text])
    }
  }

  /// Names the layers beside the latest period that is over and has papers.
  private func drawNames(in svg: inout SVG, frame: ChartFrame) {
    let whole = periods.lastIndex { !$0.running && $0.papers > 0 }
    guard let period = whole ?? periods.lastIndex(where: { $0.papers > 0 }) else { return }
    var wanted: [Double] = []
    var base = 0.0
    for group in groups.groups {
      let value = value(group.counts[period], period)
      wanted.append(frame.y(base + value / 2))
      base += value
    }
    let places = LabelPlacement.spread(
      wanted, gap: 19, from: frame.top + 6, to: frame.baseline - 4)
    let x = frame.left + frame.plotWidth + 12
    for (group, y) in zip(groups.groups, places) {
      svg.element(
        "rect",
        [
          "class": group.style, "x": FixedPoint.coordinate(x),
          "y": FixedPoint.coordinate(y - 5), "width": "10", "height": "10", "rx": "2",
        ])
      svg.element(
        "text",
        [
          "x": FixedPoint.coordinate(x + 16), "y": FixedPoint.coordinate(y + 4.5),
          "class": "name",
        ], text: DisplayWidth.phrases(Escaping.terminal(group.label), to: 34))
    }
  }

  /// Invisible columns that show their numbers under a pointer.
  private func drawHints(in svg: inout SVG, frame: ChartFrame) {
    svg.element("g", ["class": "hint"]) { svg in
      for (index, period) in periods.enumerated() {
        let lines = groups.groups.reversed().filter { $0.counts[index] > 0 }.map { group in
          let count = group.counts[index]
          let amount =
            measure == .papers
            ? FixedPoint.grouped(count)
            : FixedPoint.percent(value(count, index)) + " %"
          return "\(amount)  \(DisplayWidth.phrases(Escaping.terminal(group.label), to: 30))"
        }
        let heading = "\(period.label): \(FixedPoint.count(period.papers, "paper"))"
        svg.element(
          "rect",
          [
            "x": FixedPoint.coordinate(frame.edge(index)), "y": FixedPoint.coordinate(frame.top),
            "width": FixedPoint.coordinate(frame.step),
            "height": FixedPoint.coordinate(frame.plotHeight),
          ]
        ) { svg in svg.title(lines: [heading] + lines) }
      }
    }
  }
}

extension SVG {
  /// A hint of several lines.
  fileprivate mutating func title(lines: [String]) {
    verbatim("<title>" + lines.map(Escaping.html).joined(separator: "\n") + "</title>")
  }
}
