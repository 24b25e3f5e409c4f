import ArgumentParser
import Evaluation
import Foundation
import PaperTrends

struct BenchSynthesizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthesize",
    abstract: "Write a dump of any size with the statistics of a real one, in JSON Lines.",
    discussion: """
      Topics, frequencies of words, lengths, dates, volume by week and categories are those of the \
      source; new words keep coming as they do there. Words are drawn one by one, so the texts make \
      no sense and are nobody's. The same source, number of papers and seed give the same bytes. \
      At the end the exponents of Zipf's law (frequency over rank) and Heaps' law (vocabulary over \
      length) are held against the source's.
      """)

  @Option(help: ArgumentHelp("How many papers.", valueName: "count"))
  var papers: Int

  @Option(help: ArgumentHelp("The dump file or folder to imitate.", valueName: "dump"))
  var like: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The dump to write; compressed if it ends in .gz.", valueName: "file"))
  var output: String

  @Option(help: "The seed of every random choice.")
  var seed: UInt64 = 1

  @OptionGroup(title: "Running") var running: RunOptions

  func validate() throws {
    guard papers >= 1 else { throw ValidationError("--papers must be at least 1, not \(papers).") }
  }

  func run() throws {
    try CommandFailure.reporting {
      let scheduler = BlockScheduler(
        threads: running.threads ?? ProcessInfo.processInfo.activeProcessorCount)
      let file = try OutputFile(path: output)
      let clock = ContinuousClock()
      let start = clock.now
      let source = try learn(scheduler)
      let learned = clock.now
      var options = SynthesisOptions(paperCount: papers)
      options.seed = seed
      options.compression = output.hasSuffix(".gz") ? .gzip : .none
      let progress = ProgressLine(title: "synthesize", unit: "papers", isQuiet: running.quiet)
      let summary = try DumpSynthesizer(source: source, options: options).write(
        scheduler: scheduler, observe: { progress.reach($0, of: papers) }, to: file.write)
      progress.finish(papers)
      try file.finish()
      let answer = SynthesisAnswer(
        output: output, seed: seed, summary: summary,
        learningSeconds: (learned - start) / .seconds(1),
        writingSeconds: (clock.now - learned) / .seconds(1))
      try running.json ? StandardOutput.write(json: answer) : StandardOutput.write(answer.text)
      if summary.followsSource == false, !running.quiet { StandardError.write(answer.warning) }
    }
  }

  private func learn(_ scheduler: BlockScheduler) throws -> SourceStatistics {
    do {
      tell("read")
      let corpus = try Corpus.read([like], scheduler: scheduler)
      return try SourceStatistics(
        corpus.papers, seed: seed, scheduler: scheduler, onStage: tell)
    } catch let error as CorpusError {
      throw CommandFailure(error)
    } catch {
      throw CommandFailure(code: .badData, message: "\(like): \(error)")
    }
  }

  private func tell(_ stage: String) {
    if !running.quiet { StandardError.write("  learning: \(stage)\n") }
  }
}
