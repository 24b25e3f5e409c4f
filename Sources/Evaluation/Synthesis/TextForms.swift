/// The outer form of each paper's texts: how many pieces the title has, and each sentence of the
/// abstract.
struct TextForms: Sendable {
  /// The most pieces of one sentence; a longer one counts as two.
  static let sentenceLimit = 120

  /// By paper: the pieces of its title.
  private(set) var titleLengths: [UInt8] = []
  /// By paper: whether most words of its title begin with a capital letter.
  private(set) var capitalizesTitle: [Bool] = []
  private var sentenceLengths: [UInt8] = []
  private var sentenceStarts: [Int32] = [0]

  var paperCount: Int { titleLengths.count }

  /// The number of pieces of each sentence of a paper's abstract.
  func sentences(ofPaper paper: Int) -> ArraySlice<UInt8> {
    sentenceLengths[Int(sentenceStarts[paper])..<Int(sentenceStarts[paper + 1])]
  }

  mutating func append(titleLength: Int, capitalizesTitle: Bool, sentences: [UInt8]) {
    titleLengths.append(UInt8(clamping: titleLength))
    self.capitalizesTitle.append(capitalizesTitle)
    sentenceLengths += sentences
    sentenceStarts.append(Int32(sentenceLengths.count))
  }

  mutating func append(_ other: TextForms) {
    let offset = Int32(sentenceLengths.count)
    titleLengths += other.titleLengths
    capitalizesTitle += other.capitalizesTitle
    sentenceLengths += other.sentenceLengths
    sentenceStarts += other.sentenceStarts.dropFirst().map { $0 + offset }
  }
}
