extension JSONKeys {
  /// Puts into `record` what the object that fills `range` says about a paper, read straight from
  /// its bytes; false where that takes more than strings and arrays of strings, each field once.
  ///
  /// - Complexity: O(bytes).
  func readPlain(
    _ range: Range<Int>, of bytes: Span<UInt8>, into record: inout RawRecord
  ) -> Bool {
    var seen = 0
    var object = JSONPlainObject(range)
    beginObject()
    return object.forEachMember(in: bytes) { key, value in
      switch (role(of: bytes.extracting(key)), value) {
      case (.none, _), (.field, .null): return true
      case (.wrapper, .other): return false
      case (.wrapper, _): return true
      case (.field(let match), _):
        let bit = 1 << match.field.rawValue
        if seen & bit != 0 { return false }
        seen |= bit
        switch value {
        case .text(let text):
          JSONFields.fill(
            match.field, withText: JSONPlainObject.string(text, in: bytes), in: &record)
        case .texts(let texts) where match.field == .authors:
          record.authors = texts.map { JSONPlainObject.string($0, in: bytes) }
        case .texts(let texts) where match.field == .categories:
          record.categories = texts.map { JSONPlainObject.string($0, in: bytes) }
        default: return false
        }
        return true
      }
    }
  }
}
