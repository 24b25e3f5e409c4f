/// A writer of SVG elements that escapes every attribute and text.
struct SVG {
  /// What was written.
  private(set) var text = ""

  /// Attributes in the order in which they are written.
  typealias Attributes = KeyValuePairs<String, String>

  /// Writes an element without content.
  mutating func element(_ name: String, _ attributes: Attributes) {
    open(name, attributes, closing: "/>")
  }

  /// Writes an element around text.
  mutating func element(_ name: String, _ attributes: Attributes = [:], text content: String) {
    open(name, attributes, closing: ">")
    text += Escaping.html(content) + "</\(name)>"
  }

  /// Writes an element around other elements.
  mutating func element(
    _ name: String, _ attributes: Attributes = [:], content: (inout SVG) -> Void
  ) {
    open(name, attributes, closing: ">")
    content(&self)
    text += "</\(name)>"
  }

  /// Writes what is markup already.
  mutating func verbatim(_ markup: String) { text += markup }

  private mutating func open(_ name: String, _ attributes: Attributes, closing: String) {
    text += "<" + name
    for (key, value) in attributes { text += " \(key)=\"\(Escaping.html(value))\"" }
    text += closing
  }
}

extension SVG {
  /// A picture with a name and a description for those who do not see it.
  static func picture(
    id: String, width: Double, height: Double, kind: String, title: String, description: String,
    content: (inout SVG) -> Void
  ) -> String {
    var svg = SVG()
    let size = "0 0 \(FixedPoint.coordinate(width)) \(FixedPoint.coordinate(height))"
    svg.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": kind, "viewBox": size, "role": "img",
        "aria-labelledby": "\(id)-t \(id)-d",
      ]
    ) { svg in
      svg.element("title", ["id": "\(id)-t"], text: title)
      svg.element("desc", ["id": "\(id)-d"], text: description)
      content(&svg)
    }
    return svg.text
  }

  /// The id of the stripes that the page defines once for its many small charts.
  static let sharedStripes = "hatch"

  /// The stripes that mark a period that is not over.
  mutating func stripes(id: String) {
    element("defs") { svg in
      svg.element(
        "pattern",
        [
          "id": id, "width": "5", "height": "5", "patternUnits": "userSpaceOnUse",
          "patternTransform": "rotate(45)",
        ]
      ) { $0.element("path", ["class": "hatch", "d": "M0 0v5"]) }
    }
  }
}
