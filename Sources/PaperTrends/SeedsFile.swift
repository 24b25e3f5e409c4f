import Foundation
public import TopicModeling
import Yams

/// Reads topics that the user names from YAML.
///
///     topics:
///       - name: Model editing
///         terms: [model editing, knowledge editing]
///         papers: ["2406.01436"]
public enum SeedsFile {
  private struct Document: Decodable {
    var topics: [Entry]
  }

  private struct Entry: Decodable {
    var name: String
    var terms: [String]?
    var papers: [String]?
  }

  /// The seeds in the file at `path`, in its order.
  ///
  /// - Throws: ``SeedsFileError`` when the file cannot be read or says something else.
  public static func read(path: String) throws(SeedsFileError) -> [TopicSeed] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw SeedsFileError(path: path, reason: "cannot be read as text; check the path")
    }
    return try parse(text, path: path)
  }

  /// The seeds in `text`; `path` is named in errors.
  public static func parse(_ text: String, path: String) throws(SeedsFileError) -> [TopicSeed] {
    let document: Document
    do {
      document = try YAMLDecoder().decode(Document.self, from: text)
    } catch {
      throw SeedsFileError(path: path, reason: explanation(of: error))
    }
    let seeds = document.topics.map {
      TopicSeed(name: $0.name, terms: $0.terms ?? [], papers: $0.papers ?? [])
    }
    var seen: Set<String> = []
    for seed in seeds {
      guard !seed.terms.isEmpty || !seed.papers.isEmpty else {
        throw SeedsFileError(
          path: path, reason: "gives topic '\(seed.name)' neither terms nor papers; add one of them"
        )
      }
      guard seen.insert(seed.name).inserted else {
        throw SeedsFileError(path: path, reason: "names topic '\(seed.name)' twice; rename one")
      }
    }
    return seeds
  }

  private static func explanation(of error: any Error) -> String {
    let shape = "write 'topics:' with a list of entries that have a name, and terms or papers"
    return switch error {
    case DecodingError.dataCorrupted(let context):
      "is not YAML (\(firstLine(context.underlyingError.map { "\($0)" } ?? context.debugDescription))); \(shape)"
    case DecodingError.keyNotFound(let key, _): "lacks '\(key.stringValue)'; \(shape)"
    case DecodingError.typeMismatch(_, let context):
      "has something unexpected at '\(context.codingPath.map(\.stringValue).joined(separator: "."))'; \(shape)"
    default: "is not a file of topics; \(shape)"
    }
  }

  private static func firstLine(_ text: String) -> String {
    text.split(separator: "\n").first.map(String.init) ?? text
  }
}

/// Why a file of topics cannot be used.
public struct SeedsFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file.
  public var path: String
  /// What is wrong and what to do.
  public var reason: String

  /// One sentence.
  public var description: String { "\(path) \(reason)." }
}
