internal import CCompression

/// Makes compressed bytes for tests, with the libraries that the decoders use.
public enum Compressing {
  /// One gzip member.
  public static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    let gzipOnly = 16 + MAX_WBITS
    unsafe deflateInit2_(
      &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipOnly, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { unsafe deflateEnd(&stream) }
    var source = bytes
    var target = [UInt8](repeating: 0, count: Int(unsafe deflateBound(&stream, UInt(bytes.count))))
    let capacity = target.count
    unsafe source.withUnsafeMutableBufferPointer { input in
      unsafe target.withUnsafeMutableBufferPointer { output in
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(output.count)
        _ = unsafe deflate(&stream, Z_FINISH)
      }
    }
    return Array(target[..<(capacity - Int(unsafe stream.avail_out))])
  }

  /// One zstd frame.
  public static func zstd(_ bytes: [UInt8]) -> [UInt8] {
    var target = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let count = unsafe target.withUnsafeMutableBytes { output in
      unsafe bytes.withUnsafeBytes { input in
        unsafe ZSTD_compress(output.baseAddress, output.count, input.baseAddress, input.count, 3)
      }
    }
    return Array(target[..<count])
  }
}
