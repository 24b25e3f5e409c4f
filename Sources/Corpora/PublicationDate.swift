/// A date that never pretends to more precision than its source had.
public struct PublicationDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// What part of the date is known.
  public enum Precision: String, Sendable, Hashable, CaseIterable {
    case year, month, day
  }

  /// Year, month and day, each above the next, 0 where one is not known; so dates compare.
  private let parts: UInt32

  /// The year of the Gregorian calendar, 1 to 9999.
  public var year: Int { Int(parts >> 16) }
  /// The month, 1 to 12, or nil where only the year is known.
  public var month: Int? { Self.known(parts >> 8) }
  /// The day of the month, or nil where it is not known.
  public var day: Int? { Self.known(parts) }

  private static func known(_ part: UInt32) -> Int? { part & 0xFF == 0 ? nil : Int(part & 0xFF) }

  /// A date, or nil where no such day exists or a day comes without a month.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard (1...Self.dayCount(year: year, month: month)).contains(day) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    parts = UInt32(year) << 16 | UInt32(month ?? 0) << 8 | UInt32(day ?? 0)
  }

  /// The part of the date that is known.
  public var precision: Precision { day != nil ? .day : month != nil ? .month : .year }

  /// ISO 8601 with as many parts as are known: `2025-10-03`, `2025-10` or `2025`.
  public var description: String {
    var text: [UInt8] = []
    Self.write(year / 100, to: &text)
    Self.write(year % 100, to: &text)
    for part in [month, day].compactMap(\.self) {
      text.append(UInt8(ascii: "-"))
      Self.write(part, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Writes a number below 100 in two digits.
  private static func write(_ number: Int, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "0") + UInt8(number / 10))
    text.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Earlier first; of dates that agree as far as both are known, the less precise one.
  public static func < (left: PublicationDate, right: PublicationDate) -> Bool {
    left.parts < right.parts
  }

  private static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
