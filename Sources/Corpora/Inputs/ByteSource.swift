/// Where a dump's bytes come from, in blocks of bounded size.
protocol ByteSource: AnyObject {
  /// Appends the next bytes to `buffer`, at most `count` of them or the little that was unpacked
  /// in one go.
  ///
  /// - Returns: False at the end, when nothing was appended.
  /// - Throws: ``ByteSourceFault``; what was appended before stays good, and nothing more will come.
  func read(
    into buffer: inout [UInt8], atMost count: Int
  ) throws(ByteSourceFault) -> Bool
}

extension ByteSource {
  /// A number of bytes to ask for where nothing else says how many.
  static var blockSize: Int { 1 << 17 }

  func read(into buffer: inout [UInt8]) throws(ByteSourceFault) -> Bool {
    try read(into: &buffer, atMost: Self.blockSize)
  }
}

/// Why no more bytes come from a source that has not ended.
enum ByteSourceFault: Error, Hashable {
  /// The system refused to read, with its own words.
  case system(String)
  /// The bytes are not what they claim to be, as one clause.
  case damaged(String)
}
