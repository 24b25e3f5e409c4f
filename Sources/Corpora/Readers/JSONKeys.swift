internal import Foundation

/// Finds the fields of a paper in a JSON object by the names of its keys.
///
/// Some programs put the paper, or its identifiers, into an object of its own inside the record
/// (``Wrapper``); its keys count as the record's.
final class JSONKeys {
  /// An object inside a record whose keys are the record's.
  enum Wrapper {
    /// It tells of the paper, better than the record around it does.
    case paper
    /// It holds identifiers by the names of those who give them.
    case identifiers

    static func named(_ foldedName: String) -> Wrapper? {
      switch foldedName {
      case "paper", "content": .paper
      case "externalids", "ids": .identifiers
      default: nil
      }
    }

    /// Whether `field` is read where it stands in such an object.
    func holds(_ field: PaperField) -> Bool { self == .paper || field == .arXivID || field == .doi }
  }

  enum Role {
    case field(FieldNames.Match)
    case wrapper(Wrapper)
    case none
  }

  private struct Candidate {
    var match: FieldNames.Match
    var isInner: Bool
    var key: String
    var value: Any
  }

  private var roles: [String: Role] = [:]
  /// The keys in the order in which they were first met, which is mostly the order of every object.
  private var met: [(key: [UInt8], role: Role)] = []
  /// The place in ``met`` of the key that is expected next.
  private var expected = 0
  private let columns: ColumnMap?

  /// Keys by their usual names, or by `columns` where it names them.
  init(columns: ColumnMap? = nil) { self.columns = columns }

  /// What `object` says about a paper.
  func record(from object: [String: Any]) -> RawRecord {
    var record = RawRecord()
    var seen = 0
    for (key, value) in object {
      switch role(of: key) {
      case .none: continue
      case .wrapper: if value is [String: Any] { return rankedRecord(from: object) }
      case .field(let match):
        if value is NSNull { continue }
        let bit = 1 << match.field.rawValue
        if seen & bit != 0 { return rankedRecord(from: object) }
        seen |= bit
        JSONFields.fill(match.field, with: value, in: &record)
      }
    }
    return record
  }

  /// As ``record(from:)``, where several keys are names of one field or stand in an inner object.
  private func rankedRecord(from object: [String: Any]) -> RawRecord {
    var candidates: [Candidate] = []
    for (key, value) in object {
      switch role(of: key) {
      case .none: continue
      case .field(let match):
        candidates.append(Candidate(match: match, isInner: false, key: key, value: value))
      case .wrapper(let wrapper):
        if let inner = value as? [String: Any] { candidates += self.candidates(in: inner, wrapper) }
      }
    }
    candidates.sort { left, right in
      if left.isInner != right.isInner { return left.isInner }
      if left.match.rank != right.match.rank { return left.match.rank < right.match.rank }
      return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }
    var record = RawRecord()
    for candidate in candidates where !(candidate.value is NSNull) {
      JSONFields.fill(candidate.match.field, with: candidate.value, in: &record)
    }
    JSONFields.complete(&record, from: object)
    return record
  }

  private func candidates(in inner: [String: Any], _ wrapper: Wrapper) -> [Candidate] {
    inner.compactMap { key, value in
      guard case .field(let match) = role(of: key), wrapper.holds(match.field) else { return nil }
      return Candidate(match: match, isInner: wrapper == .paper, key: key, value: value)
    }
  }

  private func role(of key: String) -> Role {
    if let role = roles[key] { return role }
    let role: Role =
      if let match = ColumnMap.match(key, in: columns) {
        .field(match)
      } else if let wrapper = Wrapper.named(FieldNames.folded(key)) {
        .wrapper(wrapper)
      } else {
        .none
      }
    roles[key] = role
    return role
  }

  // MARK: Keys as bytes

  /// Begins a new object, whose keys are asked for in their order.
  func beginObject() { expected = 0 }

  /// What a key means, by its bytes.
  func role(of key: Span<UInt8>) -> Role {
    for place in expected..<max(expected, met.count) where Self.isEqual(met[place].key, key) {
      expected = place + 1
      return met[place].role
    }
    let role = role(of: ByteScan.string(key))
    if met.count < Self.metLimit {
      met.insert(((0..<key.count).map { key[$0] }, role), at: min(expected, met.count))
      expected += 1
    }
    return role
  }

  /// The most keys that are kept in order.
  private static let metLimit = 64

  private static func isEqual(_ known: [UInt8], _ key: Span<UInt8>) -> Bool {
    guard known.count == key.count else { return false }
    for index in key.indices where known[index] != key[index] { return false }
    return true
  }
}
