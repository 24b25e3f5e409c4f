/// The bytes of one term, packed eight to a word and padded with zero bytes.
///
/// So terms are hashed and compared a word at a time. A term holds no zero byte, so equal words are
/// equal terms.
struct TermKey: ~Copyable {
  /// The longest term that is kept, in bytes; what is longer is no word.
  static let maximumByteCount = 128

  var words = InlineArray<17, UInt64>(repeating: 0)
  var byteCount = 0
  /// The word being filled; it is in `words` only after ``finish()``.
  var pending: UInt64 = 0
  /// The first two words and the hash of all, from ``finish()``: enough to find a short term, so
  /// that the array, which a borrow may copy, is read for long terms alone.
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private(set) var hash: UInt64 = 0
  private var wrapped = false

  /// Whether more bytes came than a term can have.
  var overflowed: Bool { wrapped || byteCount > Self.maximumByteCount }

  var wordCount: Int { (byteCount &+ 7) >> 3 }

  @inline(__always)
  mutating func clear() {
    byteCount = 0
    pending = 0
    wrapped = false
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    pending |= UInt64(byte) << UInt64((byteCount & 7) &* 8)
    byteCount &+= 1
    if byteCount & 7 == 0 { flush() }
  }

  @inline(__always)
  mutating func flush() {
    words[(byteCount >> 3) &- 1] = pending
    pending = 0
    if byteCount > Self.maximumByteCount {
      wrapped = true
      byteCount = 0
    }
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    UTF8.encode(scalar)?.forEach { append($0) }
  }

  /// Puts the pending bytes in place and hashes them, a word at a time.
  @inline(__always)
  mutating func finish() {
    if byteCount & 7 != 0 { words[byteCount >> 3] = pending }
    first = byteCount < 8 ? pending : words[0]
    second = byteCount > 8 ? words[1] : 0
    var hash = Self.hash(first, second)
    for index in 2..<max(2, wordCount) { hash = Self.hash(words[index], hash) }
    self.hash = hash
  }

  /// The hash of two words, by the upper and the lower half of a product.
  @inline(__always)
  static func hash(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = (first ^ 0x9E37_79B9_7F4A_7C15)
      .multipliedFullWidth(by: second ^ 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  /// The key as a short one, from ``finish()``, if it is.
  @inline(__always)
  var short: ShortTermKey? {
    byteCount > ShortTermKey.maximumByteCount
      ? nil : ShortTermKey(first: first, second: second, hash: hash)
  }

  /// The key of a string's bytes as they are.
  init(_ text: String) {
    for byte in text.utf8 { append(byte) }
    finish()
  }

  init() {}

  /// The bytes as text.
  var text: String {
    let bytes = (0..<byteCount).map { UInt8(truncatingIfNeeded: words[$0 >> 3] >> (($0 & 7) * 8)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The bytes of a term of at most sixteen bytes.
struct ShortTermKey {
  static let maximumByteCount = 16

  let first: UInt64
  /// The bytes behind the eighth, or zero.
  let second: UInt64
  let hash: UInt64

  @inline(__always)
  init(first: UInt64, second: UInt64, hash: UInt64) {
    self.first = first
    self.second = second
    self.hash = hash
  }

  /// The key with the hash that a ``TermKey`` of the same bytes has.
  @inline(__always)
  init(first: UInt64, second: UInt64) {
    self.first = first
    self.second = second
    hash = TermKey.hash(first, second)
  }
}
