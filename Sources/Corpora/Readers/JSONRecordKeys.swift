/// The keys of the first records of a sample, in the order in which they come up.
struct JSONRecordKeys {
  /// The number of records that are looked at.
  static let recordCount = 20

  /// The keys at the top of the records; those of a ``JSONKeys/Wrapper`` as `paper.title`.
  private(set) var names: [String] = []
  private var known: Set<String> = []

  /// The keys of the objects at `records`.
  init(_ records: [Range<Int>], of bytes: Span<UInt8>) {
    for record in records.prefix(Self.recordCount) where bytes[record.lowerBound] == openBrace {
      add(at: record.lowerBound, below: nil, of: bytes.extracting(0..<record.upperBound))
    }
  }

  private let openBrace = UInt8(ascii: "{")

  func contains(_ name: String) -> Bool { known.contains(name) }

  private mutating func add(at start: Int, below wrapper: String?, of bytes: Span<UInt8>) {
    var members = JSONMemberScanner(inside: start + 1)
    while let key = members.nextKey(in: bytes) {
      let own = String(decoding: key.map { bytes[$0] }, as: UTF8.self)
      let name = wrapper.map { "\($0).\(own)" } ?? own
      if known.insert(name).inserted { names.append(name) }
      let isWrapper = wrapper == nil && JSONKeys.Wrapper.named(FieldNames.folded(own)) != nil
      if isWrapper, members.position < bytes.count, bytes[members.position] == openBrace {
        add(at: members.position, below: own, of: bytes)
      }
    }
  }

  /// The names with the fields that they are read as.
  func fields(by columns: ColumnMap?) -> [SeenField] {
    names.map { name in
      let match = ColumnMap.match(name, in: columns) ?? Self.innerMatch(name, in: columns)
      return SeenField(name: name, field: match?.field)
    }
  }

  /// What a key inside a wrapper is read as.
  private static func innerMatch(_ name: String, in columns: ColumnMap?) -> FieldNames.Match? {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let wrapper = JSONKeys.Wrapper.named(FieldNames.folded(parts[0])),
      let match = ColumnMap.match(parts[1], in: columns), wrapper.holds(match.field)
    else { return nil }
    return match
  }
}
