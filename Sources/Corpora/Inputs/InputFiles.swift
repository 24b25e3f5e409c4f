internal import Foundation

/// The files that the user's arguments name, folders opened.
enum InputFiles {
  /// One file to read.
  struct File: Hashable {
    /// The path as the user would write it, or nil for standard input.
    var path: String?
    /// Whether it was found in a folder, so that it need not be a dump.
    var isFromFolder = false

    /// The name for messages.
    var name: String { path ?? "<standard input>" }
  }

  /// The name of standard input among the arguments.
  static let standardInput = "-"

  /// All files behind `inputs`, in the order of the arguments; in a folder, all regular files at
  /// any depth by the bytes of their paths, without hidden ones (a leading dot).
  static func expand(_ inputs: [String]) throws(CorpusError) -> [File] {
    guard !inputs.isEmpty else { throw .noInputs }
    var files: [File] = []
    for input in inputs {
      if input == standardInput {
        files.append(File(path: nil))
        continue
      }
      switch kind(of: input) {
      case nil:
        throw .noSuchFile(path: input, nearest: nearestName(to: input))
      case .folder:
        let found = regularFiles(below: input)
        if found.isEmpty { throw .nothingReadable(folder: input) }
        files += found.map { File(path: $0, isFromFolder: true) }
      case .regular, .other:
        files.append(File(path: input))
      }
    }
    return files
  }

  private enum Kind { case regular, folder, other }

  /// What is at `path`, at the end of symbolic links.
  private static func kind(of path: String) -> Kind? {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let type = try? FileManager.default.attributesOfItem(atPath: target)[.type] else {
      // Pipes named through /dev/fd resolve to names that do not exist.
      return FileManager.default.fileExists(atPath: path) ? .other : nil
    }
    switch type as? FileAttributeType {
    case .typeRegular: return .regular
    case .typeDirectory: return .folder
    default: return .other
    }
  }

  private static func regularFiles(below folder: String) -> [String] {
    var files: [String] = []
    var folders = [folder]
    while let next = folders.popLast() {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: next)) ?? []
      where !name.hasPrefix(".") {
        let path = next.hasSuffix("/") ? next + name : "\(next)/\(name)"
        switch kind(of: path) {
        case .regular: files.append(path)
        // A link to a folder may lead back up.
        case .folder where !isSymbolicLink(path): folders.append(path)
        default: break
        }
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func isSymbolicLink(_ path: String) -> Bool {
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type]
    return type as? FileAttributeType == .typeSymbolicLink
  }

  private static func nearestName(to path: String) -> String? {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard let name = NearestName.nearest(to: url.lastPathComponent, among: names) else {
      return nil
    }
    return String(path.dropLast(url.lastPathComponent.count)) + name
  }
}
