/// The colours of the charts, as style rules over custom properties.
///
/// Nine hues that stay apart in the common kinds of colour blindness (in the manner of Paul Tol's
/// "muted" scheme), ordered so that neighbours in a stack differ in lightness. What has no hue of
/// its own is grey. Colour never stands alone: layers are named beside the chart, in the order of
/// the stack, and every number is in a table.
enum Palette {
  static let light = [
    "#3b3a9e", "#7cc4e8", "#117a48", "#dcc45f", "#8e2357", "#45a99b", "#d4697b", "#8a8a2b",
    "#a4449b",
  ]
  static let dark = [
    "#8784e8", "#a5dcf7", "#3fae78", "#e6d27c", "#d0558f", "#67cdbd", "#f0909f", "#bdbd55",
    "#d57fcd",
  ]

  /// Declarations of the colours for one appearance.
  static func properties(_ colors: [String], other: String, none: String) -> String {
    let numbered = colors.enumerated().map { "--k\($0.offset + 1):\($0.element)" }
    return (numbered + ["--ko:\(other)", "--kn:\(none)"]).joined(separator: ";")
  }

  /// Rules that fill and stroke by class.
  static var rules: String {
    let names = (1...light.count).map { "k\($0)" } + ["ko", "kn"]
    return names.map { ".\($0){fill:var(--\($0))}.s\($0){stroke:var(--\($0))}" }.joined()
  }
}
