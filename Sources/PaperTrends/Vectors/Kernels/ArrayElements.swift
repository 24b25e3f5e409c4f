internal import Foundation

/// Little-endian numbers of a file as they lie in memory.
enum ArrayElements {
  /// The floating-point numbers of `bits` bits each from byte `start` on.
  static func floats(_ data: Data, from start: Int, count: Int, bits: Int) -> [Float] {
    precondition(bits == 32 || bits == 64, "there are no numbers of \(bits) bits here")
    return unsafe data.withUnsafeBytes { bytes in
      (0..<count).map { index in
        bits == 32
          ? Float(
            bitPattern: unsafe UInt32(
              littleEndian: bytes.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self))
          )
          : Float(
            Double(
              bitPattern: unsafe UInt64(
                littleEndian: bytes.loadUnaligned(
                  fromByteOffset: start + 8 * index, as: UInt64.self))))
      }
    }
  }
}
