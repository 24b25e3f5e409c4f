public import BlockScheduling

extension Corpus {
  /// Reads dumps: files, folders (all files below, hidden ones left out), `-` for standard input.
  ///
  /// Formats and compressions are told by content. Records that cannot be used are dropped and
  /// accounted for, and the good ones around them kept. Records of one paper become one. The
  /// papers do not depend on the order of files and records, nor on the number of threads;
  /// ``problems`` are in the order of the input.
  ///
  /// - Parameters:
  ///   - inputs: Paths, or `-`.
  ///   - options: How to read.
  ///   - scheduler: The threads that decode.
  ///   - observe: Is told of each file and of each few megabytes, on the calling thread.
  /// - Returns: The papers and the account.
  /// - Throws: ``CorpusError`` where an input cannot be read at all.
  public static func read(
    _ inputs: [String], options: CorpusReadingOptions = CorpusReadingOptions(),
    scheduler: BlockScheduler, observe: (CorpusReadingEvent) -> Void = { _ in }
  ) throws(CorpusError) -> Corpus {
    var reader = CorpusReader(options: options, scheduler: scheduler)
    let files = try InputFiles.expand(inputs)
    var isAnyReadable = false
    for file in files where try reader.read(file, observe: observe) { isAnyReadable = true }
    try reader.checkBadShare(file: files[files.count - 1].name)
    guard isAnyReadable else { throw .nothingReadable(folder: inputs[0]) }
    return reader.corpus()
  }
}

extension Corpus {
  /// The language of each paper, in order; nil where its words tell none.
  ///
  /// - Complexity: O(papers); only the beginning of a text is looked at.
  public func languages(scheduler: BlockScheduler) -> [Language?] {
    let papers = papers
    return scheduler.map(papers.count, blockSize: 512) { range in
      var recognition = LanguageRecognition()
      return range.map {
        recognition.language(title: papers[$0].title, abstract: papers[$0].abstract)
      }
    }.flatMap(\.self)
  }
}
