/// The data of an SVG path, in relative steps of a tenth, which is a third shorter than absolute
/// coordinates.
///
/// The pen's place is kept in whole tenths, so rounding does not add up along a line.
struct PathData {
  private(set) var text = ""
  private var x = 0
  private var y = 0
  private var isDrawing = false

  /// Adds a closed rectangle.
  mutating func rectangle(x left: Double, y top: Double, width: Double, height: Double) {
    move(x: left, y: top)
    let across = Self.tenths(left + width) - x
    let down = Self.tenths(top + height) - y
    text += "h\(Self.number(across))v\(Self.number(down))h\(Self.number(-across))z"
  }

  /// Adds an upright stroke from the lower to the upper end.
  mutating func upright(x: Double, from bottom: Double, to top: Double) {
    move(x: x, y: bottom)
    let end = Self.tenths(top)
    text += "v\(Self.number(end - y))"
    y = end
  }

  /// Lifts the pen and sets it down.
  mutating func move(x: Double, y: Double) {
    if text.isEmpty {
      (self.x, self.y) = (Self.tenths(x), Self.tenths(y))
      text = "M" + Self.pair(self.x, self.y)
    } else {
      text += "m" + step(x: x, y: y)
    }
    isDrawing = false
  }

  /// Draws a straight line.
  mutating func line(x: Double, y: Double) {
    let step = step(x: x, y: y)
    text += isDrawing && step.first != "-" ? " " + step : isDrawing ? step : "l" + step
    isDrawing = true
  }

  private mutating func step(x: Double, y: Double) -> String {
    let target = (x: Self.tenths(x), y: Self.tenths(y))
    defer { (self.x, self.y) = target }
    return Self.pair(target.x - self.x, target.y - self.y)
  }

  private static func pair(_ x: Int, _ y: Int) -> String {
    number(x) + (y < 0 ? "" : " ") + number(y)
  }

  private static func tenths(_ value: Double) -> Int { Int(exactly: (value * 10).rounded()) ?? 0 }

  private static func number(_ tenths: Int) -> String {
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return whole == 0 ? "\(sign).\(rest)" : "\(sign)\(whole).\(rest)"
  }
}
