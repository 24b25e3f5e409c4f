extension CleaningPass {
  /// Leaves out the address whose mark is the byte at `index`; nil where there is none.
  ///
  /// The marks are the `:` of `://`, the dot of `www.`, the first `/` behind a domain, the `U` of
  /// "https URL" and the `1` of a DOI.
  mutating func link(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: ":"):
      guard bytes.has("://", at: index), let length = schemeLength() else { return nil }
      takeBack(length)
      return closeGap(bytes, Self.addressEnd(bytes, index + 3), parts: true)
    case UInt8(ascii: "."):
      guard output.span.hasFolded("www", at: output.count - 3), !written(3).isWordByte,
        bytes.byte(index + 1).isASCIIAlphanumeric
      else { return nil }
      takeBack(3)
      return closeGap(bytes, Self.addressEnd(bytes, index), parts: true)
    case UInt8(ascii: "/"):
      guard let length = domainLength() else { return nil }
      takeBack(length)
      return closeGap(bytes, Self.addressEnd(bytes, index), parts: true)
    case UInt8(ascii: "U"): return placeholder(bytes, index)
    default: return identifier(bytes, index)
    }
  }

  /// The bytes of the scheme written last.
  private func schemeLength() -> Int? {
    let schemes: [StaticString] = ["https", "http", "ftp"]
    for scheme in schemes {
      let length = scheme.utf8CodeUnitCount
      if output.span.hasFolded(scheme, at: output.count - length), !written(length).isWordByte {
        return length
      }
    }
    return nil
  }

  /// The bytes of the domain written last, if its end is a common one and no `@` stands before it.
  private func domainLength() -> Int? {
    guard written(2) == UInt8(ascii: ".") || written(3) == UInt8(ascii: ".") else { return nil }
    var length = 0
    while length < 80,
      written(length).isASCIIAlphanumeric || written(length) == UInt8(ascii: "-")
        || written(length) == UInt8(ascii: ".")
    {
      length += 1
    }
    let ends: [StaticString] = [
      ".com", ".org", ".net", ".edu", ".gov", ".io", ".ai", ".co", ".de", ".uk", ".me", ".ly",
    ]
    guard written(length) != UInt8(ascii: "@"),
      ends.contains(where: {
        length > $0.utf8CodeUnitCount
          && output.span.hasFolded($0, at: output.count - $0.utf8CodeUnitCount)
      })
    else { return nil }
    return length
  }

  /// "this https URL", which listings put in the place of an address.
  private mutating func placeholder(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    guard bytes.has("URL", at: index), !bytes.byte(index + 3).isWordByte, written() == 0x20
    else { return nil }
    takeBack(1)
    let length = schemeLength()
    put(0x20, at: index)
    guard let length else { return nil }
    takeBack(length + 1)
    if wrote("this ") || wrote("This "), !written(5).isWordByte { takeBack(5) }
    return closeGap(bytes, index + 3, parts: true)
  }

  /// A DOI: `10.`, four digits or more, a slash and a suffix; with `doi:` before it.
  private mutating func identifier(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    guard bytes.has("10.", at: index), !written().isWordByte, written() != UInt8(ascii: ".")
    else { return nil }
    var end = index + 3
    while bytes.byte(end).isASCIIDigit { end += 1 }
    guard end - index >= 7, bytes.byte(end) == UInt8(ascii: "/"),
      bytes.byte(end + 1).isASCIIAlphanumeric
    else { return nil }
    let prefixes: [StaticString] = ["doi: ", "doi:", "doi "]
    for prefix in prefixes {
      let length = prefix.utf8CodeUnitCount
      if output.span.hasFolded(prefix, at: output.count - length), !written(length).isWordByte {
        takeBack(length)
        break
      }
    }
    return closeGap(bytes, Self.addressEnd(bytes, end), parts: true)
  }

  /// The end of an address: a blank, quote or closing bracket, less the punctuation before it.
  private static func addressEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var end = index
    var open = 0
    loop: while end < bytes.count {
      switch bytes[end] {
      case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "]"),
        UInt8(ascii: "}"), UInt8(ascii: "{"), UInt8(ascii: "$"):
        break loop
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"):
        if open == 0 { break loop }
        open -= 1
      default: break
      }
      end += 1
    }
    let stops = Array(".,;:!?'".utf8)
    while end > index, stops.contains(bytes[end - 1]) { end -= 1 }
    return end
  }
}
