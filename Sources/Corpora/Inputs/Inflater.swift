internal import CCompression

/// zlib's inflate for gzip members, one step at a time.
@safe final class Inflater: StreamDecoder {
  static let name = "gzip"
  static let magic: [UInt8] = [0x1F, 0x8B]

  /// On the heap because zlib keeps the address of its stream.
  private let stream: UnsafeMutablePointer<z_stream>

  /// A decoder at the beginning of a member.
  init() throws(ByteSourceFault) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let gzipOnly: Int32 = 16 + MAX_WBITS
    let status = unsafe inflateInit2_(
      stream, gzipOnly, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if status != Z_OK { throw .system("zlib cannot start (status \(status))") }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  func reset() { unsafe inflateReset(stream) }

  func step(_ input: [UInt8], from start: Int, into output: inout [UInt8]) -> DecodingStep {
    let status = unsafe input.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(
          mutating: source.baseAddress.map { unsafe $0 + start })
        unsafe stream.pointee.avail_in = UInt32(source.count - start)
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(target.count)
        return unsafe inflate(stream, Z_NO_FLUSH)
      }
    }
    let consumed = unsafe input.count - start - Int(stream.pointee.avail_in)
    let produced = unsafe output.count - Int(stream.pointee.avail_out)
    let outcome: DecodingStep.Outcome =
      switch status {
      case Z_STREAM_END: .memberEnded
      case Z_OK, Z_BUF_ERROR: .running
      default:
        .damaged(unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "bad data")
      }
    return DecodingStep(consumed: consumed, produced: produced, outcome: outcome)
  }
}
