public import Foundation

/// The zone whose days count where a date has a time of day and a zone.
///
/// A date alone, and a time without a zone, are taken as they are written.
public enum DateZone: Sendable, Hashable {
  /// So many minutes east of UTC, all year.
  case fixed(minutesEast: Int)
  /// A region with its rules and their history.
  case region(TimeZone)

  /// Coordinated universal time.
  public static let utc = DateZone.fixed(minutesEast: 0)

  /// Reads `UTC`, `+08:00` or the name of a region (`Europe/Berlin`); nil for anything else.
  public init?(parsing text: String) {
    if ["utc", "z", "gmt"].contains(text.lowercased()) {
      self = .utc
    } else if let minutes = Self.minutesEast(text) {
      self = .fixed(minutesEast: minutes)
    } else if let zone = TimeZone(identifier: text), text.contains("/") {
      self = .region(zone)
    } else {
      return nil
    }
  }

  /// What is written for the zone: `UTC`, `+08:00`, `Europe/Berlin`.
  public var name: String {
    switch self {
    case .fixed(0): return "UTC"
    case .fixed(let minutes):
      let parts = [abs(minutes) / 60, abs(minutes) % 60].map { ($0 < 10 ? "0" : "") + String($0) }
      return (minutes < 0 ? "-" : "+") + parts.joined(separator: ":")
    case .region(let zone): return zone.identifier
    }
  }

  /// The days from a date to the day in this zone of the moment that is so many minutes of UTC
  /// after the date's beginning: -1, 0, 1 or, at the edges of the zones, 2.
  func dayShift(of date: PublicationDate, universalMinutes: Int) -> Int {
    let offset: Int
    switch self {
    case .fixed(let minutes): offset = minutes
    case .region(let zone):
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = .gmt
      let moment = calendar.date(
        from: DateComponents(
          year: date.year, month: date.month, day: date.day, minute: universalMinutes))
      offset = moment.map { zone.secondsFromGMT(for: $0) / 60 } ?? 0
    }
    let minutes = universalMinutes + offset
    return minutes < 0 ? (minutes + 1) / 1_440 - 1 : minutes / 1_440
  }

  private static func minutesEast(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
      bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      let hours = Int(text.dropFirst().prefix(2)), let minutes = Int(text.suffix(2)),
      hours <= 14, minutes < 60
    else { return nil }
    return (bytes[0] == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }
}

extension PublicationDate {
  /// The moment so many milliseconds after the beginning of 1970 in UTC, as ISO 8601 writes it.
  static func text(millisecondsSince1970 milliseconds: Int) -> String? {
    guard (-62_135_596_800_000...253_402_300_799_999).contains(milliseconds) else { return nil }
    let date = Date(timeIntervalSince1970: Double(milliseconds) / 1_000)
    return date.ISO8601Format()
  }
}
