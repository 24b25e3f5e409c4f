internal import CCompression

/// zlib's deflate, a whole gzip member at a time; concatenated members are one gzip file.
enum GzipMember {
  /// Level 4 writes a dump a quarter larger than level 6 does, in half the time.
  private static let level: Int32 = 4

  /// The bytes as one gzip member without a name or a time of day.
  static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    let gzipOnly = 16 + MAX_WBITS
    let status = unsafe deflateInit2_(
      &stream, level, Z_DEFLATED, gzipOnly, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib cannot start (status \(status))")
    defer { unsafe deflateEnd(&stream) }
    let capacity = Int(unsafe deflateBound(&stream, UInt(bytes.count)))
    return unsafe [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
      unsafe bytes.withUnsafeBufferPointer { source in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(target.count)
        let status = unsafe deflate(&stream, Z_FINISH)
        precondition(status == Z_STREAM_END, "zlib did not finish (status \(status))")
      }
      count = unsafe target.count - Int(stream.avail_out)
    }
  }
}
