import BlockScheduling
import Foundation
import PaperTrends
import TestSupport
import Testing

@testable import Evaluation

@Suite struct SynthesisDumpTests {
  private static let source: SourceStatistics? = try? SourceStatistics(
    SynthesisSources.papers(1_200), seed: 1, scheduler: BlockScheduler(threads: 2))

  private func lines(
    _ options: SynthesisOptions, threads: Int = 2, blockOrderSeed: UInt64? = nil
  ) throws -> (bytes: [UInt8], summary: SynthesisSummary) {
    var bytes: [UInt8] = []
    let summary = try DumpSynthesizer(source: #require(Self.source), options: options).write(
      scheduler: BlockScheduler(threads: threads, blockOrderSeed: blockOrderSeed)
    ) { bytes += $0 }
    return (bytes, summary)
  }

  private func file(_ bytes: [UInt8], _ name: String, in folder: TemporaryFolder) throws -> String {
    let path = folder.path(name)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func papers(_ count: Int, seed: UInt64 = 1) throws -> [Paper] {
    var options = SynthesisOptions(paperCount: count)
    options.seed = seed
    let folder = try TemporaryFolder()
    let path = try file(lines(options).bytes, "dump.jsonl", in: folder)
    let corpus = try Corpus.read([path], scheduler: BlockScheduler(threads: 2))
    #expect(corpus.read == count)
    #expect(corpus.droppedCount == 0)
    #expect(corpus.duplicateCount == 0)
    return corpus.papers
  }

  @Test func bytesDependOnTheSeedAndTheCountAlone() throws {
    var options = SynthesisOptions(paperCount: 1_500)
    let once = try lines(options, threads: 1)
    let other = try lines(options, threads: 3, blockOrderSeed: 9)
    #expect(other.bytes == once.bytes)
    #expect(other.summary == once.summary)
    #expect(once.summary.textBytes == once.bytes.count)
    options.seed = 2
    #expect(try lines(options).bytes != once.bytes)
  }

  @Test func aSourceIsLearnedTheSameByAnyThreads() throws {
    let papers = SynthesisSources.papers(2_100)
    let written = try [1, 3].map { threads -> [UInt8] in
      let source = try SourceStatistics(
        papers, seed: 1, scheduler: BlockScheduler(threads: threads))
      var bytes: [UInt8] = []
      _ = DumpSynthesizer(source: source, options: SynthesisOptions(paperCount: 100)).write(
        scheduler: BlockScheduler(threads: threads)
      ) { bytes += $0 }
      return bytes
    }
    #expect(written[0] == written[1])
  }

  @Test func compressedBytesUnpackToThePlainOnes() throws {
    var options = SynthesisOptions(paperCount: 1_100)
    let plain = try lines(options).bytes
    options.compression = .gzip
    let packed = try lines(options)
    #expect(packed.bytes.count < plain.count / 2)
    #expect(packed.summary.writtenBytes == packed.bytes.count)
    let folder = try TemporaryFolder()
    let paths = [
      try file(plain, "a.jsonl", in: folder), try file(packed.bytes, "b.jsonl.gz", in: folder),
    ]
    let corpora = try paths.map { try Corpus.read([$0], scheduler: BlockScheduler(threads: 1)) }
    #expect(corpora[0].papers == corpora[1].papers)
    #expect(corpora[0].papers.count == 1_100)
  }

  /// Months have shares of 1/3 in the source, so they must have them in the dump, to one paper.
  @Test func datesFollowTheSource() throws {
    let made = try papers(3_000)
    for month in 1...3 {
      #expect(abs(made.count { $0.date?.month == month } - 1_000) <= 1)
    }
  }

  /// In the source all words of a paper are of its subject, which is its first category.
  @Test func wordsFollowTheTopicOfThePaper() throws {
    let made = try papers(600)
    var (own, other) = (0, 0)
    for paper in made {
      let subject = paper.categories[0]
      let stranger = subject == "alpha" ? "omega" : "alpha"
      own += paper.abstract.lowercased().split(separator: " ").count { $0.contains(subject) }
      other += paper.abstract.lowercased().split(separator: " ").count { $0.contains(stranger) }
    }
    #expect(own > 9 * other, "\(own) and \(other)")
  }

  @Test func lengthsFollowTheSource() throws {
    let source = SynthesisSources.papers(1_200)
    let made = try papers(2_400)
    let words = { (papers: [Paper]) -> Double in
      Double(papers.reduce(0) { $0 + $1.abstract.split(separator: " ").count })
        / Double(papers.count)
    }
    #expect(abs(words(made) / words(source) - 1) < 0.02)
    let distinct = { (papers: [Paper]) -> Double in
      Double(papers.reduce(0) { $0 + Set(Tokenizer.tokens(in: $1.abstract).map(\.term)).count })
        / Double(papers.count)
    }
    #expect(abs(distinct(made) / distinct(source) - 1) < 0.05)
  }

  /// No run of eight words of the source comes again.
  @Test func noSentenceIsCopied() throws {
    let runs = { (paper: Paper) -> [String] in
      let words = paper.abstract.split(separator: " ")
      return (0...max(0, words.count - 8)).map { words[$0..<min($0 + 8, words.count)].joined() }
    }
    let known = Set(SynthesisSources.papers(1_200).flatMap(runs))
    let copied = try papers(1_200).flatMap(runs).filter(known.contains)
    #expect(copied.isEmpty, "\(copied.prefix(3))")
  }

  @Test func theVocabularyKeepsGrowing() throws {
    let source = try #require(Self.source)
    let summary = try lines(SynthesisOptions(paperCount: 4_000)).summary
    #expect(summary.dump.papers == 4_000)
    #expect(summary.dump.terms > source.census.terms * 3 / 2)
    let slopes = try [summary.source, summary.dump].map { try #require($0.heapsExponent) }
    #expect(abs(slopes[0] - slopes[1]) < SynthesisSummary.tolerance, "\(slopes)")
  }

  @Test func withoutWordsThereIsNothingToImitate() {
    let papers = [Paper(id: "1", title: "1", abstract: "2 + 2 = 4")]
    #expect(throws: SynthesisError.noWords) {
      try SourceStatistics(papers, seed: 1, scheduler: BlockScheduler(threads: 1))
    }
  }

  @Test(arguments: [1, 2, 3, 30]) func aSmallSourceIsEnough(count: Int) throws {
    let source = try SourceStatistics(
      SynthesisSources.papers(count), seed: 1, scheduler: BlockScheduler(threads: 1))
    var lineCount = 0
    let summary = DumpSynthesizer(source: source, options: SynthesisOptions(paperCount: 50)).write(
      scheduler: BlockScheduler(threads: 1)
    ) { lineCount += $0.count { $0 == 0x0A } }
    #expect(lineCount == 50)
    #expect(summary.dump.terms > 0)
  }

  /// The statement of the command's help, on real papers: both exponents within the tolerance.
  @Test(
    .enabled(if: SharedData.has("arxiv-2025.jsonl.gz"), "needs shared data: arxiv-2025.jsonl.gz")
  ) func realPapersAreFollowed() throws {
    let scheduler = BlockScheduler(threads: 2)
    let path = try #require(SharedData.url("arxiv-2025.jsonl.gz")).path
    let papers = try Corpus.read([path], scheduler: scheduler).papers
    let part = stride(from: 0, to: papers.count, by: 40).map { papers[$0] }
    let source = try SourceStatistics(part, seed: 2, scheduler: scheduler)
    let options = SynthesisOptions(paperCount: 3_000)
    let summary = DumpSynthesizer(source: source, options: options).write(scheduler: scheduler) {
      _ in
    }
    #expect(summary.followsSource == true, "\(summary)")
    #expect(summary.source.zipfExponent != nil && summary.source.heapsExponent != nil)
  }
}
