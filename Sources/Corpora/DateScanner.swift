/// The parts of a date as a text gives them, not yet checked against the calendar.
struct DateFields {
  var year: Int
  var month: Int?
  var day: Int?
  /// The minutes of UTC from the beginning of the day as written; nil without a time and a zone.
  var universalMinutes: Int?
}

/// Reads the forms of dates from bytes, left to right.
struct DateScanner {
  private var bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    bytes = text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    skipSpaces()
  }

  private var isAtEnd: Bool { position == bytes.count }
  private var next: UInt8? { isAtEnd ? nil : bytes[position] }

  /// The whole text as a date.
  mutating func date() -> DateFields? {
    let start = position
    if let fields = isoDate() { return fields }
    position = start
    if let fields = wordDate() { return fields }
    position = start
    return coarseDate()
  }

  // MARK: ISO 8601

  private mutating func isoDate() -> DateFields? {
    guard let (year, width) = number() else { return nil }
    if width == 8 {
      let fields = DateFields(year: year / 10_000, month: year / 100 % 100, day: year % 100)
      return withTime(fields)
    }
    guard width == 4 else { return nil }
    if isAtEnd { return DateFields(year: year) }
    guard let separator = next, [0x2D, 0x2F, 0x2E].contains(separator) else { return nil }
    position += 1
    guard let (month, monthWidth) = number(), monthWidth <= 2 else { return nil }
    if isAtEnd { return DateFields(year: year, month: month) }
    guard next == separator else { return nil }
    position += 1
    guard let (day, dayWidth) = number(), dayWidth <= 2 else { return nil }
    return withTime(DateFields(year: year, month: month, day: day))
  }

  // MARK: Month names

  private mutating func wordDate() -> DateFields? {
    if let word = word(), Self.isPrefixOfName(word, in: Self.weekdays) {
      skipSeparators()
    } else {
      position = 0
      skipSpaces()
    }
    if let month = month() {
      skipSeparators()
      guard let (first, width) = number() else { return nil }
      if width == 4 { return isAtEnd ? DateFields(year: first, month: month) : nil }
      return withYear(day: first, width: width, month: month)
    }
    guard let (first, width) = number() else { return nil }
    skipOrdinalSuffix()
    skipSeparators()
    guard let month = month() else { return nil }
    if width <= 2 {
      skipSeparators()
      guard let (year, yearWidth) = number(), yearWidth == 4 else { return nil }
      return withTime(DateFields(year: year, month: month, day: first))
    }
    guard width == 4 else { return nil }
    if isAtEnd { return DateFields(year: first, month: month) }
    skipSeparators()
    guard let (day, dayWidth) = number(), dayWidth <= 2 else { return nil }
    return withTime(DateFields(year: first, month: month, day: day))
  }

  private mutating func withYear(day: Int, width: Int, month: Int) -> DateFields? {
    skipOrdinalSuffix()
    skipSeparators()
    guard width <= 2, let (year, yearWidth) = number(), yearWidth == 4 else { return nil }
    return withTime(DateFields(year: year, month: month, day: day))
  }

  /// A month and a day without a year, then perhaps a year, then perhaps one more number: the
  /// form of the Daily Papers page, where the last number counts comments.
  mutating func pageDate() -> (year: Int?, month: Int, day: Int)? {
    guard let month = month() else { return nil }
    skipSeparators()
    guard let (day, width) = number(), width <= 2 else { return nil }
    var year: Int?
    let hasComma = next == UInt8(ascii: ",")
    skipSeparators()
    if let (value, width) = number() {
      if hasComma || width == 4 {
        guard width == 4 else { return nil }
        year = value
        skipSpaces()
        _ = number()
      }
    }
    skipSpaces()
    return isAtEnd ? (year, month, day) : nil
  }

  // MARK: Time and zone

  /// Adds what a time of day with a zone does to the day.
  private mutating func withTime(_ fields: DateFields) -> DateFields? {
    if isAtEnd { return fields }
    guard next == UInt8(ascii: "t") || next == 0x20 else { return nil }
    position += 1
    skipSpaces()
    guard let (hour, hourWidth) = number(), hourWidth <= 2, hour <= 24 else { return nil }
    var minutes = hour * 60
    if next == UInt8(ascii: ":") {
      position += 1
      guard let (minute, width) = number(), width == 2, minute < 60 else { return nil }
      minutes += minute
      if next == UInt8(ascii: ":") {
        position += 1
        guard let (second, width) = number(), width == 2, second <= 60 else { return nil }
        if next == UInt8(ascii: ".") || next == UInt8(ascii: ",") {
          position += 1
          guard number() != nil else { return nil }
        }
      }
    }
    skipSpaces()
    if isAtEnd { return fields }
    guard let offset = zoneOffset() else { return nil }
    var fields = fields
    // The end of a day, 24:00, belongs to it.
    fields.universalMinutes = min(minutes, 24 * 60 - 1) - offset
    return fields
  }

  /// Minutes east of UTC; nil for anything else.
  private mutating func zoneOffset() -> Int? {
    if let name = word() {
      return isAtEnd && ["z", "utc", "gmt", "ut"].contains(name) ? 0 : nil
    }
    let sign = next == UInt8(ascii: "+") ? 1 : next == UInt8(ascii: "-") ? -1 : 0
    guard sign != 0 else { return nil }
    position += 1
    guard let (first, width) = number() else { return nil }
    var offset = width == 4 ? first / 100 * 60 + first % 100 : first * 60
    if width <= 2, next == UInt8(ascii: ":") {
      position += 1
      guard let (minute, _) = number() else { return nil }
      offset += minute
    }
    return isAtEnd && (width == 4 || width <= 2) && offset <= 14 * 60 ? sign * offset : nil
  }

  // MARK: Pieces

  mutating func number() -> (value: Int, width: Int)? {
    let start = position
    var value = 0
    while let byte = next, (0x30...0x39).contains(byte), position - start < 9 {
      value = value * 10 + Int(byte - 0x30)
      position += 1
    }
    return position > start ? (value, position - start) : nil
  }

  mutating func word() -> String? {
    let start = position
    while let byte = next, (0x61...0x7A).contains(byte) { position += 1 }
    return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
  }

  mutating func month() -> Int? {
    let start = position
    guard let name = word(),
      let index = Self.months.firstIndex(where: { Self.isPrefixOfName(name, in: [$0]) })
    else {
      position = start
      return nil
    }
    return index + 1
  }

  mutating func skipOrdinalSuffix() {
    let start = position
    if let suffix = word(), !["st", "nd", "rd", "th"].contains(suffix) { position = start }
  }

  private mutating func skipSpaces() { while let byte = next, byte <= 0x20 { position += 1 } }

  /// Skips what stands between the parts of a range; false at the end.
  mutating func skipRangeSeparators() -> Bool {
    while let byte = next {
      if byte <= 0x20 || [0x2C, 0x2D, 0x2E, 0x2F, 0x26].contains(byte) {
        position += 1
      } else if bytes[position...].starts(with: "\u{2013}".utf8) {
        position += 3
      } else {
        return true
      }
    }
    return false
  }

  private mutating func skipSeparators() {
    while let byte = next, byte <= 0x20 || [0x2C, 0x2D, 0x2E].contains(byte) { position += 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static func isPrefixOfName(_ word: String, in names: [String]) -> Bool {
    word.utf8.count >= 3 && names.contains { $0.hasPrefix(word) }
  }
}
