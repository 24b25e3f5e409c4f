/// Where a dump's bytes come from, in blocks of bounded size.
protocol ByteSource: AnyObject {
  /// Appends the next bytes to `buffer`, at most about ``ByteSource/blockSize`` of them.
  ///
  /// - Returns: False at the end, when nothing was appended.
  /// - Throws: ``ByteSourceFault``; what was appended before stays good, and nothing more will come.
  func read(into buffer: inout [UInt8]) throws(ByteSourceFault) -> Bool
}

extension ByteSource {
  /// The number of bytes that one read asks for.
  static var blockSize: Int { 1 << 17 }
}

/// Why no more bytes come from a source that has not ended.
enum ByteSourceFault: Error, Hashable {
  /// The system refused to read, with its own words.
  case system(String)
  /// The bytes are not what they claim to be, as one clause.
  case damaged(String)
}
