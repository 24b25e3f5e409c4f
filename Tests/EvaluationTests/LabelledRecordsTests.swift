import BlockScheduling
import Corpora
import Evaluation
import TestSupport
import Testing

@Suite struct LabelledRecordsTests {
  static let abstract = "An abstract that is long enough to be taken for one by every reader."

  private func read(
    _ lines: [String], _ source: LabelledRecords.Source = .categories
  ) throws -> LabelledRecords {
    let folder = try TemporaryFolder()
    let path = try folder.write("dump.jsonl", lines.joined(separator: "\n") + "\n")
    return try LabelledRecords.read(
      [path], source: source, options: CorpusReadingOptions(),
      scheduler: BlockScheduler(threads: 2))
  }

  private func record(_ id: String?, _ category: String?, abstract: String = abstract) -> String {
    let fields = [
      id.map { "\"id\": \"\($0)\"" }, id.map { "\"title\": \"Title of \($0)\"" },
      "\"abstract\": \"\(abstract)\"", category.map { "\"categories\": [\"\($0)\", \"other\"]" },
    ]
    return "{" + fields.compactMap { $0 }.joined(separator: ", ") + "}"
  }

  @Test func everyRecordWithALabelIsThere() throws {
    let records = try read([
      record("b", "cs.CL"), record("a", "cs.AI"), record("a", "math.PR"),
      record("c", "cs.CL", abstract: ""), record("d", nil), record(nil, "cs.CL"),
    ])
    #expect(records.classNames == ["cs.AI", "cs.CL", "math.PR"])
    #expect(records.paperIDs.sorted() == ["", "a", "a", "b", "c"])
    #expect(records.classes.map { records.classNames[Int($0)] }.count { $0 == "cs.CL" } == 3)
    #expect(records.unlabelledCount == 1)
  }

  @Test func archivesAreCategoriesUpToTheDot() throws {
    let records = try read(
      [record("a", "cs.AI"), record("b", "cs.CL"), record("c", "quant-ph"), record("d", ".")],
      .archives)
    #expect(records.classNames == [".", "cs", "quant-ph"])
  }

  @Test func theUsualReadingStillMergesAndDrops() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "dump.jsonl",
      [record("a", "x"), record("a", "y"), record("c", "x", abstract: "")].joined(separator: "\n"))
    let corpus = try Corpus.read([path], scheduler: BlockScheduler(threads: 1))
    #expect(corpus.papers.map(\.id) == ["a"])
    #expect(corpus.duplicateCount == 1)
    #expect(corpus.droppedCount == 1)
    var options = CorpusReadingOptions()
    options.records = .everyRecord
    let all = try Corpus.read([path], options: options, scheduler: BlockScheduler(threads: 1))
    #expect(all.papers.map(\.id) == ["a", "a", "c"])
    #expect(all.duplicateCount == 0)
    #expect(all.read == all.papers.count)
  }
}
