internal import Crypto

/// The SHA-256, in hexadecimal, of papers in the order given; of kept papers in canonical order it
/// names a corpus.
///
/// Each paper is its id, title, abstract, date, link, authors, categories and other ids. A text is the
/// number of its UTF-8 bytes (8 bytes, big-endian) and then those bytes; a list is the number of
/// its texts and then the texts; a missing date or link is a list of none, a present one a list of
/// one. So no two different corpora are written alike.
public func corpusDigest(_ papers: [Paper]) -> String {
  var hash = SHA256()
  var encoder = PaperEncoder()
  for paper in papers {
    encoder.append(paper)
    if encoder.bytes.count > 1 << 16 {
      hash.update(data: encoder.bytes)
      encoder.bytes.removeAll(keepingCapacity: true)
    }
  }
  hash.update(data: encoder.bytes)
  return hexadecimal(hash.finalize())
}

/// Writes papers as bytes that no two different papers share.
struct PaperEncoder {
  var bytes: [UInt8] = []

  mutating func append(_ paper: Paper) {
    append(paper.id)
    append(paper.title)
    append(paper.abstract)
    append(paper.date.map { [$0.description] } ?? [])
    append(paper.link.map { [$0] } ?? [])
    append(paper.authors)
    append(paper.categories)
    append(paper.otherIDs)
  }

  private mutating func append(_ texts: [String]) {
    append(texts.count)
    for text in texts { append(text) }
  }

  private mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func append(_ number: Int) {
    bytes.append(addingCapacity: 8) { output in
      for shift in stride(from: 56, through: 0, by: -8) {
        output.append(UInt8(truncatingIfNeeded: number >> shift))
      }
    }
  }
}
