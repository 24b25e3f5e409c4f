/// Finds the date of a record among the dates that it gives.
struct DateReading: Sendable {
  private let choice: CorpusReadingOptions.DateChoice
  private let zone: DateZone
  private let today: PublicationDate?

  init(_ options: CorpusReadingOptions) {
    choice = options.dateChoice
    zone = options.zone
    today = options.today
  }

  /// The date that counts, if there is one, and what is wrong with the record's dates.
  ///
  /// The chosen date, else what an arXiv identifier tells (its first four digits are the year and
  /// the month of the first version), else the other date.
  func date(of raw: RawRecord, id: String) -> (date: PublicationDate?, fault: String?) {
    var firstError: PublicationDate.ParsingError?
    let first = raw.date ?? parse(raw.dateTexts, &firstError)
    let date: PublicationDate?
    switch choice {
    case .first: date = first ?? month(raw, id) ?? parse(raw.updatedTexts, &firstError)
    case .updated: date = parse(raw.updatedTexts, &firstError) ?? first ?? month(raw, id)
    }
    if let date, let today, date > today {
      return (date, "dated \(date), after today (\(today)); kept, in no period")
    }
    guard let firstError else { return (date, nil) }
    return (date, "\(firstError); kept " + (date.map { "as of \($0)" } ?? "without a date"))
  }

  /// The first text that is a date.
  ///
  /// An error is told where none is, or where a text before it is a day that no calendar has.
  private func parse(
    _ texts: [String], _ firstError: inout PublicationDate.ParsingError?
  ) -> PublicationDate? {
    var own: PublicationDate.ParsingError?
    for text in texts where !TextCleaning.isBlank(text) {
      do throws(PublicationDate.ParsingError) {
        let date = try PublicationDate(parsing: text, zone: zone)
        if case .noSuchDay? = own { firstError = firstError ?? own }
        return date
      } catch {
        own = own ?? error
      }
    }
    firstError = firstError ?? own
    return nil
  }

  private func month(_ raw: RawRecord, _ id: String) -> PublicationDate? {
    (ArXivIdentifier(id) ?? raw.arXivID.flatMap { ArXivIdentifier($0) })?.month
  }
}
