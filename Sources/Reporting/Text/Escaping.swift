/// Text made safe for a terminal, for those who write to one.
package enum SafeText {
  /// The text on one line, without control sequences.
  package static func terminal(_ text: String) -> String { Escaping.terminal(text) }
}

/// Text of papers made safe for the place that it is written to.
///
/// Every function works on Unicode scalars, not on characters: a quotation mark that is followed
/// by a combining accent still ends an attribute.
package enum Escaping {
  /// Text for HTML and SVG, between tags and in quoted attributes alike.
  static func html(_ text: String) -> String {
    replacing(in: PlainText.singleLine(text)) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: nil
      }
    }
  }

  /// Text for Markdown (CommonMark with the tables of GitHub), at any place in a line.
  static func markdown(_ text: String) -> String {
    let plain = PlainText.singleLine(text)
    let escaped = replacing(in: plain) { scalar in
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "#", "$": "\\\(scalar)"
      default: nil
      }
    }
    return escapingBlockStart(escaped)
  }

  /// One cell of a CSV file (RFC 4180).
  ///
  /// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
  static func csv(_ text: String) -> String {
    var cell = PlainText.singleLine(text)
    if let first = cell.unicodeScalars.first, "=+-@＝＋－＠".unicodeScalars.contains(first) {
      cell = "'" + cell
    }
    guard cell.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == ";" }) else {
      return cell
    }
    return "\"" + replacing(in: cell) { $0 == "\"" ? "\"\"" : nil } + "\""
  }

  /// Text for a terminal: one line, no control sequence.
  package static func terminal(_ text: String) -> String { PlainText.singleLine(text) }

  /// The address if it may become a link: http or https with a host, of printable ASCII.
  static func link(_ address: String?) -> String? {
    guard let address else { return nil }
    let lowered = address.lowercased()
    guard
      let scheme = ["https://", "http://"].first(where: { lowered.utf8.starts(with: $0.utf8) }),
      address.utf8.count > scheme.utf8.count,
      address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !#"<>"\^`{|}"#.utf8.contains($0) })
    else { return nil }
    return address
  }

  /// A link's target for Markdown, parentheses encoded.
  static func markdownTarget(_ address: String) -> String {
    replacing(in: address) { scalar in
      switch scalar {
      case "(": "%28"
      case ")": "%29"
      default: nil
      }
    }
  }

  /// Text as code in Markdown, on a line of its own.
  static func markdownCode(_ text: String) -> String {
    let plain = PlainText.singleLine(text)
    var longest = 0
    var run = 0
    for byte in plain.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = plain.hasPrefix("`") || plain.hasSuffix("`") ? " " : ""
    return plain.isEmpty ? "" : fence + pad + plain + pad + fence
  }

  /// Keeps text that begins a list item from being read as a heading, list or quotation.
  private static func escapingBlockStart(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    if "+-=".unicodeScalars.contains(first) { return "\\" + text }
    let digits = text.unicodeScalars.prefix { ("0"..."9").contains($0) }
    let rest = text.unicodeScalars.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")",
      rest.count == 1 || rest.dropFirst().first == " "
    else { return text }
    return String(digits) + "\\" + String(rest)
  }

  private static func replacing(
    in text: String, _ replacement: (Unicode.Scalar) -> String?
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let escaped = replacement(scalar) {
        result.append(contentsOf: escaped.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
