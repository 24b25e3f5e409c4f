import Foundation
import PaperTrends

/// One input of the fuzzer, for the target that `PAPERTRENDS_FUZZ` names.
///
/// - Returns: 0, which tells the fuzzer to go on.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  unsafe FuzzTarget.current.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// What is given the fuzzer's bytes.
enum FuzzTarget: String, CaseIterable {
  case arXivAtom, oaiPMH, pubMed, jats, aclAnthology, bibTeX, ris, webOfScience, smart
  case markdownDigest, dailyPapersPage, jsonLines, json, jsonAnswer, csv, tsv
  /// The cleaner of texts, and the tokenizer behind it.
  case cleaner, tokenizer
  /// Any format, compressed or not: the bytes alone decide.
  case anything

  /// The target that the environment names.
  static let current: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["PAPERTRENDS_FUZZ"] ?? "anything"
    guard let target = FuzzTarget(rawValue: name) else {
      fatalError("no target '\(name)'; there are \(allCases.map(\.rawValue))")
    }
    return target
  }()

  /// What makes a reader take the bytes behind it for its own.
  private var head: String {
    switch self {
    case .arXivAtom: "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>x</id>"
    case .oaiPMH: "<OAI-PMH><ListRecords><record><header/>"
    case .pubMed: "<PubmedArticleSet><PubmedArticle><MedlineCitation>"
    case .jats: "<article><front><article-meta>"
    case .aclAnthology: "<collection><volume id=\"1\"><paper id=\"1\">"
    case .bibTeX: "@article{key,\n"
    case .ris: "TY  - JOUR\n"
    case .webOfScience: "FN Web of Science\nPT J\nTI A title\n"
    case .smart: ".I 1\n.T\n"
    case .markdownDigest: "# Papers\n**Abstract:** Moss is counted.\n"
    case .dailyPapersPage: "A title\n\nAn abstract.\n\n\u{B7}\nMar 27, 2024\n"
    case .jsonLines: "{\"id\": 1, \"title\": \"Moss\", \"abstract\": \"Moss is counted.\"}\n"
    case .json: "[{\"id\": 1},\n"
    case .jsonAnswer: "{\"results\": [{\"id\": \"W1\"},\n"
    case .csv: "id,title,abstract\n"
    case .tsv: "id\ttitle\tabstract\n"
    case .anything, .cleaner, .tokenizer: ""
    }
  }

  /// Gives the bytes to the target, and checks what holds for any bytes.
  func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    switch self {
    case .cleaner:
      let clean = TextCleaner().clean(text)
      precondition(TextCleaner().clean(clean) == clean, "cleaning twice changes the text")
    case .tokenizer: _ = Tokenizer.tokens(in: text)
    default: read(bytes)
    }
  }

  /// Reads the bytes as a file and checks the account.
  private func read(_ bytes: [UInt8]) {
    _ = FileManager.default.createFile(atPath: Self.path, contents: Data(head.utf8 + bytes))
    do {
      let corpus = try Corpus.read([Self.path], scheduler: Self.scheduler)
      precondition(
        corpus.read == corpus.papers.count + corpus.duplicateCount + corpus.droppedCount,
        "the account of records does not balance")
    } catch {
      precondition(error.kind == .badData, "\(error)")
    }
  }

  private static let path =
    FileManager.default.temporaryDirectory.appendingPathComponent("papertrends-fuzz-\(getpid())")
    .path
  private static let scheduler = BlockScheduler(threads: 1)
}
