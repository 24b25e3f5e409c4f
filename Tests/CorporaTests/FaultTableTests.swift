import BlockScheduling
import Corpora
import Foundation
import TestSupport
import Testing

/// Bad input never costs the good records around it, and what is said about it names it.
@Suite struct FaultTableTests {
  @Test(arguments: FaultTable.all) func isSurvived(_ fault: Fault) throws {
    let folder = try TemporaryFolder()
    for file in fault.files { try folder.write(file.bytes(), to: file.name) }
    let inputs = fault.inputs.map { "\(folder.path)/\($0)" }
    let options = try Self.readingOptions(fault.options)
    let outcome = Result { () throws(CorpusError) -> Corpus in
      try Corpus.read(inputs, options: options, scheduler: BlockScheduler(threads: 1))
    }
    switch outcome {
    case .success(let corpus):
      #expect(corpus.balances)
      #expect(corpus.papers.map(\.id) == fault.kept, "\(corpus.problems)")
      if let says = fault.says {
        #expect(corpus.problems.contains { $0.reason.contains(says) }, "\(corpus.problems)")
      } else {
        #expect(corpus.problems.filter { !$0.dropped }.isEmpty, "\(corpus.problems)")
      }
    case .failure(let error):
      #expect(fault.kept == nil, "\(error)")
      #expect(fault.status == (error.kind == .noInput ? 66 : 65))
      #expect(error.description.contains(fault.says ?? ""), "\(error)")
      #expect(error.description.contains(folder.path), "\(error)")
    }
  }

  @Test func theTableIsLargeAndItsNamesAreDistinct() {
    #expect(FaultTable.all.count >= 60)
    #expect(Set(FaultTable.all.map(\.name)).count == FaultTable.all.count)
  }

  /// A file that is cut while it is read loses what is cut, and nothing before it.
  @Test func aFileThatShrinksWhileItIsRead() throws {
    let folder = try TemporaryFolder()
    let count = 12_000
    let path = try folder.write(Fixture.lines(count), to: "input")
    let corpus = try Corpus.read([path], scheduler: BlockScheduler(threads: 1)) { event in
      guard case .opened = event else { return }
      let status = unsafe truncate(path, 1_000_000)
      #expect(status == 0)
    }
    let size = try #require(
      FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
    #expect(size == 1_000_000 && corpus.balances)
    #expect(corpus.papers.count > 2_000 && corpus.papers.count < count)
    #expect(corpus.droppedCount == 1)
    #expect(corpus.problems.map(\.reason) == ["not JSON: the object does not end on its line"])
  }

  /// No answer, table or page is larger in memory than a batch: a list is read piece by piece.
  @Test func aLongAnswerIsReadInPieces() throws {
    let list = (0..<6_000).map { Fixture.line($0) }.joined(separator: ",\n")
    let text =
      "{\"meta\": {\"count\": 6000, \"note\": \"[{\"},\n\"results\": [\(list)], \"next\": {}}\n"
    let corpus = try Corpus.read(text: text + text, options: CorpusReadingOptions())
    #expect(corpus.read == 12_000 && corpus.papers.count == 6_000 && corpus.problems.isEmpty)
    let lines = try Corpus.read(text: Fixture.lines(6_000))
    #expect(corpus.papers == lines.papers)
    #expect(corpus.sources.map(\.format) == [.jsonAnswer])
  }

  private static func readingOptions(_ words: [String]) throws -> CorpusReadingOptions {
    var options = CorpusReadingOptions()
    if words.contains("--strict") { options.faults = .stop }
    guard words.count == 2 else { return options }
    switch words[0] {
    case "--max-bad": options.badShareLimit = words[1] == "1%" ? 0.01 : Double(words[1])
    case "--map": options.columns = try ColumnMap(parsing: words[1])
    case "--today": options.today = try PublicationDate(parsing: words[1])
    default: Issue.record("no option of reading: \(words[0])")
    }
    return options
  }
}
