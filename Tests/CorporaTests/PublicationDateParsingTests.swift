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

  @Test(arguments: ["2025-02-29", "2026-13-01", "April 31, 2025", "20251301", "2025-00-10"])
  func daysThatAreNot(text: String) {
    #expect(throws: PublicationDate.ParsingError.noSuchDay(text)) {
      try PublicationDate(parsing: text)
    }
  }

  @Test(arguments: [
    "", "soon", "1735689600", "01/02/2026", "2026-01-26x", "Spring 2025", "2026-01/26", "Jan 26",
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
