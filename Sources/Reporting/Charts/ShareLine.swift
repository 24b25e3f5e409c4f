/// A line over shares: dotted from or to a period that is not over, broken where a period has no
/// papers.
struct ShareLine {
  let frame: ChartFrame
  let shares: [Double?]
  let running: [Bool]

  func draw(in svg: inout SVG, style: String) {
    var solid = PathData()
    var dotted = PathData()
    var dots = PathData()
    let marksAll = shares.count <= 16
    for (period, share) in shares.enumerated() {
      guard let share else { continue }
      let x = frame.middle(period)
      let y = frame.y(share)
      let before = period > 0 ? shares[period - 1] : nil
      let after = period + 1 < shares.count ? shares[period + 1] : nil
      if let before {
        let isDotted = running[period] || running[period - 1]
        let wasSolid =
          period > 1 && shares[period - 2] != nil
          && !running[period - 1] && !running[period - 2]
        if isDotted {
          dotted.move(x: frame.middle(period - 1), y: frame.y(before))
          dotted.line(x: x, y: y)
        } else {
          if !wasSolid { solid.move(x: frame.middle(period - 1), y: frame.y(before)) }
          solid.line(x: x, y: y)
        }
      }
      if marksAll || (before == nil && after == nil) {
        dots.rectangle(x: x - 2, y: y - 2, width: 4, height: 4)
      }
    }
    if !solid.text.isEmpty { svg.element("path", ["class": "line s\(style)", "d": solid.text]) }
    if !dotted.text.isEmpty {
      svg.element("path", ["class": "line dotted s\(style)", "d": dotted.text])
    }
    if !dots.text.isEmpty { svg.element("path", ["class": style, "d": dots.text]) }
  }
}
