internal import CTextScanning

/// Hashes of texts and of the shingles of a text: each run of three neighbouring words.
///
/// A word is a run of ASCII letters and digits, folded to lower case, and of all bytes beyond
/// ASCII; an ideograph is a word of its own, since no space stands between them.
enum ShingleKernel {
  /// The number of words in a shingle.
  static var wordCount: Int { Int(PT_SHINGLE_WORDS) }

  /// Puts the hash of each shingle, in order, in the place of what `hashes` holds; a text of fewer
  /// words has none.
  ///
  /// - Complexity: O(bytes).
  static func shingles(of bytes: Span<UInt8>, into hashes: inout [UInt64]) {
    hashes.removeAll(keepingCapacity: true)
    hashes.append(addingCapacity: bytes.count) { output in
      unsafe output.withUnsafeMutableBufferPointer { space, filled in
        filled = unsafe bytes.withUnsafeBufferPointer { bytes in
          unsafe pt_shingles(bytes.baseAddress, bytes.count, space.baseAddress)
        }
      }
    }
  }

  /// The hash of all bytes as they are, eight at a time.
  static func hash(_ bytes: Span<UInt8>, seed: UInt64) -> UInt64 {
    unsafe bytes.withUnsafeBufferPointer { unsafe pt_hash($0.baseAddress, $0.count, seed) }
  }

  /// A number whose bits all depend on all bits of another.
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 { pt_mix(value) }
}
