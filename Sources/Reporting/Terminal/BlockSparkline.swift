/// A row of block characters, one a period.
struct BlockSparkline {
  /// The value of each period, nil where it has none.
  let values: [Double?]
  /// Which periods are not over.
  let running: [Bool]

  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The row: eight heights up to the row's own highest value, a dot for nothing, a space where
  /// the period has no papers at all, and `┊` between what is over and what is not.
  ///
  /// - Parameter style: The terminal's styles.
  /// - Returns: As many columns as there are periods, and one more for each border.
  func text(style: TerminalStyle) -> String {
    let highest = values.compactMap(\.self).max() ?? 0
    var row = ""
    for (period, value) in values.enumerated() {
      if period > 0, running[period] != running[period - 1] { row += style.dim("┊") }
      let block = String(Self.block(value, of: highest))
      row += running[period] ? style.dim(block) : block
    }
    return row
  }

  /// The number of borders between periods that are over and periods that are not.
  static func borders(_ running: [Bool]) -> Int {
    zip(running, running.dropFirst()).count { $0 != $1 }
  }

  private static func block(_ value: Double?, of highest: Double) -> Character {
    guard let value else { return " " }
    guard value > 0, highest > 0 else { return "·" }
    return blocks[min(7, max(0, Int((value / highest * 8).rounded(.up)) - 1))]
  }
}
