extension PublicationDate {
  /// Why a text is not a date.
  public enum ParsingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text has none of the forms.
    case notADate(String)
    /// The text has the form of a date, and the calendar has no such day.
    case noSuchDay(String)

    /// One clause for people.
    public var description: String {
      switch self {
      case .notADate(let text): "'\(text.prefix(40))' is not a date"
      case .noSuchDay(let text): "'\(text.prefix(40))' is no day of the calendar"
      }
    }
  }

  /// Reads a date with as much precision as the text has.
  ///
  /// ISO 8601 (`2026-01-26`, `2026/1/26`, `20260126`, `2026-01`, `2026`), with a time and a zone
  /// (the day is then that of `zone`), `Jan 26, 2026`, `26 January 2026`, `2026 Jan 26`,
  /// `Jan 2026` and RFC 1123 (`Mon, 26 Jan 2026 19:18:42 GMT`). `Spring 2021` and `Nov-Dec 2021`
  /// are their year, `5-9 July 2021` is its month. Month names are English. `01/02/2026` is not
  /// read, because two countries read two days; nor are seconds since 1970.
  ///
  /// - Parameters:
  ///   - text: The text; whitespace at its ends does not count.
  ///   - zone: The zone whose day a moment is.
  /// - Throws: ``ParsingError`` for any other text, and for a day that no calendar has.
  public init(parsing text: String, zone: DateZone = .utc) throws(ParsingError) {
    if let day = Self.plainDay(text.utf8Span.span) {
      self = day
      return
    }
    var scanner = DateScanner(text)
    guard let fields = scanner.date() else { throw .notADate(text) }
    guard let date = PublicationDate(year: fields.year, month: fields.month, day: fields.day)
    else { throw .noSuchDay(text) }
    guard let minutes = fields.universalMinutes else {
      self = date
      return
    }
    let shift = zone.dayShift(of: date, universalMinutes: minutes)
    guard let moved = date.advanced(byDays: shift) else { throw .noSuchDay(text) }
    self = moved
  }

  /// The day that bytes are in the form `2026-01-26`, which most are.
  private static func plainDay(_ bytes: Span<UInt8>) -> PublicationDate? {
    guard bytes.count == 10 else { return nil }
    var number = 0
    for index in bytes.indices {
      let isSeparator = index == 4 || index == 7
      guard isSeparator ? bytes[index] == UInt8(ascii: "-") : Bytes.isDigit(bytes[index]) else {
        return nil
      }
      if !isSeparator { number = 10 * number + Int(bytes[index] - 0x30) }
    }
    return PublicationDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// The day so many days later, at most two, or earlier; nil beyond the calendar's ends.
  private func advanced(byDays shift: Int) -> PublicationDate? {
    guard shift != 0, let month, let day else { return self }
    if abs(shift) > 1 {
      let step = shift.signum()
      return advanced(byDays: step)?.advanced(byDays: shift - step)
    }
    if let near = PublicationDate(year: year, month: month, day: day + shift) { return near }
    if shift > 0 {
      return PublicationDate(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
    }
    let (lastYear, lastMonth) = month == 1 ? (year - 1, 12) : (year, month - 1)
    return (28...31).lazy.compactMap {
      PublicationDate(year: lastYear, month: lastMonth, day: $0)
    }.last
  }
}
