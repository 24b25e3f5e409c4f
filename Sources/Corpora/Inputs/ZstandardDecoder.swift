internal import CCompression

/// The zstd library's streaming decoder, one step at a time.
///
/// Windows of up to 128 MB, the library's default bound; a frame made with a longer window
/// (`zstd --long=28` and up) is reported as damaged, with that reason.
@safe final class ZstandardDecoder: StreamDecoder {
  static let name = "zstd"
  static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

  private let stream: OpaquePointer

  /// A decoder at the beginning of a frame.
  init() throws(ByteSourceFault) {
    guard let created = unsafe ZSTD_createDStream() else {
      throw .system("no memory for the zstd decoder")
    }
    unsafe stream = created
  }

  deinit { unsafe ZSTD_freeDStream(stream) }

  func reset() { _ = unsafe ZSTD_DCtx_reset(stream, ZSTD_reset_session_only) }

  func step(_ input: [UInt8], from start: Int, into output: inout [UInt8]) -> DecodingStep {
    var consumed = 0
    var produced = 0
    let status = unsafe input.withUnsafeBytes { source in
      unsafe output.withUnsafeMutableBytes { target in
        var reading = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: start)
        var writing = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
        let status = unsafe ZSTD_decompressStream(stream, &writing, &reading)
        consumed = unsafe reading.pos - start
        produced = unsafe writing.pos
        return status
      }
    }
    let outcome: DecodingStep.Outcome =
      if ZSTD_isError(status) != 0 {
        .damaged(unsafe String(cString: ZSTD_getErrorName(status)))
      } else if status == 0 {
        .memberEnded
      } else {
        .running
      }
    return DecodingStep(consumed: consumed, produced: produced, outcome: outcome)
  }
}
