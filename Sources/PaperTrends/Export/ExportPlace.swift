import Foundation

/// Where an export goes, and the two folders beside it that make the change one step.
struct ExportPlace {
  private let folder: URL
  /// Where the files are written before they are all there.
  let partial: URL
  /// Where an earlier export waits for the new one to take its place.
  private let replaced: URL

  init(_ folder: URL) {
    self.folder = folder
    let (parent, name) = (folder.deletingLastPathComponent(), folder.lastPathComponent)
    partial = parent.appendingPathComponent(".\(name).partial")
    replaced = parent.appendingPathComponent(".\(name).replaced")
  }

  /// Makes the empty folder to write to; clears what an interrupted export left.
  func prepare() throws(CorpusExportError) {
    try recover()
    if let stranger = try firstStranger() {
      throw .occupied(path: folder.path, found: stranger)
    }
    try attempt {
      if FileManager.default.fileExists(atPath: partial.path) {
        try FileManager.default.removeItem(at: partial)
      }
      try FileManager.default.createDirectory(at: partial, withIntermediateDirectories: false)
    }
  }

  /// Puts the written folder in its place.
  func commit() throws(CorpusExportError) {
    try attempt {
      if FileManager.default.fileExists(atPath: folder.path) {
        try FileManager.default.moveItem(at: folder, to: replaced)
      }
      try FileManager.default.moveItem(at: partial, to: folder)
      if FileManager.default.fileExists(atPath: replaced.path) {
        try FileManager.default.removeItem(at: replaced)
      }
    }
  }

  /// Removes what was written so far.
  ///
  /// The folder is renamed first, so that a writer on another thread finds no place for its next
  /// file; one that is being made just now is why the removal is tried again.
  func discard() {
    let manager = FileManager.default
    let discarded = partial.appendingPathExtension("discarded")
    guard (try? manager.moveItem(at: partial, to: discarded)) != nil else { return }
    for _ in 0..<100 where manager.fileExists(atPath: discarded.path) {
      try? manager.removeItem(at: discarded)
    }
  }

  /// Leaves the place as it was before the export, or as it is after it.
  func abandon() {
    discard()
    try? recover()
  }

  /// Brings back an earlier export that was moved away when the new one did not come.
  private func recover() throws(CorpusExportError) {
    guard FileManager.default.fileExists(atPath: replaced.path) else { return }
    try attempt {
      if FileManager.default.fileExists(atPath: folder.path) {
        try FileManager.default.removeItem(at: replaced)
      } else {
        try FileManager.default.moveItem(at: replaced, to: folder)
      }
    }
  }

  /// A file in the folder that no export writes, or the folder's own name where it is a file.
  private func firstStranger() throws(CorpusExportError) -> String? {
    guard FileManager.default.fileExists(atPath: folder.path) else { return nil }
    let isFolder = try? folder.resourceValues(forKeys: [.isDirectoryKey]).isDirectory
    guard isFolder == true else { return folder.lastPathComponent }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        .first { !CorpusExport.fileNames.contains($0) }
    } catch {
      throw .cannotWrite(path: folder.path, reason: error.localizedDescription)
    }
  }

  private func attempt(_ body: () throws -> Void) throws(CorpusExportError) {
    do {
      try body()
    } catch {
      throw .cannotWrite(path: folder.path, reason: error.localizedDescription)
    }
  }
}
