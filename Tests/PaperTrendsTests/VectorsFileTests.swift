import Foundation
import LinearAlgebra
import PaperTrends
import TestSupport
import Testing

@Suite struct VectorsFileTests {
  private static func corpus() throws -> Corpus {
    try Corpus.read([Tool.sample], scheduler: BlockScheduler(threads: 2))
  }

  /// Rows that can be told apart: (row + 1, 1).
  private static func elements(_ rows: Int) -> [Float] {
    (0..<rows).flatMap { [Float($0 + 1), 1] }
  }

  @Test func rowsFollowTheInputsRecordsOrTheIds() throws {
    let scratch = try TemporaryFolder()
    let corpus = try Self.corpus()
    let file = scratch.url.appendingPathComponent("v.npy")
    try NPYFile.write(Self.elements(264), shape: [264, 2], to: file)
    let inOrder = try VectorsFile(path: file.path).vectors(of: corpus)
    let positions = Dictionary(uniqueKeysWithValues: corpus.recordIDs.enumerated().map { ($1, $0) })
    for (row, paper) in corpus.papers.enumerated() {
      #expect(inOrder.row(row) == [Float(try #require(positions[paper.id]) + 1), 1])
    }
    let ids = scratch.url.appendingPathComponent("ids.txt")
    let reversed = corpus.papers.map(\.id).reversed()
    try Data((reversed.joined(separator: "\r\n") + "\n").utf8).write(to: ids)
    let byID = try VectorsFile(path: file.path, idsPath: ids.path).vectors(of: corpus)
    #expect(byID.row(0) == [264, 1])
    #expect(byID.row(263) == [1, 1])
  }

  @Test func doublePrecisionIsReadToo() throws {
    let scratch = try TemporaryFolder()
    let corpus = try Self.corpus()
    let file = scratch.url.appendingPathComponent("v.npy")
    var data = NPYFile.header(type: "<f8", shape: [264, 2])
    for value in Self.elements(264) {
      let bits = Double(value).bitPattern
      data.append(contentsOf: (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) })
    }
    try data.write(to: file)
    #expect(try VectorsFile(path: file.path).vectors(of: corpus).columnCount == 2)
  }

  enum Fault: CaseIterable {
    case missing, text, integers, oneDimension, fortran, short, tooFew, zeros, notANumber
    case otherIDs, fewerIDs

    var says: String {
      switch self {
      case .missing: "cannot be read"
      case .text: "is no NumPy array"
      case .integers: "float32"
      case .oneDimension: "two dimensions"
      case .fortran: "column-major"
      case .short: "not as long as its header says"
      case .tooFew: "--vector-ids"
      case .zeros: "zeros for"
      case .notANumber: "no number"
      case .otherIDs: "has no vector for"
      case .fewerIDs: "has 3 lines"
      }
    }
  }

  @Test(arguments: Fault.allCases) func faultsAreOneSentenceThatSaysWhatToDo(fault: Fault) throws {
    let scratch = try TemporaryFolder()
    let corpus = try Self.corpus()
    let file = scratch.url.appendingPathComponent("v.npy")
    let ids = scratch.url.appendingPathComponent("ids.txt")
    var elements = Self.elements(264)
    var idsPath: String?
    switch fault {
    case .missing: break
    case .text: try Data("1 2 3 and then some text".utf8).write(to: file)
    case .integers: try NPYFile.write([Int32](repeating: 1, count: 528), shape: [264, 2], to: file)
    case .oneDimension: try NPYFile.write(elements, shape: [528], to: file)
    case .fortran:
      let header = String(
        decoding: NPYFile.header(type: "<f4", shape: [264, 2]).dropFirst(10), as: UTF8.self)
      let changed = header.replacingOccurrences(of: "False", with: "True ")
      try (NPYFile.header(type: "<f4", shape: [264, 2]).prefix(10) + Data(changed.utf8)).write(
        to: file)
    case .short:
      try (NPYFile.header(type: "<f4", shape: [264, 2]) + Data(count: 100)).write(to: file)
    case .tooFew: try NPYFile.write(Self.elements(200), shape: [200, 2], to: file)
    case .zeros:
      (elements[20], elements[21]) = (0, 0)
      try NPYFile.write(elements, shape: [264, 2], to: file)
    case .notANumber:
      elements[20] = .nan
      try NPYFile.write(elements, shape: [264, 2], to: file)
    case .otherIDs:
      try NPYFile.write(elements, shape: [264, 2], to: file)
      try Data((0..<264).map { "x\($0)" }.joined(separator: "\n").utf8).write(to: ids)
      idsPath = ids.path
    case .fewerIDs:
      try NPYFile.write(elements, shape: [264, 2], to: file)
      try Data("a\nb\nc\n".utf8).write(to: ids)
      idsPath = ids.path
    }
    let error = #expect(throws: VectorsFileError.self) {
      try VectorsFile(path: file.path, idsPath: idsPath).vectors(of: corpus)
    }
    let sentence = try #require(error).description
    #expect(sentence.contains(fault.says), "\(sentence)")
    #expect(sentence.hasSuffix(".") && !sentence.contains("\n"))
  }

  @Test func aFitTakesThem() throws {
    let scratch = try TemporaryFolder()
    let file = scratch.url.appendingPathComponent("v.npy")
    try NPYFile.write(Self.elements(264), shape: [264, 2], to: file)
    var options = PipelineOptions(
      threads: 2, today: try #require(PublicationDate(year: 2026, month: 1, day: 1)))
    options.topics.topicCount = .fixed(4)
    options.vectors = VectorsFile(path: file.path)
    let fitted = try FittedCorpus.fit(inputs: [Tool.sample], options: options)
    #expect(fitted.model.documentVectors.columnCount == 2)
    let again = fitted.model.assign(tfidf: fitted.tfidf, scheduler: BlockScheduler(threads: 1))
    #expect(again == fitted.model.labels.map { $0 < 0 ? nil : Int($0) })
  }
}
