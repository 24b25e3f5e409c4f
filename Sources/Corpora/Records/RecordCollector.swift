/// Judges the raw records of one block: which are papers, which are dropped and why.
///
/// Lines are counted from the beginning of the block, from 0.
struct RecordCollector: Sendable {
  /// A fault, with the reason if it cost the record.
  struct Problem: Sendable {
    var line: Int
    var reason: String
    var dropReason: DropReason?
  }

  private(set) var papers: [Paper] = []
  private(set) var paperLines: [Int] = []
  private(set) var problems: [Problem] = []
  private(set) var dropCount = 0
  /// The number of line ends in the block, set by the reader's driver.
  var lineCount = 0

  private let asOf: PublicationDate?
  private let handling: CorpusReadingOptions.RecordHandling
  private let dates: DateReading

  init(_ options: CorpusReadingOptions) {
    asOf = options.asOf
    handling = options.records
    dates = DateReading(options)
  }

  /// Records that cannot be read, or that end where the file breaks off.
  mutating func drop(line: Int, _ reason: String, as dropReason: DropReason = .unreadable) {
    dropCount += 1
    problems.append(Problem(line: line, reason: reason, dropReason: dropReason))
  }

  /// Something worth saying that is not a record, or costs none.
  mutating func note(line: Int, _ reason: String) {
    problems.append(Problem(line: line, reason: reason, dropReason: nil))
  }

  /// Makes room for so many more records.
  mutating func reserveCapacity(_ count: Int) {
    papers.reserveCapacity(papers.count + count)
    paperLines.reserveCapacity(paperLines.count + count)
  }

  /// A record that was read, to be kept or dropped.
  mutating func add(_ raw: consuming RawRecord, line: Int) {
    var raw = raw
    raw.qualifyPosterNumber()
    let title = TextCleaning.line(raw.title ?? "")
    let identity = Identity(raw)
    for fault in raw.faults { note(line: line, fault) }
    let keepsAll = handling == .everyRecord
    guard
      let id = identity.id ?? (title.isEmpty ? nil : Paper.identifier(fromTitle: title))
        ?? (keepsAll ? "" : nil)
    else {
      return drop(line: line, DropReason.unidentified.explanation, as: .unidentified)
    }
    let abstract = Self.abstract(of: raw)
    guard keepsAll || Self.saysSomething(abstract) else {
      let reason = abstract.isEmpty ? "no abstract" : "no abstract but '\(abstract.prefix(40))'"
      return drop(line: line, reason, as: .noAbstract)
    }
    if !keepsAll, let reason = Notice.kind(title: title, abstract: abstract) {
      return drop(line: line, reason.explanation, as: reason)
    }
    let (date, dateFault) = dates.date(of: raw, id: id)
    if let asOf, let date, date > asOf {
      return drop(line: line, "dated \(date), after \(asOf)", as: .afterAsOf)
    }
    if let dateFault { note(line: line, dateFault) }
    papers.append(
      Paper(
        id: id, title: title, abstract: abstract,
        authors: TextCleaning.lines(raw.authors), date: date,
        categories: TextCleaning.lines(raw.categories),
        link: Self.webAddress(raw.link) ?? identity.link, otherIDs: identity.otherIDs))
    paperLines.append(line)
  }

  /// The record's own abstract where it says something, else the first English one of the others,
  /// else the first of them.
  private static func abstract(of raw: RawRecord) -> String {
    let own = TextCleaning.paragraphs(raw.abstract ?? "")
    guard !raw.otherAbstracts.isEmpty, !saysSomething(own) else { return own }
    let others = raw.otherAbstracts.filter(\.isEnglish) + raw.otherAbstracts
    return others.lazy.map { TextCleaning.paragraphs($0.text) }.first(where: saysSomething) ?? own
  }

  /// Fewer characters than this are no abstract.
  private static let shortestAbstract = 10

  private static let placeholders: Set<String> = [
    "no abstract", "no abstract.", "no abstract available", "no abstract available.",
    "abstract not available", "not available", "[no abstract available]", "no abstract provided",
  ]

  private static func saysSomething(_ abstract: String) -> Bool {
    let size = abstract.utf8.count
    guard size >= shortestAbstract, size > 40 else {
      return abstract.unicodeScalars.count >= shortestAbstract
        && !placeholders.contains(abstract.lowercased())
    }
    return true
  }

  private static func webAddress(_ text: String?) -> String? {
    guard let text else { return nil }
    let address = TextCleaning.line(text)
    let start = address.prefix(8).lowercased()
    guard start.hasPrefix("https://") || start.hasPrefix("http://"),
      !address.utf8.contains(0x20), address.utf8.count > 8
    else { return nil }
    return address
  }

  /// The identifier of a record, and the address that follows from it.
  private struct Identity {
    var id: String?
    var link: String?
    var otherIDs: [String] = []

    init(_ raw: __shared RawRecord) {
      let own = Self.nonEmpty(raw.id)
      if let own, raw.arXivID == nil, raw.doi == nil, let arXiv = ArXivIdentifier(own),
        arXiv.text == own
      {
        id = own
        link = arXiv.link
        return
      }
      let doi = Self.nonEmpty(raw.doi).map { DOI($0)?.text ?? $0 }
      let stated = Self.nonEmpty(raw.arXivID)
      let ownArXiv = own.flatMap { ArXivIdentifier($0) }
      let arXiv =
        ownArXiv ?? doi.flatMap { DOI($0)?.arXiv } ?? stated.flatMap {
          ArXivIdentifier($0) ?? ArXivIdentifier(fromNumber: $0)
        }
        ?? (raw.idIsNumber ? own : nil).flatMap { ArXivIdentifier(fromNumber: $0) }
      let isOwnNumber = raw.idIsNumber && stated == nil && arXiv != nil
      id = (ownArXiv == nil && !isOwnNumber ? own : nil) ?? arXiv?.text ?? stated ?? doi
      if let arXiv {
        link = arXiv.link
      } else if let doi = [doi, own].lazy.compactMap({ $0 }).first(where: { $0.hasPrefix("10.") }),
        doi.utf8.contains(UInt8(ascii: "/")), !doi.utf8.contains(0x20)
      {
        link = "https://doi.org/\(doi)"
      }
      let all = [own.map { DOI($0)?.text ?? $0 }, arXiv?.text, stated, doi].compactMap(\.self)
      if all.contains(where: { $0 != id }) {
        otherIDs = Set(all.map { ArXivIdentifier($0)?.text ?? $0 }).subtracting([id ?? ""])
          .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      }
    }

    private static func nonEmpty(_ text: String?) -> String? {
      let line = TextCleaning.line(text ?? "")
      return line.isEmpty ? nil : line
    }
  }
}
