extension Span where Element == UInt8 {
  /// Whether `text` stands at `index`, in the case that it is written in.
  @inline(__always)
  func has(_ text: StaticString, at index: Int) -> Bool {
    begins(text, at: index, fold: 0) && matches(text, at: index, fold: 0)
  }

  /// Whether lower-case `text` stands at `index` in any case.
  @inline(__always)
  func hasFolded(_ text: StaticString, at index: Int) -> Bool {
    begins(text, at: index, fold: 0x20) && matches(text, at: index, fold: 0x20)
  }

  /// Whether the first byte of `text` stands at `index`, which it mostly does not, as far as there
  /// are both; inlined, so that the rest is called where it does.
  @inline(__always)
  private func begins(_ text: StaticString, at index: Int, fold: UInt8) -> Bool {
    guard text.utf8CodeUnitCount > 0, index >= 0, index < count else { return true }
    let byte = self[index]
    return unsafe (byte.isASCIILetter ? byte | fold : byte) == text.utf8Start.pointee
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
