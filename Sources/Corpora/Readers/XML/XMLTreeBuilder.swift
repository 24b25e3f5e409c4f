internal import Foundation

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// Parses mended records with Foundation's parser, which never sees a document type.
final class XMLTreeBuilder: NSObject, XMLParserDelegate {
  /// Why a text is not XML.
  struct Fault: Error {
    /// The line in the text, from 0.
    var line: Int
    /// One clause.
    var reason: String
  }

  /// Elements nested deeper than this are no paper.
  private static let deepest = 200

  private var open: [XMLTree] = []
  private var finished: [XMLTree] = []
  private var text = ""
  /// The first fault; the parser itself reports success after some of them.
  private var fault: Fault?

  /// The elements that stand one after the other in `text`.
  static func elements(of text: [UInt8]) throws(Fault) -> [XMLTree] {
    let builder = XMLTreeBuilder()
    let parser = XMLParser(data: Data(head.utf8 + text + tail.utf8))
    parser.delegate = builder
    let isParsed = parser.parse()
    if let fault = builder.fault { throw fault }
    guard isParsed, builder.open.isEmpty else {
      throw Fault(line: max(0, parser.lineNumber - 1), reason: explain(0))
    }
    return builder.finished
  }

  /// The root that records are parsed in, with the prefixes that their own roots declare.
  private static let head =
    "<records"
    + [
      "ali", "arxiv", "atom", "dc", "mml", "ns0", "ns1", "ns2", "oai_dc", "opensearch", "xi",
      "xlink", "xsi",
    ].map { " xmlns:\($0)=\"\($0)\"" }.joined() + ">"
  private static let tail = "</records>"

  private static func explain(_ code: Int) -> String {
    switch code {
    case 76: "an end tag without its start tag"
    case 77, 5: "an element that is not ended"
    case 38, 39, 40, 41, 65: "an attribute that is not written as one"
    case 42: "an attribute that is there twice"
    case 68: "a name that is none"
    case 73: "a tag that is not ended"
    case 9, 81: "bytes that are no characters"
    default: "a fault of kind \(code)"
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    flush()
    open.append(XMLTree(name: Self.localName(name), attributes: attributes))
    if open.count > Self.deepest {
      fault = fault ?? Fault(line: 0, reason: "elements nested \(Self.deepest) deep")
      parser.abortParsing()
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    flush()
    guard let element = open.popLast(), !open.isEmpty else { return }
    if open.count == 1 {
      finished.append(element)
    } else {
      open[open.count - 1].content.append(.element(element))
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    let code = (error as NSError).code
    guard fault == nil, !Self.harmless.contains(code) else { return }
    fault = Fault(line: max(0, parser.lineNumber - 1), reason: Self.explain(code))
  }

  /// Codes of warnings, and of prefixes that no attribute declares.
  private static let harmless: Set = [97, 98, 99, 100, 200, 201, 202, 203, 204, 205]

  private func flush() {
    guard !text.isEmpty else { return }
    if open.count > 1 { open[open.count - 1].content.append(.text(text)) }
    text = ""
  }

  private static func localName(_ name: String) -> String {
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.index(after: colon)...])
  }
}
