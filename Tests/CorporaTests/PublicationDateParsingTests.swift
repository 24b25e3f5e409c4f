import Corpora
import Testing

@Suite struct PublicationDateParsingTests {
  @Test(arguments: [
    ("2026-01-26", "2026-01-26"), ("2026/1/6", "2026-01-06"), ("20260126", "2026-01-26"),
    ("2026-01", "2026-01"), ("2026", "2026"), (" Jan 26, 2026 ", "2026-01-26"),
    ("26 January 2026", "2026-01-26"), ("26-JAN-2026", "2026-01-26"),
    ("January 26th, 2026", "2026-01-26"), ("2026 Jan 26", "2026-01-26"), ("2026 Jan", "2026-01"),
    ("Sept. 2025", "2025-09"), ("Mon, 2 Apr 2007 19:18:42 GMT", "2007-04-02"),
    ("Mon, 2 Apr 2007 23:18:42 -0500", "2007-04-03"), ("2025-01-01T00:30:00+01:00", "2024-12-31"),
    ("2025-12-31T23:30:00.123-05:00", "2026-01-01"), ("2025-03-01 00:10:00+0100", "2025-02-28"),
    ("2024-03-01T00:10:00+01", "2024-02-29"), ("2025-01-01T24:00:00Z", "2025-01-01"),
    ("2025-01-01T10:00", "2025-01-01"), ("2024-02-29", "2024-02-29"),
  ])
  func dates(text: String, expected: String) throws {
    #expect(try PublicationDate(parsing: text).description == expected)
  }

  /// Seasons and ranges are as coarse as they must be.
  @Test(arguments: [
    ("Spring 2021", "2021"), ("2000 Winter", "2000"), ("Fall 2020", "2020"),
    ("Winter 2020/2021", "2020"), ("2020-2021", "2020"), ("Nov-Dec 2000", "2000"),
    ("1998 Dec-1999 Jan", "1998"), ("2010 Oct 5-12", "2010-10"),
    ("5\u{2013}9 July 2021", "2021-07"),
    ("August 3rd to 7th, 2025", "2025-08"),
  ])
  func coarseDates(text: String, expected: String) throws {
    #expect(try PublicationDate(parsing: text).description == expected)
  }

  /// A moment is a day of the zone; a day, and a time without a zone, stay as they are.
  @Test(arguments: [
    ("2026-01-26T23:30:00Z", "+08:00", "2026-01-27"),
    ("2026-01-01T01:00:00Z", "-05:00", "2025-12-31"),
    ("2026-01-26T23:30:00+01:00", "+08:00", "2026-01-27"), ("2026-01-26", "+08:00", "2026-01-26"),
    ("2026-01-26T23:30:00", "+08:00", "2026-01-26"),
    ("Mon, 6 Jul 2026 22:30:00 GMT", "Europe/Berlin", "2026-07-07"),
    ("Tue, 6 Jan 2026 22:30:00 GMT", "Europe/Berlin", "2026-01-06"),
    ("2026-01-01T00:00:00-14:00", "+14:00", "2026-01-02"),
    ("2026-01-02T23:59:00+14:00", "-14:00", "2026-01-01"),
  ])
  func days(text: String, zone: String, expected: String) throws {
    let zone = try #require(DateZone(parsing: zone))
    #expect(try PublicationDate(parsing: text, zone: zone).description == expected)
    #expect(DateZone(parsing: zone.name) == zone)
  }

  @Test(arguments: ["", "Berlin", "+8", "+15:00", "+08:60", "EST"])
  func zonesThatAreNot(text: String) { #expect(DateZone(parsing: text) == nil) }

  @Test(arguments: ["2025-02-29", "2026-13-01", "April 31, 2025", "20251301", "2025-00-10"])
  func daysThatAreNot(text: String) {
    #expect(throws: PublicationDate.ParsingError.noSuchDay(text)) {
      try PublicationDate(parsing: text)
    }
  }

  @Test(arguments: [
    "", "soon", "1735689600", "01/02/2026", "2026-01-26x", "Spring", "-2021-01-01", "12026-01-01",
    "2021 and later", "2026-01/26", "Jan 26",
    "26 2026", "2025-01-01T99:00", "2025-01-01T10:00 PST", "99999999999999999999",
  ])
  func textsThatAreNoDates(text: String) {
    #expect(throws: PublicationDate.ParsingError.notADate(text)) {
      try PublicationDate(parsing: text)
    }
  }

  @Test func everyDayIsReadBack() throws {
    for year in [1999, 2000, 2023, 2024] {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = PublicationDate(year: year, month: month, day: day) else { continue }
          #expect(try PublicationDate(parsing: date.description) == date)
        }
      }
    }
  }
}
