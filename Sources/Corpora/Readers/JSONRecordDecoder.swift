internal import Foundation

/// Reads JSON texts that hold one object each.
///
/// Most are read straight from their bytes; the others one after another as one array, which is
/// several times faster than one by one; and only where that fails, each by itself, so that a bad
/// text costs nothing but itself.
struct JSONRecordDecoder {
  private let keys: JSONKeys

  /// Keys by their usual names, or by `columns` where it names them.
  init(columns: ColumnMap? = nil) { keys = JSONKeys(columns: columns) }

  /// Adds the objects at `texts`, ranges of `bytes` with the lines on which they begin.
  func decode(
    _ texts: [(line: Int, range: Range<Int>)], of bytes: [UInt8],
    into records: inout RecordCollector
  ) {
    var refused: [(line: Int, range: Range<Int>)] = []
    records.reserveCapacity(texts.count)
    for text in texts {
      var record = RawRecord()
      guard keys.readPlain(text.range, of: bytes.span, into: &record) else {
        refused.append(text)
        continue
      }
      interpret(&refused, of: bytes, into: &records)
      records.add(consume record, line: text.line)
    }
    interpret(&refused, of: bytes, into: &records)
  }

  /// Adds the objects at `texts` by way of values, and forgets the ranges.
  private func interpret(
    _ texts: inout [(line: Int, range: Range<Int>)], of bytes: [UInt8],
    into records: inout RecordCollector
  ) {
    if texts.isEmpty { return }
    if let objects = decodeAtOnce(texts.map(\.range), of: bytes) {
      for (text, object) in zip(texts, objects) {
        records.add(keys.record(from: object), line: text.line)
      }
    } else {
      for text in texts { decode(Array(bytes[text.range]), line: text.line, into: &records) }
    }
    texts.removeAll(keepingCapacity: true)
  }

  /// All texts as one array, or nil where any is not a JSON object.
  ///
  /// Texts are joined by a comma and a line end: since no JSON string holds a bare line end, and
  /// each text is an object from its first byte to its last, a fault in one cannot hide in the
  /// next.
  private func decodeAtOnce(_ ranges: [Range<Int>], of bytes: [UInt8]) -> [[String: Any]]? {
    var joined: [UInt8] = []
    joined.reserveCapacity(bytes.count + 2 * ranges.count + 2)
    joined.append(UInt8(ascii: "["))
    for range in ranges {
      guard let last = range.last, bytes[range.lowerBound] == UInt8(ascii: "{"),
        bytes[last] == UInt8(ascii: "}")
      else { return nil }
      if joined.count > 1 { joined.append(contentsOf: [UInt8(ascii: ","), 0x0A]) }
      joined.append(contentsOf: bytes[range])
    }
    joined.append(UInt8(ascii: "]"))
    guard let array = try? JSONSerialization.jsonObject(with: Data(joined)) as? [[String: Any]],
      array.count == ranges.count
    else { return nil }
    return array
  }

  private func decode(_ text: [UInt8], line: Int, into records: inout RecordCollector) {
    do {
      records.add(try record(text), line: line)
    } catch {
      guard let mended = Self.mend(text), var record = try? record(mended.bytes) else {
        return records.drop(line: line, Self.reason(error, text))
      }
      record.faults = mended.faults
      records.add(record, line: line)
    }
  }

  /// JSON in place of what is nearly JSON, or of what Python prints.
  private static func mend(_ text: [UInt8]) -> (bytes: [UInt8], faults: [String])? {
    guard text.starts(with: Array("{'".utf8)), let json = PythonLiteral.json(text) else {
      return JSONMending.mend(text)
    }
    let mended = JSONMending.mend(json)
    return (
      mended?.bytes ?? json,
      ["no JSON but a Python dictionary, read as such"] + (mended?.faults ?? [])
    )
  }

  private struct NotAnObject: Error {}

  private func record(_ text: [UInt8]) throws -> RawRecord {
    let value = try JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
    guard let object = value as? [String: Any] else { throw NotAnObject() }
    return keys.record(from: object)
  }

  private static func reason(_ error: any Error, _ text: [UInt8]) -> String {
    if error is NotAnObject { return "a JSON value, but not an object" }
    if text.starts(with: Array("{'".utf8)) {
      return "not JSON: single quotes, as Python prints a dictionary; write it with json.dumps"
    }
    if text.first == UInt8(ascii: "{"), text.last != UInt8(ascii: "}") {
      return "not JSON: the object does not end on its line"
    }
    let detail = (error as NSError).userInfo["NSDebugDescription"] as? String
    guard let detail else { return "not JSON" }
    return "not JSON: " + detail.prefix(1).lowercased()
      + detail.dropFirst().trimmingCharacters(in: ["."])
  }
}
