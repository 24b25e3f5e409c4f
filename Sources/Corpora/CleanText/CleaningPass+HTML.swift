extension CleaningPass {
  /// A character reference; `AT&T` and `R&D` are none.
  mutating func reference(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    guard steps.html, let (text, end) = HTMLEntities.reference(bytes, index) else {
      return copied(bytes, index)
    }
    put(text, at: index)
    return end
  }

  /// A tag or a comment; nil for a sign of comparison or a token of a model, such as `<think>`.
  mutating func tag(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    guard steps.html else { return nil }
    if bytes.has("<!--", at: index) {
      guard let end = HTMLTag.commentEnd(bytes, index) else { return nil }
      return closeGap(bytes, end)
    }
    guard let tag = HTMLTag(bytes, index) else { return nil }
    if tag.needsClosingTag, !hasClosingTag(bytes, tag) { return nil }
    switch tag.role {
    case .inline:
      let isRaised = tag.name == "sup" && !tag.isClosing
      if isRaised, written().isASCIIDigit, bytes.byte(tag.end).isASCIIDigit {
        put(UInt8(ascii: "^"), at: index)
      }
      return tag.end
    case .line:
      if !output.isEmpty, !written().isBlank { put(0x20, at: index) }
      return closeGap(bytes, tag.end)
    case .paragraph:
      while !output.isEmpty, written().isBlank { takeBack(1) }
      let next = bytes.skippingBlanks(tag.end)
      if !output.isEmpty, next < bytes.count {
        put(0x0A, at: index)
        put(0x0A, at: index)
      }
      return next
    }
  }

  private mutating func hasClosingTag(_ bytes: Span<UInt8>, _ tag: HTMLTag) -> Bool {
    let tags = closingTags ?? ClosingTags(bytes)
    closingTags = tags
    return tags.last(tag.name).map { $0 > tag.end } ?? false
  }
}

/// Where each short tag is closed for the last time.
struct ClosingTags {
  private var places = [Int](repeating: -1, count: 26)

  init(_ bytes: Span<UInt8>) {
    var index = 0
    while index + 3 < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/"),
        bytes[index + 2].isASCIILetter, bytes[index + 3] == UInt8(ascii: ">")
      {
        places[Int(bytes[index + 2] | 0x20) - 0x61] = index
      }
      index += 1
    }
  }

  /// The last closing tag of a name of one letter, or nil.
  func last(_ name: String) -> Int? {
    guard let letter = name.utf8.first, letter.isASCIILower else { return nil }
    let place = places[Int(letter) - 0x61]
    return place >= 0 ? place : nil
  }
}
