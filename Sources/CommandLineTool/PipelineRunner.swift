import Foundation
import PaperTrends

/// Runs the pipeline as the options ask, with progress on standard error and faults as exit codes.
struct PipelineRunner {
  var inputs: [String]
  var input: InputOptions
  var model: ModelOptions
  var topicCount: TopicModelOptions.TopicCount
  var seedsFile: String?
  var threads: Int
  var isQuiet: Bool

  init(
    inputs: [String], input: InputOptions, model: ModelOptions, topics: TopicOptions,
    running: RunOptions
  ) {
    self.init(
      inputs: inputs, input: input, model: model, topicCount: topics.topics.value,
      seedsFile: topics.seeds,
      threads: running.threads ?? ProcessInfo.processInfo.activeProcessorCount,
      isQuiet: running.quiet)
  }

  init(
    inputs: [String], input: InputOptions, model: ModelOptions,
    topicCount: TopicModelOptions.TopicCount, seedsFile: String?, threads: Int, isQuiet: Bool
  ) {
    self.inputs = inputs
    self.input = input
    self.model = model
    self.topicCount = topicCount
    self.seedsFile = seedsFile
    self.threads = threads
    self.isQuiet = isQuiet
  }

  var scheduler: BlockScheduler { BlockScheduler(threads: threads) }

  /// Fits a model to the inputs; `asOf` comes from a week and precedes `--as-of`.
  func fit(asOf: PublicationDate?) throws -> FittedCorpus {
    if LinearAlgebraRuntime.current.isReferenceBLAS, !isQuiet {
      StandardError.write(
        "papertrends: running on the reference BLAS, which is slow;"
          + " 'papertrends doctor' says what to install.\n")
    }
    BLASThreads.end()
    var options = PipelineOptions(threads: threads, today: input.todayOrMachines)
    options.seed = model.seed
    options.reading = input.readingOptions()
    options.asOf = asOf ?? input.asOf?.date
    options.languages = input.selection.languageOptions
    options.cleaner = model.text.cleaner
    options.mergesAcronyms = model.text.acronyms == .merge
    options.text.minimumDocumentFrequency = model.minDf
    options.text.maximumDocumentShare = model.maxDf
    options.text.phrases = model.phrases
    options.text.stopWords = model.stopWords
    options.topics.method = model.method
    options.topics.neighborMethod = model.neighbors.method
    options.vectors = model.vectors.map { VectorsFile(path: $0, idsPath: model.vectorIds) }
    options.topics.topicCount = topicCount
    options.topics.dimensions = model.dimensions
    options.topics.restarts = model.restarts
    let progress = ProgressPrinter(isQuiet: isQuiet)
    do {
      if let seedsFile { options.topics.seeds = try SeedsFile.read(path: seedsFile) }
      return try FittedCorpus.fit(inputs: inputs, options: options) { event in
        if case .stageBegan = event { FreedMemory.goBackNow() }
        progress.receive(event)
      }
    } catch let error as CorpusError {
      throw CommandFailure(error)
    } catch let error as SeedsFileError {
      throw CommandFailure(code: .badData, message: error.description)
    } catch let error as LanguageError {
      throw CommandFailure(code: .badData, message: error.description)
    } catch let error as VectorsFileError {
      throw CommandFailure(code: .badData, message: error.description)
    } catch let error as TopicModelError {
      throw CommandFailure(
        code: error.isUsersChoice ? .usage : .badData, message: error.description)
    } catch {
      throw CommandFailure(code: .internalFault, message: "\(error)")
    }
  }

  /// How the run went: what may differ between two runs of the same result.
  ///
  /// The files are digested meanwhile, beside the writing of the answer.
  func reportRun(_ fitted: FittedCorpus) -> BesideValue<ReportRun> {
    BesideValue(scheduler) { [threads, isQuiet] in
      let inputs = fitted.corpus.sources.map(ReportRun.Input.init)
      for input in inputs where input.sha256 == nil && !isQuiet {
        StandardError.write(
          SafeText.terminal(
            "papertrends: \(input.path): changed since it was opened, so its SHA-256 is not known.")
            + "\n")
      }
      return ReportRun(
        command: CommandLine.arguments.joined(separator: " "), threads: threads, inputs: inputs,
        blas: LinearAlgebraRuntime.current.blasName, stages: fitted.stages)
    }
  }
}
