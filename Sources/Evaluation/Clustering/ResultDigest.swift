import Crypto
import PaperTrends
import TopicModeling

/// The SHA-256 of a fit's results: labels, centroids, document vectors to the last bit, and the
/// topics' words.
struct ResultDigest {
  private var hash = SHA256()
  private var bytes: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// The digest in hexadecimal.
  static func of(_ model: TopicModel) -> String {
    var digest = ResultDigest()
    digest.append(model.labels.lazy.map { UInt32(bitPattern: $0) })
    digest.append([UInt32(model.centroids.rowCount), UInt32(model.centroids.columnCount)])
    digest.append(model.centroids.elements.lazy.map(\.bitPattern))
    digest.append(model.documentVectors.elements.lazy.map(\.bitPattern))
    for topic in model.topics {
      digest.append(topic.label)
      for term in topic.terms { digest.append(term.term) }
    }
    digest.hash.update(data: digest.bytes)
    let digits = Array("0123456789abcdef")
    return String(digest.hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  private mutating func append(_ numbers: some Sequence<UInt32>) {
    for number in numbers {
      bytes.append(UInt8(truncatingIfNeeded: number))
      bytes.append(UInt8(truncatingIfNeeded: number >> 8))
      bytes.append(UInt8(truncatingIfNeeded: number >> 16))
      bytes.append(UInt8(truncatingIfNeeded: number >> 24))
      if bytes.count >= Self.bufferSize { flush() }
    }
  }

  private mutating func append(_ text: String) {
    append([UInt32(truncatingIfNeeded: text.utf8.count)])
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func flush() {
    hash.update(data: bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
