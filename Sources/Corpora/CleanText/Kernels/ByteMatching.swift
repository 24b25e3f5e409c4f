extension Span where Element == UInt8 {
  /// Whether `text` stands at `index`, in the case that it is written in.
  @inline(__always)
  func has(_ text: StaticString, at index: Int) -> Bool { matches(text, at: index, fold: 0) }

  /// Whether lower-case `text` stands at `index` in any case.
  @inline(__always)
  func hasFolded(_ text: StaticString, at index: Int) -> Bool {
    matches(text, at: index, fold: 0x20)
  }

  private func matches(_ text: StaticString, at index: Int, fold: UInt8) -> Bool {
    guard index >= 0, index + text.utf8CodeUnitCount <= count else { return false }
    return text.withUTF8Buffer { expected in
      for offset in expected.indices {
        let byte = self[index + offset]
        if unsafe (byte.isASCIILetter ? byte | fold : byte) != expected[offset] { return false }
      }
      return true
    }
  }
}
