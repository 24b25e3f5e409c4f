import PaperTrends

/// Writes papers as lines of JSON.
enum PaperLine {
  /// Appends one paper as one object and a line end.
  static func append(
    id: String, title: ArraySlice<UInt8>, abstract: ArraySlice<UInt8>, date: PublicationDate?,
    categories: [String], to line: inout [UInt8]
  ) {
    line += Array("{\"id\": ".utf8)
    appendString(Array(id.utf8)[...], to: &line)
    line += Array(", \"title\": ".utf8)
    appendString(title, to: &line)
    line += Array(", \"abstract\": ".utf8)
    appendString(abstract, to: &line)
    if let date {
      line += Array(", \"date\": \"\(date)\"".utf8)
    }
    line += Array(", \"categories\": [".utf8)
    for (index, category) in categories.enumerated() {
      if index > 0 { line += Array(", ".utf8) }
      appendString(Array(category.utf8)[...], to: &line)
    }
    line += Array("]}\n".utf8)
  }

  private static func appendString(_ text: ArraySlice<UInt8>, to line: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    line.append(quote)
    for byte in text {
      switch byte {
      case quote, UInt8(ascii: "\\"):
        line.append(UInt8(ascii: "\\"))
        line.append(byte)
      case ..<0x20: line.append(0x20)
      default: line.append(byte)
      }
    }
    line.append(quote)
  }
}
