import Foundation
import TestSupport
import Testing

/// Each fault of the table with the real command: the exit code, what is said, what is kept, and
/// that no control sequence of a dump reaches a terminal.
@Suite struct FaultExitTests {
  @Test(arguments: FaultTable.all) func endsWithItsCode(_ fault: Fault) throws {
    let folder = try TemporaryFolder()
    for file in fault.files {
      let url = folder.url.appendingPathComponent(file.name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes()).write(to: url)
    }
    let outcome = try Tool.run(
      ["inspect", "--threads", "1"] + fault.inputs + fault.options, in: folder.url)
    #expect(outcome.status == fault.status, "\(outcome.errors)")
    let told = (outcome.output + outcome.errors).replacing(/\s+/, with: " ")
    if let says = fault.says { #expect(told.contains(says), "\(told)") }
    #expect(!(outcome.output + outcome.errors).unicodeScalars.contains(where: isControl))
    if let kept = fault.kept {
      #expect(told.contains("read: \(kept.count) kept"), "\(told)")
    } else {
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    }
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value))
  }

  private static let line =
    #"{"id": "one", "title": "Walls", "abstract": "Mosses were counted on nine walls."}"#

  /// A named pipe is read to its end, like any stream.
  @Test func aNamedPipeIsRead() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("pipe.jsonl")
    let status = unsafe mkfifo(path, 0o600)
    try #require(status == 0)
    let source = try folder.write("source.jsonl", Self.line)
    let script = "cat '\(source)' > '\(path)' & '\(Tool.executable.path)' inspect '\(path)'; wait"
    let outcome = try Tool.run(URL(fileURLWithPath: "/bin/sh"), ["-c", script])
    #expect(outcome.status == 0 && outcome.output.contains("1 kept"), "\(outcome)")
  }

  /// A folder may hold sockets and pipes that nobody writes to; they are left alone.
  @Test func pipesInAFolderAreLeftAlone() throws {
    let folder = try TemporaryFolder()
    let status = unsafe mkfifo(folder.path("pipe"), 0o600)
    try #require(status == 0)
    _ = try folder.write("a.jsonl", Self.line)
    let outcome = try Tool.run(["inspect", folder.url.path])
    #expect(outcome.status == 0 && outcome.output.contains("1 kept"), "\(outcome)")
  }

  @Test func aSocketCannotBeOpened() throws {
    let folder = try TemporaryFolder()
    // A short path, since addresses of sockets are short.
    let outcome = try Tool.run(
      URL(fileURLWithPath: "/usr/bin/env"),
      [
        "python3", "-c",
        "import socket, subprocess, sys; s = socket.socket(socket.AF_UNIX); s.bind('s'); "
          + "sys.exit(subprocess.run([sys.argv[1], 'inspect', 's']).returncode)",
        Tool.executable.path,
      ], in: folder.url)
    if outcome.status == 127 || outcome.errors.contains("python3") {
      print("skipped: a socket, since there is no python3 to make one")
      return
    }
    #expect(outcome.status == 66, "\(outcome)")
    #expect(outcome.errors.contains("cannot be opened"), "\(outcome)")
  }

  private static let setpriv = URL(fileURLWithPath: "/usr/bin/setpriv")

  /// Whether a program can be run as a user without rights: by root, with `setpriv`.
  private static var canDropRights: Bool {
    getuid() != 0 || FileManager.default.isExecutableFile(atPath: setpriv.path)
  }

  @Test(.enabled(if: canDropRights, "no setpriv to run as a user without rights"))
  func aFileThatMayNotBeRead() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("secret.jsonl", Self.line)
    // The user without rights must be able to reach the file and the tool.
    let tool = folder.url.appendingPathComponent("papertrends")
    try FileManager.default.copyItem(at: Tool.executable, to: tool)
    let modes = [(folder.url.path, 0o755), (tool.path, 0o755), (path, 0)]
    for (path, mode) in modes {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    let outcome =
      if getuid() == 0 {
        try Tool.run(
          Self.setpriv,
          [
            "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", tool.path,
            "inspect", path,
          ])
      } else {
        try Tool.run(tool, ["inspect", path])
      }
    #expect(outcome.status == 66, "\(outcome)")
    #expect(outcome.errors.contains("secret.jsonl"), "\(outcome)")
    #expect(outcome.errors.contains("Permission denied"), "\(outcome)")
  }
}
