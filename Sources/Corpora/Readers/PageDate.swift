/// A date as the page prints it: `Mar 27, 2024`, `Jan 26`, with the number of comments behind it.
struct PageDate {
  var year: Int?
  var month: Int
  var day: Int

  init?(_ text: String) {
    guard text.utf8.count <= 32 else { return nil }
    var scanner = DateScanner(text)
    guard let (year, month, day) = scanner.pageDate() else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Whether the line is in the date's place: short, and a digit in it.
  static func looksLikeDate(_ text: String) -> Bool {
    text.utf8.count <= 24 && text.utf8.contains { (0x30...0x39).contains($0) }
  }

  /// The full date, or nil where no year follows or the calendar has no such day.
  func resolved(savedOn: PublicationDate?, currentYear: Int?) -> PublicationDate? {
    if let year { return PublicationDate(year: year, month: month, day: day) }
    if let savedOn {
      return (0...8).lazy
        .compactMap { PublicationDate(year: savedOn.year - $0, month: month, day: day) }
        .first { $0 <= savedOn }
    }
    return currentYear.flatMap { PublicationDate(year: $0, month: month, day: day) }
  }
}
