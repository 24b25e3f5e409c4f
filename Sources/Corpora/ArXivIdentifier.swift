/// An arXiv identifier without its version, in the form in which arXiv prints it today.
///
/// New form `2501.01234` (April 2007 on; five digits since 2015), old form `hep-th/9901001`. A
/// prefix `arXiv:`, an address of arxiv.org, a version `v2` and the subject class of an old
/// identifier (`math.GT/0309136`) are accepted and left out.
package struct ArXivIdentifier: Hashable {
  package let text: String

  /// The address of the paper's page.
  var link: String { "https://arxiv.org/abs/" + text }

  /// The year and the month of the first version, which every identifier names.
  var month: PublicationDate? {
    let digits = text.drop { $0 != "/" }.dropFirst().prefix(4)
    guard let number = Int(digits.isEmpty ? text.prefix(4) : digits) else { return nil }
    let year = number / 100
    return PublicationDate(year: year + (year >= 91 ? 1900 : 2000), month: number % 100)
  }

  package init?(_ source: String) {
    if Self.isPrinted(source.utf8Span.span) {
      text = source
      return
    }
    var rest = Substring(source)
    if let address = Self.dropPrefix("https://", of: rest) ?? Self.dropPrefix("http://", of: rest) {
      let hosts = ["arxiv.org/", "www.arxiv.org/", "export.arxiv.org/"]
      guard let path = hosts.lazy.compactMap({ Self.dropPrefix($0, of: address) }).first,
        let last = Self.dropPrefix("abs/", of: path) ?? Self.dropPrefix("pdf/", of: path)
      else { return nil }
      rest = last.hasSuffix(".pdf") ? last.dropLast(4) : last
    } else if let bare = Self.dropPrefix("arxiv:", of: rest) {
      rest = bare.drop { $0 == " " }
    }
    guard let text = Self.newForm(rest.utf8) ?? Self.oldForm(rest.utf8) else { return nil }
    self.text = text
  }

  /// Whether bytes are an identifier since 2015 as arXiv prints it, which most are.
  private static func isPrinted(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: ".") else { return false }
    for index in bytes.indices where index != 4 {
      if bytes[index] &- 0x30 > 9 { return false }
    }
    let year = 10 * Int(bytes[0] - 0x30) + Int(bytes[1] - 0x30)
    let month = 10 * Int(bytes[2] - 0x30) + Int(bytes[3] - 0x30)
    return year >= 15 && (1...12).contains(month)
  }

  /// The identifier that a program wrote as a decimal number, dropping its last zeros:
  /// `2501.0123` for `2501.01230`.
  ///
  /// Only for months since 2015, whose identifiers all have five digits after the point.
  init?(fromNumber number: String) {
    let parts = number.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, (1...4).contains(parts[1].count),
      let text = Self.newForm(
        (number + String(repeating: "0", count: 5 - parts[1].count)).utf8[...])
    else { return nil }
    self.text = text
  }

  private static func dropPrefix(_ prefix: String, of text: Substring) -> Substring? {
    var rest = text.utf8
    for byte in prefix.utf8 {
      guard let first = rest.first, first == byte || first | 0x20 == byte else { return nil }
      rest = rest.dropFirst()
    }
    return Substring(rest)
  }

  private static func newForm(_ bytes: Substring.UTF8View) -> String? {
    let (month, afterMonth) = digits(bytes)
    guard month == 4, bytes.dropFirst(4).first == UInt8(ascii: "."), isMonth(bytes.dropFirst(2))
    else { return nil }
    let (count, rest) = digits(afterMonth.dropFirst())
    let isLong = Int(Substring(bytes.prefix(4))) ?? 0 >= 1501
    guard count == (isLong ? 5 : 4), isVersion(rest) else { return nil }
    return String(Substring(bytes.prefix(5 + count)))
  }

  private static func oldForm(_ bytes: Substring.UTF8View) -> String? {
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let archive = bytes[..<slash].prefix { $0 != UInt8(ascii: ".") }
    guard ArXivArchive.names.contains(String(Substring(archive))) else { return nil }
    let number = bytes[bytes.index(after: slash)...]
    let (count, rest) = digits(number)
    guard count == 7, isMonth(number.dropFirst(2)), isVersion(rest) else { return nil }
    return "\(Substring(archive))/\(Substring(number.prefix(7)))"
  }

  private static func digits(_ bytes: Substring.UTF8View) -> (Int, Substring.UTF8View) {
    let rest = bytes.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return (bytes.count - rest.count, rest)
  }

  private static func isMonth(_ bytes: Substring.UTF8View) -> Bool {
    (1...12).contains(Int(Substring(bytes.prefix(2))) ?? 0)
  }

  private static func isVersion(_ bytes: Substring.UTF8View) -> Bool {
    guard let first = bytes.first else { return true }
    let (count, rest) = digits(bytes.dropFirst())
    return first == UInt8(ascii: "v") && count > 0 && rest.isEmpty
  }
}

/// The archives of arXiv, current and closed.
enum ArXivArchive {
  static let names: Set<String> = [
    "acc-phys", "adap-org", "alg-geom", "ao-sci", "astro-ph", "atom-ph", "bayes-an", "chao-dyn",
    "chem-ph", "cmp-lg", "comp-gas", "cond-mat", "cs", "dg-ga", "econ", "eess", "funct-an",
    "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math", "math-ph", "mtrl-th", "nlin",
    "nucl-ex", "nucl-th", "patt-sol", "physics", "plasm-ph", "q-alg", "q-bio", "q-fin", "quant-ph",
    "solv-int", "stat", "supr-con",
  ]

  /// Whether `word` is an archive or a subject class of one, as `cs.CL` or `hep-th`.
  static func isCategory(_ word: Substring) -> Bool {
    names.contains(String(word.prefix { $0 != "." }))
  }
}
