/// Numbers as text, the same on every machine and in every locale.
package enum FixedPoint {
  /// A number with a fixed count of decimals, halves rounded away from zero, never `-0`.
  ///
  /// What is not a number, or has no room in 63 bits, is an en dash.
  package static func string(_ value: Double, places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    guard let scaled = Int64(exactly: (value * scale).rounded()) else { return "–" }
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let whole = padded.dropLast(places)
    let fraction = padded.suffix(places)
    return (scaled < 0 ? "-" : "") + whole + (places > 0 ? "." + fraction : "")
  }

  /// A coordinate: one decimal, none where it is zero.
  package static func coordinate(_ value: Double) -> String {
    guard let tenths = Int(exactly: (value * 10).rounded()) else { return "0" }
    let magnitude = tenths.magnitude
    let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }

  /// A count with commas between thousands: `61,243`.
  package static func grouped(_ count: Int) -> String {
    let digits = Array(String(count.magnitude).utf8)
    var text = count < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }

  /// A share in percent, without the sign: `4.2`.
  package static func percent(_ share: Double, places: Int = 1) -> String {
    string(share * 100, places: places)
  }

  /// A change with its sign: `+93`, `−12`, `±0`.
  package static func change(_ difference: Int) -> String {
    difference == 0 ? "±0" : (difference > 0 ? "+" : "") + grouped(difference)
  }

  /// A count with its noun: `1 paper`, `1,203 papers`.
  package static func count(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(grouped(count)) \(count == 1 ? singular : plural ?? singular + "s")"
  }
}
