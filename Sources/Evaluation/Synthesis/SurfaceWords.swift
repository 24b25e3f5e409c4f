import PaperTrends

/// The words, symbols and forms of a whole corpus, with the counts that a generator draws from.
///
/// Words that differ in capitals alone are one word; it is written as it mostly is within sentences.
struct SurfaceWords: Sendable {
  /// How each word or symbol is written.
  private(set) var spellings: [[UInt8]] = []
  private(set) var kinds: [SurfacePiece.Kind] = []
  /// By word: how often it occurs.
  private(set) var occurrences: [Int] = []
  /// By content word: the number of papers with it.
  private(set) var documentFrequency: [Int32] = []
  /// By paper: its content words, each once, in order of first occurrence.
  private(set) var distinctContent: [[Int32]] = []
  /// By paper: how many pieces are content.
  private(set) var contentLengths: [Int32] = []

  /// Merges blocks in their order.
  ///
  /// - Complexity: O(pieces).
  init(_ blocks: [SurfaceBlock]) {
    var ids: [String: Int32] = [:]
    var bestCounts: [Int] = []
    let formIDs = SurfaceForms.merged(blocks)
    for (form, kind, total, plain) in formIDs.forms {
      let key = kind == .symbol ? form : form.lowercased()
      let id: Int
      if let known = ids[key] {
        id = Int(known)
      } else {
        id = spellings.count
        ids[key] = Int32(id)
        spellings.append(Array(form.utf8))
        kinds.append(kind)
        occurrences.append(0)
        bestCounts.append(-1)
      }
      occurrences[id] += total
      let spelling = Array(form.utf8)
      if plain > bestCounts[id]
        || plain == bestCounts[id] && spelling.lexicographicallyPrecedes(spellings[id])
      {
        bestCounts[id] = plain
        spellings[id] = spelling
      }
      wordOfForm.append(Int32(id))
    }
    documentFrequency = [Int32](repeating: 0, count: spellings.count)
    countPapers(blocks, formIDs.ids)
  }

  private var wordOfForm: [Int32] = []

  private mutating func countPapers(_ blocks: [SurfaceBlock], _ formIDs: [[Int32]]) {
    var lastPaper = [Int32](repeating: -1, count: spellings.count)
    for (block, formIDs) in zip(blocks, formIDs) {
      for index in 0..<block.textForms.paperCount {
        let paper = Int32(distinctContent.count)
        let range = Int(block.contentStarts[index])..<Int(block.contentStarts[index + 1])
        var distinct: [Int32] = []
        for local in block.content[range] {
          let word = wordOfForm[Int(formIDs[Int(local)])]
          guard lastPaper[Int(word)] != paper else { continue }
          lastPaper[Int(word)] = paper
          documentFrequency[Int(word)] += 1
          distinct.append(word)
        }
        distinctContent.append(distinct)
        contentLengths.append(Int32(range.count))
      }
    }
    wordOfForm = []
  }
}

/// The forms of all blocks together.
private struct SurfaceForms {
  var forms: [(form: String, kind: SurfacePiece.Kind, total: Int, plain: Int)] = []
  /// By block and the block's form: its place in ``forms``.
  var ids: [[Int32]] = []

  static func merged(_ blocks: [SurfaceBlock]) -> SurfaceForms {
    var merged = SurfaceForms()
    var known: [String: Int32] = [:]
    for block in blocks {
      merged.ids.append(
        block.forms.indices.map { local in
          let form = block.forms[local]
          let id = known[form] ?? Int32(merged.forms.count)
          if Int(id) == merged.forms.count {
            known[form] = id
            merged.forms.append((form, block.kinds[local], 0, 0))
          }
          merged.forms[Int(id)].total += block.occurrences[local]
          merged.forms[Int(id)].plain += block.plainOccurrences[local]
          return id
        })
    }
    return merged
  }
}
