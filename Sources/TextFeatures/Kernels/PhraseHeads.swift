internal import CTextScanning

/// How phrases begin: with up to eight bytes of the first word, in any case, and the first byte of
/// the second word, if there is one.
///
/// Nearly all words of a text begin no phrase, and a look at one number tells so. A word is a run of
/// letters, digits and bytes beyond ASCII.
struct PhraseHeads: Sendable, Hashable {
  private var places = PairTable()
  /// By hash of the first word: the upper half has a bit for each second byte, the lower half a bit
  /// for some more of the hash of a phrase of one word.
  private var filter = [UInt64](repeating: 0, count: 1 << filterBits)

  private static let filterBits = 11

  /// The number of different heads.
  var count: Int { places.count }

  /// The place of the head of a phrase, which is added if it is new.
  ///
  /// - Parameters:
  ///   - first: The first word.
  ///   - second: The first byte of the second word, or nil.
  /// - Returns: The place; new heads get the place `count`.
  mutating func insert(_ first: Span<UInt8>, _ second: UInt8?) -> Int32 {
    let head = Head(first, second)
    let lone = Head(first, nil)
    filter[Self.slot(of: head.hash)] |= head.isJoined ? head.bits & ~lone.bits : lone.bits
    return places.insert(head.isJoined ? head.joinedKey : head.key)
  }

  /// Calls `body` with the beginning of each word that has the head of a phrase, and the place of
  /// that head: of those with a second word first.
  ///
  /// What `body` gives back is the end of the phrase that stands there, behind which the search
  /// goes on, or nil where none stands.
  ///
  /// - Complexity: O(words + bytes / 64), beside the bodies.
  @inline(__always)
  func forEach(in text: Span<UInt8>, _ body: (_ start: Int, _ place: Int32) -> Int?) {
    let groupCount = text.count / 64 + 1
    unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * groupCount) { masks in
      guard let words = masks.baseAddress else { return }
      let found = unsafe words + groupCount
      unsafe text.withUnsafeBufferPointer { bytes in
        unsafe pt_word_edges(bytes.baseAddress, bytes.count, words, found)
        unsafe mark(bytes, words: words, found: found, groupCount)
      }
      var passed = 0
      for group in 0..<groupCount {
        var starts = unsafe found[group]
        while starts != 0 {
          let start = group &<< 6 | starts.trailingZeroBitCount
          starts &= starts &- 1
          if start < passed { continue }
          let word = unsafe start..<Self.end(in: words, from: start)
          let head = unsafe text.withUnsafeBufferPointer { unsafe Head(of: word, in: $0) }
          passed = find(head, start, body) ?? passed
        }
      }
    }
  }

  /// Sets in `found` a bit where a word begins that may have a head.
  private func mark(
    _ text: UnsafeBufferPointer<UInt8>, words: UnsafePointer<UInt64>,
    found: UnsafeMutablePointer<UInt64>, _ groupCount: Int
  ) {
    unsafe filter.withUnsafeBufferPointer { filter in
      var before: UInt64 = 0
      for group in 0..<groupCount {
        let word = unsafe words[group]
        var starts = word & ~(word &<< 1 | before)
        before = word &>> 63
        var marks: UInt64 = 0
        while starts != 0 {
          let start = group &<< 6 | starts.trailingZeroBitCount
          let bit = starts & (0 &- starts)
          starts ^= bit
          let head = unsafe Head(of: start..<Self.end(in: words, from: start), in: text)
          let hit = unsafe filter[Self.slot(of: head.hash)] & head.bits
          // All bits where there is a hit: a branch here would often be foretold wrongly.
          marks |= bit & (0 &- (hit | (0 &- hit)) &>> 63)
        }
        unsafe found[group] = marks
      }
    }
  }

  @inline(__always)
  private func find(_ head: Head, _ start: Int, _ body: (Int, Int32) -> Int?) -> Int? {
    if head.isJoined {
      let place = places.place(of: head.joinedKey)
      if place >= 0, let end = body(start, place) { return end }
    }
    let place = places.place(of: head.key)
    return place < 0 ? nil : body(start, place)
  }

  /// The end of the run of word bytes from `start` on; what is read behind the last group does not
  /// matter, since that ends with no word.
  @inline(__always)
  private static func end(in words: UnsafePointer<UInt64>, from start: Int) -> Int {
    var group = start &>> 6
    let shift = UInt64(truncatingIfNeeded: start & 63)
    let ahead = unsafe words[group] &>> shift | (words[group &+ 1] &<< 1) &<< (63 &- shift)
    if ahead != ~0 { return start &+ (~ahead).trailingZeroBitCount }
    repeat { group &+= 1 } while unsafe words[group] == ~0
    return unsafe group &<< 6 &+ (~words[group]).trailingZeroBitCount
  }

  private static func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash &>> UInt64(64 - filterBits))
  }
}

/// The head that a word would give a phrase.
private struct Head {
  /// The first bytes of the word in lower case, as a number.
  let key: UInt64
  /// The first byte of the second word.
  let second: UInt8
  /// Whether there is a second word.
  let isJoined: Bool

  @inline(__always)
  private init(_ bytes: UInt64, length: Int, second: UInt8, isJoined: Bool) {
    let mask = ~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* min(8, length))
    key = (bytes | 0x2020_2020_2020_2020) & mask
    self.second = second
    self.isJoined = isJoined
  }

  init(_ word: Span<UInt8>, _ second: UInt8?) {
    var bytes: UInt64 = 0
    for offset in 0..<min(8, word.count) { bytes |= UInt64(word[offset]) << UInt64(8 * offset) }
    self.init(bytes, length: word.count, second: second ?? 0, isJoined: second != nil)
  }

  @inline(__always)
  init(of word: Range<Int>, in text: UnsafeBufferPointer<UInt8>) {
    let end = word.upperBound
    guard end &+ 8 < text.count else {
      unsafe self.init(ofLast: word, in: text)
      return
    }
    let bytes = unsafe UnsafeRawBufferPointer(text)
      .loadUnaligned(fromByteOffset: word.lowerBound, as: UInt64.self).littleEndian
    unsafe self.init(
      bytes, length: word.count, second: text[end &+ 1],
      isJoined: AcronymDefinition.isJoint(text[end]))
  }

  /// The head of a word near the end of a text, behind which there is nothing to load.
  @inline(never)
  private init(ofLast word: Range<Int>, in text: UnsafeBufferPointer<UInt8>) {
    let end = word.upperBound
    let isJoined = unsafe end + 1 < text.count && AcronymDefinition.isJoint(text[end])
    unsafe self.init(
      UnsafeBufferPointer(rebasing: text[word]).span, isJoined ? text[end + 1] : nil)
  }

  /// The key of both words.
  var joinedKey: UInt64 { key ^ UInt64(second | 0x20) &* 0x9E37_79B9_7F4A_7C15 }

  @inline(__always)
  var hash: UInt64 { PairTable.hash(key) }

  /// The bits of the filter that a phrase may have set.
  @inline(__always)
  var bits: UInt64 {
    1 &<< (hash &>> 40 & 31) | (isJoined ? 1 : 0) &<< (32 | UInt64(second & 31))
  }
}
