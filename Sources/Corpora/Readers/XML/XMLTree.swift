/// An element with what stands in it, in order.
struct XMLTree: Sendable {
  /// Text, or an element within.
  enum Content: Sendable {
    case text(String)
    case element(XMLTree)
  }

  /// The name without its prefix.
  var name: String
  /// The attributes by their names as written.
  var attributes: [String: String] = [:]
  var content: [Content] = []

  /// The elements directly within.
  var elements: [XMLTree] {
    content.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The elements of a name directly within.
  func all(_ name: String) -> [XMLTree] { elements.filter { $0.name == name } }

  /// The first element at the end of a path of names.
  func first(_ path: String...) -> XMLTree? {
    var current = self
    for name in path {
      guard let next = current.firstElement(name) else { return nil }
      current = next
    }
    return current
  }

  /// The element itself and all within it that have a name, in order.
  func descendants(_ name: String) -> [XMLTree] {
    elements.flatMap { $0.name == name ? [$0] : $0.descendants(name) }
  }

  /// All text within, without that of elements of some names.
  func text(without names: Set<String> = []) -> String {
    var text = ""
    append(to: &text, without: names)
    return text
  }

  private func firstElement(_ name: String) -> XMLTree? {
    for case .element(let element) in content where element.name == name { return element }
    return nil
  }

  private func append(to text: inout String, without names: Set<String>) {
    for part in content {
      switch part {
      case .text(let piece): text += piece
      case .element(let element) where element.name == "tex-math":
        text += XMLFormula.inline(element)
      case .element(let element) where !names.contains(element.name):
        element.append(to: &text, without: names)
      case .element: break
      }
    }
  }
}

/// Formulas in the texts of records.
enum XMLFormula {
  /// TeX as inline math, without the document that some publishers wrap it in.
  static func inline(_ element: XMLTree) -> String {
    var source = Substring(
      element.content.reduce(into: "") { text, part in
        if case .text(let piece) = part { text += piece }
      })
    if let begin = source.firstRange(of: "\\begin{document}") {
      source = source[begin.upperBound...]
    }
    if let end = source.firstRange(of: "\\end{document}") { source = source[..<end.lowerBound] }
    let bare = source.utf8.filter { $0 > 0x20 && $0 != UInt8(ascii: "$") }
    guard !bare.isEmpty else { return "" }
    let formula = String(
      source.split(separator: "$", omittingEmptySubsequences: true)
        .joined())
    return "$" + TextCleaning.line(formula) + "$"
  }
}
