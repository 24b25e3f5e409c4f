/// A tag of HTML, JATS or MathML whose name is known.
struct HTMLTag {
  /// What the tag does to the text around it.
  enum Role { case inline, line, paragraph }

  /// The name in lower case, without prefix.
  let name: String
  let role: Role
  let isClosing: Bool
  /// The index behind the tag.
  let end: Int

  /// Whether the tag is so short that only its closing tag tells it from a comparison, as in `a<b>c`.
  var needsClosingTag: Bool { name.utf8.count == 1 && name != "p" && !isClosing }

  /// The most bytes of a tag.
  private static let longest = 300

  /// The tag that begins with the `<` at `index`, or nil.
  ///
  /// Its name is known, and only attributes with values follow: `<b and c>` is no tag.
  init?(_ bytes: Span<UInt8>, _ index: Int) {
    isClosing = bytes.byte(index + 1) == UInt8(ascii: "/")
    let start = index + (isClosing ? 2 : 1)
    var nameEnd = start
    var nameStart = start
    while nameEnd - start < 32 {
      let byte = bytes.byte(nameEnd)
      if byte == UInt8(ascii: ":") {
        nameStart = nameEnd + 1
      } else if !byte.isASCIIAlphanumeric && byte != UInt8(ascii: "-") {
        break
      }
      nameEnd += 1
    }
    guard nameEnd > nameStart, bytes.byte(start).isASCIILetter else { return nil }
    let prefix = bytes.string(start..<nameStart).lowercased()
    guard prefix.isEmpty || Self.prefixes.contains(prefix) else { return nil }
    name = bytes.string(nameStart..<nameEnd).lowercased()
    guard let role = Self.roles[name], let end = Self.end(bytes, nameEnd, index + Self.longest)
    else { return nil }
    self.role = role
    self.end = end
  }

  /// The index behind the `>` that follows attributes with values.
  private static func end(_ bytes: Span<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    var index = bytes.skippingBlanks(start)
    while index < min(limit, bytes.count) {
      if bytes[index] == UInt8(ascii: ">") { return index + 1 }
      if bytes[index] == UInt8(ascii: "/"), bytes.byte(index + 1) == UInt8(ascii: ">") {
        return index + 2
      }
      guard index > start, bytes[index - 1].isBlank || bytes[index - 1] == UInt8(ascii: "\""),
        let next = attributeEnd(bytes, index, limit)
      else { return nil }
      index = bytes.skippingBlanks(next)
    }
    return nil
  }

  private static func attributeEnd(_ bytes: Span<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    var index = start
    while bytes.byte(index).isASCIIAlphanumeric || bytes.byte(index) == UInt8(ascii: "-")
      || bytes.byte(index) == UInt8(ascii: ":") || bytes.byte(index) == UInt8(ascii: "_")
    {
      index += 1
    }
    guard index > start, bytes.byte(index) == UInt8(ascii: "=") else { return nil }
    index += 1
    let quote = bytes.byte(index)
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { index += 1 }
    while index < min(limit, bytes.count) {
      let byte = bytes[index]
      if isQuoted, byte == quote { return index + 1 }
      if !isQuoted, byte.isBlank || byte == UInt8(ascii: ">") { return index }
      if byte == UInt8(ascii: "<") { return nil }
      index += 1
    }
    return nil
  }

  /// The index behind a comment, or nil for one without end.
  static func commentEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    var end = index + 4
    let limit = min(bytes.count, index + 2_000)
    while end < limit {
      if bytes.has("-->", at: end) { return end + 3 }
      end += 1
    }
    return nil
  }

  private static let prefixes: Set<String> = ["jats:", "mml:", "m:", "xhtml:", "html:"]

  private static let roles: [String: Role] = {
    var roles: [String: Role] = [:]
    func add(_ role: Role, _ names: String) {
      for name in names.split(whereSeparator: \.isWhitespace) { roles[String(name)] = role }
    }
    add(
      .inline,
      """
      i b u s a em strong sub sup span font tt code small big italic bold sc monospace inf underline
      strike del ins mark cite q abbr var kbd samp ext-link named-content styled-content fixed-case
      inline-formula tex-math alternatives xref url uri email overline roman sans-serif inline-graphic
      math mi mo mn mtext mrow msub msup msubsup mfrac msqrt mroot mover munder munderover mstyle
      mspace mpadded mphantom menclose semantics annotation none mprescripts mmultiscripts
      """)
    add(
      .line,
      """
      br hr li ul ol dl dt dd tr td th table tbody thead img list list-item label graphic nobr center
      disp-formula
      """)
    add(
      .paragraph,
      """
      p div h1 h2 h3 h4 h5 h6 title sec section abstract abstracttext blockquote pre article-title
      """)
    return roles
  }()
}
