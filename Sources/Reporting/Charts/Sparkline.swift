/// A topic's share by period in the size of a word, without scale or text.
///
/// It repeats what the topic's own chart says, so it is hidden from those who listen to the page.
struct Sparkline {
  let shares: [Double?]
  let running: [Bool]
  let style: String

  /// The picture.
  var svg: String {
    let highest = shares.compactMap(\.self).max() ?? 0
    let frame = ChartFrame(
      width: 132, height: 26, left: 1, right: 1, top: 3, bottom: 3, periodCount: shares.count,
      scale: Scale(reaching: highest))
    var svg = SVG()
    svg.element("svg", ["class": "spark", "viewBox": "0 0 132 26", "aria-hidden": "true"]) {
      svg in
      ShareLine(frame: frame, shares: shares, running: running).draw(in: &svg, style: style)
    }
    return svg.text
  }
}
