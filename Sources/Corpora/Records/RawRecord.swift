/// What a reader found in one record, before anything is judged.
struct RawRecord {
  var id: String?
  /// Whether ``id`` was written as a number, which loses zeros.
  var idIsNumber = false
  var arXivID: String?
  var doi: String?
  var title: String?
  /// The abstract, where the record has one alone or says which is its own.
  var abstract: String?
  /// Abstracts beside ``abstract``: translations, summaries, plain-language versions.
  ///
  /// Where ``abstract`` says nothing, the first English one takes its place, else the first.
  var otherAbstracts: [OtherAbstract] = []
  /// The language of the title and the abstract as the dump states it (`en`, `eng`, `English`).
  var language: String?
  var authors: [String] = []
  /// The texts that may be the first date, best first.
  var dateTexts: [String] = []
  /// The first date, where the reader had to work it out itself.
  var date: PublicationDate?
  /// The texts that may be the date of the last change, best first.
  var updatedTexts: [String] = []
  var categories: [String] = []
  var link: String?
  /// What the reader had to mend, each one clause.
  var faults: [String] = []

  /// Posters are numbered anew each year, so a bare number that the address of a poster ends with
  /// gives way to that address as the id.
  mutating func qualifyPosterNumber() {
    guard let id, let link, id.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      link.hasSuffix("/poster/\(id)"),
      let scheme = ["https://", "http://"].first(where: link.hasPrefix)
    else { return }
    self.id = String(link.dropFirst(scheme.count))
    idIsNumber = false
  }
}

/// A second abstract of a record.
struct OtherAbstract {
  /// Its language as the dump states it, or nil.
  var language: String?
  var text: String

  /// Whether the dump says that it is English.
  var isEnglish: Bool { language.map(LanguageName.isEnglish) ?? false }
}

/// What dumps call languages.
enum LanguageName {
  /// Whether `name` is a name or code of English: `en`, `en-GB`, `eng`, `English`.
  static func isEnglish(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return ["en", "eng", "english"].contains(lowered)
      || lowered.hasPrefix("en-") || lowered.hasPrefix("en_")
  }
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
