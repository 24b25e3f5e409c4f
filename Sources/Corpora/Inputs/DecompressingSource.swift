/// A streaming decompressor: compressed bytes in, plain bytes out.
protocol StreamDecoder: AnyObject {
  /// What people call the compression.
  static var name: String { get }
  /// The bytes with which each member begins.
  static var magic: [UInt8] { get }
  init() throws(ByteSourceFault)
  /// Gets ready for the next member.
  func reset()
  /// Takes from `input[start...]` what fits into `output`, from its beginning.
  func step(_ input: [UInt8], from start: Int, into output: inout [UInt8]) -> DecodingStep
}

/// What one step of a decompressor did.
struct DecodingStep {
  enum Outcome {
    case running
    case memberEnded
    case damaged(String)
  }
  var consumed: Int
  var produced: Int
  var outcome: Outcome
}

/// The plain bytes of a compressed source, member after member.
///
/// Members may be concatenated, as `cat a.gz b.gz` makes them, and padded with zero bytes, as tapes
/// and some block stores leave them.
final class DecompressingSource<Decoder: StreamDecoder>: ByteSource {
  private let input: FileSource
  private let decoder: Decoder
  private var compressed: [UInt8]
  private var position = 0
  private var output = [UInt8](repeating: 0, count: blockSize)
  private var isBetweenMembers = false
  private var fault: ByteSourceFault?
  private var consumedCount = 0
  private var producedCount = 0

  /// More bytes than so many for each compressed one are no dump, but made to fill a machine.
  static var ratioLimit: Int { 250 }
  /// The plain bytes from which ``ratioLimit`` counts.
  static var ratioGrace: Int { 1 << 25 }

  /// The plain bytes of `input`, of which `head` has been read already.
  init(_ input: FileSource, head: [UInt8]) throws(ByteSourceFault) {
    self.input = input
    compressed = head
    decoder = try Decoder()
  }

  func read(
    into buffer: inout [UInt8], atMost count: Int
  ) throws(ByteSourceFault) -> Bool {
    if let fault { throw fault }
    do throws(ByteSourceFault) {
      return try decode(into: &buffer)
    } catch {
      fault = error
      throw error
    }
  }

  private func decode(into buffer: inout [UInt8]) throws(ByteSourceFault) -> Bool {
    while true {
      if position == compressed.count {
        guard try refill() else {
          if isBetweenMembers { return false }
          throw .damaged("the \(Decoder.name) data ends before it is complete")
        }
      }
      if isBetweenMembers {
        guard try startNextMember() else { continue }
      }
      let step = decoder.step(compressed, from: position, into: &output)
      position += step.consumed
      consumedCount += step.consumed
      producedCount += step.produced
      if producedCount > Self.ratioGrace, producedCount / Self.ratioLimit > consumedCount {
        throw .damaged(
          "the \(Decoder.name) data unpacks to more than \(Self.ratioLimit) times its size")
      }
      buffer.append(contentsOf: output[..<step.produced])
      switch step.outcome {
      case .damaged(let reason): throw .damaged("the \(Decoder.name) data is damaged (\(reason))")
      case .memberEnded: isBetweenMembers = true
      case .running:
        if step.consumed == 0 && step.produced == 0 && position < compressed.count {
          throw .damaged("the \(Decoder.name) data is damaged (no progress)")
        }
      }
      if step.produced > 0 { return true }
    }
  }

  private func refill() throws(ByteSourceFault) -> Bool {
    compressed.removeAll(keepingCapacity: true)
    position = 0
    return try input.read(into: &compressed)
  }

  /// Skips padding; true when another member begins at ``position``.
  private func startNextMember() throws(ByteSourceFault) -> Bool {
    while position < compressed.count, compressed[position] == 0 { position += 1 }
    guard position < compressed.count else { return false }
    guard compressed[position] == Decoder.magic[0] else {
      throw .damaged("bytes that are not \(Decoder.name) follow the \(Decoder.name) data")
    }
    decoder.reset()
    isBetweenMembers = false
    return true
  }
}
