/// Where the parts of a chart over periods lie, in the units of its view box.
struct ChartFrame {
  let width: Double, height: Double
  let left: Double, right: Double, top: Double, bottom: Double
  let periodCount: Int
  let scale: Scale

  /// The width of the plot.
  var plotWidth: Double { width - left - right }
  /// The height of the plot.
  var plotHeight: Double { height - top - bottom }
  /// The line on which the columns stand.
  var baseline: Double { height - bottom }
  /// The width that one period has.
  var step: Double { plotWidth / Double(max(1, periodCount)) }
  /// The width of a column: most of the step, but no wall for a report of few periods.
  var columnWidth: Double { min(step * (step > 6 ? 0.82 : 0.92), 72) }

  /// The left edge of a period.
  func edge(_ period: Int) -> Double { left + step * Double(period) }
  /// The middle of a period.
  func middle(_ period: Int) -> Double { edge(period) + step / 2 }
  /// The height of a value above the baseline.
  func rise(_ value: Double) -> Double { value / scale.top * plotHeight }
  /// The vertical place of a value.
  func y(_ value: Double) -> Double { baseline - rise(value) }
}

extension ChartFrame {
  /// Draws the horizontal lines with their numbers.
  func drawGrid(in svg: inout SVG, format: (Double) -> String) {
    var lines = PathData()
    for tick in scale.ticks {
      lines.move(x: left, y: y(tick))
      lines.line(x: left + plotWidth, y: y(tick))
    }
    svg.element("path", ["class": "grid", "d": lines.text])
    svg.element("g", ["class": "end"]) { svg in
      for tick in scale.ticks {
        svg.element(
          "text",
          ["x": FixedPoint.coordinate(left - 6), "y": FixedPoint.coordinate(y(tick) + 4)],
          text: format(tick))
      }
    }
  }

  /// Draws the labels of as many periods as fit, the year below where it changes.
  func drawPeriodLabels(in svg: inout SVG, labels: [String], spacing: Double) {
    let stride = Self.stride(step: step, spacing: spacing)
    let labelled = Swift.stride(from: 0, to: labels.count, by: stride)
    var ticks = PathData()
    for period in labelled {
      ticks.upright(x: middle(period), from: baseline, to: baseline + 4)
    }
    svg.element("path", ["class": "axis", "d": ticks.text])
    svg.element("g", ["class": "mid"]) { svg in
      var lastYear = ""
      for period in labelled {
        let (short, year) = DateText.axisLabel(labels[period])
        // A label keeps clear of the edge, where half of it would be cut off.
        let x = FixedPoint.coordinate(min(middle(period), width - 14))
        svg.element("text", ["x": x, "y": FixedPoint.coordinate(baseline + 17)], text: short)
        if !year.isEmpty, year != lastYear {
          svg.element("text", ["x": x, "y": FixedPoint.coordinate(baseline + 30)], text: year)
          lastYear = year
        }
      }
    }
  }

  /// Draws stripes over the periods that are not over.
  func drawRunning(in svg: inout SVG, running: [Bool], stripes: String) {
    guard running.contains(true) else { return }
    var area = PathData()
    for (period, isRunning) in running.enumerated() where isRunning {
      area.rectangle(
        x: middle(period) - columnWidth / 2, y: top, width: columnWidth, height: plotHeight)
    }
    svg.element("path", ["fill": "url(#\(stripes))", "d": area.text])
  }

  /// One label for so many periods that neighbours stay `spacing` apart.
  private static func stride(step: Double, spacing: Double) -> Int {
    let least = Int((spacing / step).rounded(.up))
    return [1, 2, 3, 4, 6, 13, 26, 52].first { $0 >= least } ?? max(1, least)
  }
}
