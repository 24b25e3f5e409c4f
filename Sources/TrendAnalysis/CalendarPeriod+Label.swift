extension CalendarPeriod {
  /// The year that the label names: for a week the year of its Thursday.
  public var year: Int {
    granularity == .week
      ? CalendarDay(number: firstDay.number + 3).civil.year : firstDay.civil.year
  }

  /// The number within the year: 1 to 53 for weeks, 1 to 12, 1 to 4, and 1 for a year.
  public var ordinal: Int {
    let (_, month, _) = firstDay.civil
    switch granularity {
    case .week:
      let thursday = firstDay.number + 3
      return (thursday - CalendarDay(year: year, month: 1, day: 1).number) / 7 + 1
    case .month: return month
    case .quarter: return (month - 1) / 3 + 1
    case .year: return 1
    }
  }

  /// The label: `2025-W40`, `2025-10`, `2025-Q4` or `2025`.
  public var label: String {
    let year = Self.padded(self.year, width: 4)
    switch granularity {
    case .week: return "\(year)-W\(Self.padded(ordinal, width: 2))"
    case .month: return "\(year)-\(Self.padded(ordinal, width: 2))"
    case .quarter: return "\(year)-Q\(ordinal)"
    case .year: return year
    }
  }

  /// The label.
  public var description: String { label }

  /// The period with this label, or nil where there is none, as for `2025-W53` or `2025-13`.
  ///
  /// The letters W and Q may be small.
  public init?(label: String) {
    let bytes = Array(label.utf8)
    guard bytes.count >= 4, let year = Self.number(bytes[0..<4]), year >= 1 else { return nil }
    if bytes.count == 4 {
      self.init(.year, containing: CalendarDay(year: year, month: 1, day: 1))
      return
    }
    guard bytes.count >= 7, bytes[4] == UInt8(ascii: "-") else { return nil }
    switch (bytes[5], bytes.count) {
    case (UInt8(ascii: "W"), 8), (UInt8(ascii: "w"), 8):
      // 4 January is always in week 1.
      let weekOne = CalendarPeriod(.week, containing: CalendarDay(year: year, month: 1, day: 4))
      guard let week = Self.number(bytes[6..<8]), week >= 1 else { return nil }
      self = weekOne.advanced(by: week - 1)
      guard self.year == year else { return nil }
    case (UInt8(ascii: "Q"), 7), (UInt8(ascii: "q"), 7):
      guard let quarter = Self.number(bytes[6..<7]), (1...4).contains(quarter) else { return nil }
      self.init(.quarter, containing: CalendarDay(year: year, month: quarter * 3, day: 1))
    case (_, 7):
      guard let month = Self.number(bytes[5..<7]), (1...12).contains(month) else { return nil }
      self.init(.month, containing: CalendarDay(year: year, month: month, day: 1))
    default: return nil
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  private static func padded(_ number: Int, width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
