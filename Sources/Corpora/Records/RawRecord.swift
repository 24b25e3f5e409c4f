/// What a reader found in one record, before anything is judged.
struct RawRecord {
  var id: String?
  /// Whether ``id`` was written as a number, which loses zeros.
  var idIsNumber = false
  var arXivID: String?
  var doi: String?
  var title: String?
  var abstract: String?
  var authors: [String] = []
  /// The texts that may be the date, best first.
  var dateTexts: [String] = []
  /// The date, where the reader had to work it out itself.
  var date: PublicationDate?
  var categories: [String] = []
  var link: String?
  /// What the reader had to mend, each one clause.
  var faults: [String] = []
}

/// How one string names several people or several categories.
enum NameLists {
  /// Authors in one string: separated by semicolons, else by `and` and commas.
  ///
  /// A piece with one comma after a single word is one person, surname first.
  static func authors(_ text: String) -> [String] {
    let line = TextCleaning.line(text)
    if line.utf8.contains(UInt8(ascii: ";")) { return pieces(line[...], at: ";") }
    return parts(line, at: " and ").flatMap { part in
      let names = pieces(part, at: ",")
      let isSurnameFirst = names.count == 2 && !names[0].utf8.contains(0x20)
      return isSurnameFirst ? [names.joined(separator: ", ")] : names
    }
  }

  /// Categories in one string: separated by semicolons, else by commas, else by spaces where every
  /// word is an arXiv category (so that `Computer Vision` stays one).
  static func categories(_ text: String) -> [String] {
    let line = TextCleaning.line(text)
    if line.utf8.contains(UInt8(ascii: ";")) { return pieces(line[...], at: ";") }
    if line.utf8.contains(UInt8(ascii: ",")) { return pieces(line[...], at: ",") }
    let words = line.split(separator: " ")
    return words.allSatisfy(ArXivArchive.isCategory) ? words.map(String.init) : [line]
  }

  private static func pieces(_ text: Substring, at separator: Character) -> [String] {
    text.split(separator: separator).map { TextCleaning.line(String($0)) }.filter { !$0.isEmpty }
  }

  private static func parts(_ text: String, at separator: String) -> [Substring] {
    guard text.contains(separator) else { return [text[...]] }
    return text.split(separator: separator)
  }
}
