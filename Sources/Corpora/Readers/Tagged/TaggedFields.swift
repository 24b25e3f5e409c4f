/// What the tags of reference files mean.
enum TaggedFields {
  /// The tags of RIS.
  ///
  /// `ID` numbers the records of one file and no more, so it names a paper only
  /// where nothing else does.
  static func ris(_ fields: TaggedRecord) -> RawRecord {
    var record = RawRecord()
    record.title = fields.text("T1", "TI", "CT", "BT", "ST")
    record.abstract = fields.text("AB", "N2")
    record.doi = fields.text("DO", "DI")
    let number = fields.text("AN", "UT")
    record.id = record.doi == nil ? number ?? (record.title == nil ? fields.text("ID") : nil) : nil
    record.authors = fields.lines("A1", "AU")
    record.dateTexts = dates(["DA", "Y1", "PY"].compactMap { fields.text($0) })
    record.categories = fields.lines("KW").flatMap { line in
      line.split(separator: ";").map { TextCleaning.line(String($0.drop { $0 == "*" })) }
    }
    let links = fields.lines("UR", "L1", "LK").flatMap { line in
      line.split { $0 == ";" || $0 == " " }.map(String.init)
    }
    record.link = links.first
    record.arXivID = (links + [number].compactMap { $0 }).first { ArXivIdentifier($0) != nil }
    record.language = fields.text("LA")
    return record
  }

  /// The tags of the Web of Science.
  static func webOfScience(_ fields: TaggedRecord) -> RawRecord {
    var record = RawRecord()
    record.id = fields.text("UT")
    record.title = fields.text("TI")
    record.abstract = fields.text("AB")
    record.doi = fields.text("DI")
    let full = fields.lines("AF")
    record.authors = full.isEmpty ? fields.lines("AU") : full
    if let year = fields.text("PY") {
      let month = fields.text("PD").map { MedlineDate.first(of: $0) }
      record.dateTexts = [month.map { "\($0) \(year)" }, year].compactMap { $0 }
    }
    record.categories = ["DE", "ID", "WC"].compactMap { fields.text($0) }
      .flatMap { NameLists.categories($0) }
    record.language = fields.text("LA")
    return record
  }

  /// Dates as RIS writes them, `year/month/day/other`, the one with most parts first.
  private static func dates(_ texts: [String]) -> [String] {
    let dates = texts.map { text -> [Substring] in
      let isSeparated = text.utf8.contains(UInt8(ascii: "/"))
      guard isSeparated else { return [text[...]] }
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).prefix(3)
      return Array(parts.prefix { !$0.allSatisfy(\.isWhitespace) })
    }
    let longest = dates.map(\.count).max() ?? 0
    let ordered = dates.filter { $0.count == longest } + dates.filter { $0.count != longest }
    return ordered.filter { !$0.isEmpty }.map { parts in
      parts.map { TextCleaning.line(String($0)) }.joined(separator: "-")
    }
  }
}
