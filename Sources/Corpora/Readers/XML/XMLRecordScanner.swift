/// Finds the elements of an XML text that are records, without parsing what is in them.
///
/// So each record can be parsed by itself: a broken one costs nothing but itself, a file of any
/// size needs the memory of one block, and what stands between the records (above all a document
/// type with its entities) never reaches a parser.
struct XMLRecordScanner {
  /// How a record ends.
  enum Ending {
    /// With its end tag.
    case complete
    /// Where another record begins, without an end tag.
    case interrupted
    /// Where the bytes end.
    case cutOff
  }

  /// An element of one of the names.
  struct Record {
    /// Its place among the names.
    var name: Int
    var range: Range<Int>
    var ending: Ending
  }

  private let names: [[UInt8]]
  private var tags: XMLTagScanner

  /// A scanner for elements of these names, whatever their prefix; `isAll` says that no bytes
  /// follow those that it is shown.
  init(names: [String], isAll: Bool) {
    self.names = names.map { Array($0.utf8) }
    tags = XMLTagScanner(isAll: isAll)
  }

  /// The next record, or nil at the end.
  mutating func next(in bytes: Span<UInt8>) -> Record? {
    while let tag = tags.next(in: bytes) {
      guard !tag.isEnd, let name = names.firstIndex(where: { tag.isNamed($0, in: bytes) }) else {
        continue
      }
      return record(name, from: tag, in: bytes)
    }
    return nil
  }

  private mutating func record(_ name: Int, from start: XMLTag, in bytes: Span<UInt8>) -> Record {
    let begin = start.range.lowerBound
    if start.isEmpty {
      return Record(name: name, range: start.range, ending: .complete)
    }
    while let tag = tags.next(in: bytes, inside: names[name]) {
      guard tag.isNamed(names[name], in: bytes) else { continue }
      if tag.isEnd {
        return Record(name: name, range: begin..<tag.range.upperBound, ending: .complete)
      }
      tags.position = tag.range.lowerBound
      return Record(name: name, range: begin..<tags.position, ending: .interrupted)
    }
    return Record(name: name, range: begin..<bytes.count, ending: .cutOff)
  }
}
