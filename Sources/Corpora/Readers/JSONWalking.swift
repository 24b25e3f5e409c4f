/// Finds the records in JSON text, one after the other, without reading them.
protocol JSONWalking {
  init()

  /// The next record, or nil after the last.
  mutating func next(in bytes: Span<UInt8>) -> JSONValueScanner.Value?

  /// Goes back to where reading can go on after a record that was cut off, and returns what of
  /// the record is before it.
  mutating func resume(after value: JSONValueScanner.Value, in bytes: Span<UInt8>) -> Range<Int>
}

extension JSONValueScanner: JSONWalking {}

extension JSONWalking {
  /// The end of the first record that ends at `minimum` or later.
  static func endOfRecords(in bytes: Span<UInt8>, reaching minimum: Int) -> Int? {
    var scanner = Self()
    while let value = scanner.next(in: bytes), value.ending != .cutOff {
      if value.range.upperBound >= minimum { return value.range.upperBound }
    }
    return nil
  }

  /// All records of a block, with their lines.
  static func records(in bytes: Span<UInt8>) -> [(line: Int, range: Range<Int>)] {
    var scanner = Self()
    var values: [(line: Int, range: Range<Int>)] = []
    while let value = scanner.next(in: bytes) {
      values.append((value.line, value.range))
      if value.ending == .cutOff {
        values[values.count - 1].range = scanner.resume(after: value, in: bytes)
      }
    }
    return values
  }

  /// The places of the first records of a sample, for a look at their keys.
  static func sampleRecords(in bytes: Span<UInt8>) -> [Range<Int>] {
    var scanner = Self()
    var records: [Range<Int>] = []
    while records.count < JSONRecordKeys.recordCount, let value = scanner.next(in: bytes) {
      records.append(value.range)
    }
    return records
  }
}
