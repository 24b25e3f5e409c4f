import Foundation
import TestSupport
import Testing

/// The answer goes to standard output, everything else to standard error.
@Suite struct StandardStreamTests {
  @Test func jsonIsAloneOnStandardOutput() throws {
    let outcome = try Tool.run(["report", Tool.sample, "--json", "--topics", "8"])
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let keys = try #require(document as? [String: Any])
    for key in [
      "papers", "topics", "periods", "series", "version", "seed", "corpusDigest", "digest", "run",
    ] {
      #expect(keys[key] != nil, "\(key) is missing")
    }
    let run = try #require(keys["run"] as? [String: Any])
    #expect(Set(run.keys) == ["command", "threads", "inputs", "blas", "stages"])
    let stages = try #require(run["stages"] as? [[String: Any]])
    #expect(
      stages.compactMap { $0["name"] as? String }
        == [
          "read", "terms", "decomposition", "neighbors", "smoothing", "clustering", "refinement",
          "labels",
        ])
    #expect(outcome.errors.contains("read"))
  }

  @Test func quietIsQuiet() throws {
    let outcome = try Tool.run(["report", Tool.sample, "--quiet", "--topics", "8"])
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains("264 records read"))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func faultyRecordsAreToldByFileAndLineAndTheRestIsRead() throws {
    let folder = try TemporaryFolder()
    let sample = try String(contentsOfFile: Tool.sample, encoding: .utf8)
    let path = try folder.write(
      "d.jsonl",
      "{\"id\": \"x\", \"title\": \"Cut off in the mid\n" + sample
        + "{\"id\": \"y\", \"title\": \"No abstract here\"}\n")
    let outcome = try Tool.run(["report", path, "--topics", "8"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("266 records read: 264 kept"))
    #expect(outcome.errors.contains("d.jsonl:1:"), "\(outcome.errors)")
    #expect(outcome.errors.contains("d.jsonl:266:"), "\(outcome.errors)")
  }

  @Test func theCommandInTheFileMakesItAgain() throws {
    let folder = try TemporaryFolder()
    let options = ["--topics", "6", "--period", "month", "--seed", "9", "--phrases", "none"]
    let outcome = try Tool.run(
      ["report", Tool.sample, "-o", folder.path("r.html"), "--also", "json", "--quiet"] + options)
    #expect(outcome.status == 0)
    let json = try Data(contentsOf: URL(fileURLWithPath: folder.path("r.json")))
    let document = try JSONSerialization.jsonObject(with: json) as? [String: Any]
    let command = try #require(document?["command"] as? String)
    #expect(
      command
        == "papertrends report INPUT... --period month --topics 6 --method graph --phrases none"
        + " --seed 9")
    let again = command.split(separator: " ").dropFirst(2).map(String.init)
      .map { $0 == "INPUT..." ? Tool.sample : $0 }
    let second = try TemporaryFolder()
    let repeated = try Tool.run(
      ["report"] + again + ["-o", second.path("r.html"), "--also", "json", "--quiet"])
    #expect(repeated.status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: second.path("r.json"))) == json)
  }

  @Test func similarAnswersAsJSON() throws {
    let outcome = try Tool.run(
      ["similar", Tool.sample, "sample-100", "--json", "--quiet", "--count", "3"])
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let answer = try #require(document as? [String: Any])
    #expect(answer["query"] as? String == "sample-100")
    let results = try #require(answer["results"] as? [[String: Any]])
    #expect(results.count == 3)
    for key in ["id", "score", "title", "date", "topic", "terms", "latent"] {
      #expect(results[0][key] != nil, "\(key) is missing")
    }
  }

  @Test func similarTakesATextFromStandardInput() throws {
    let outcome = try Tool.run(
      ["similar", Tool.sample, "--text", "-", "--quiet"],
      input: Data("How do sparse autoencoders find features in language models?".utf8))
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("Similar to the text"))
  }
}
