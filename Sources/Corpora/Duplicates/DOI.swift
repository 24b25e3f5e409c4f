/// A digital object identifier in one spelling: lower case, without `doi:` or an address before it.
///
/// DOIs are case-insensitive in ASCII (ISO 26324:2022, section 5.3).
package struct DOI: Hashable {
  package let text: String

  /// The identifier in `source`, or nil where there is none.
  package init?(_ source: String) {
    guard source.utf8.contains(UInt8(ascii: "/")) else { return nil }
    var rest = Substring(source.lowercased())
    for prefix in ["https://", "http://", "dx.", "doi.org/", "doi:"] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
    }
    rest = rest.drop { $0 == " " }
    let parts = rest.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, parts[0].hasPrefix("10."), parts[0].utf8.count >= 7,
      !rest.utf8.contains(where: { $0 <= 0x20 })
    else { return nil }
    text = String(rest)
  }

  /// The arXiv paper that the identifier was made for, if it is one of arXiv's own.
  var arXiv: ArXivIdentifier? {
    let prefix = "10.48550/arxiv."
    return text.hasPrefix(prefix) ? ArXivIdentifier(String(text.dropFirst(prefix.count))) : nil
  }
}
