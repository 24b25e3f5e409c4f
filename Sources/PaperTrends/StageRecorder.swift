public import Corpora
import Foundation
public import Reporting
public import TopicModeling

/// What the pipeline tells while it works.
public enum PipelineEvent: Sendable {
  /// A stage begins.
  case stageBegan(String)
  /// The stage has come so far.
  case progress(StageProgress)
  /// A stage is over.
  case stageEnded(ReportRun.Stage)
  /// A record of the input has a fault.
  case problem(RecordProblem)
  /// An id came with several papers; all but the first have these ids instead.
  case renamed(id: String, newIDs: [String])
  /// More faults were found than are told one by one.
  case moreProblems(Int)
}

/// Times stages one after the other; each ends where the next one begins.
final class StageRecorder {
  private(set) var records: [ReportRun.Stage] = []
  private let observe: (PipelineEvent) -> Void
  private var current: (name: String, start: ContinuousClock.Instant)?

  init(observe: @escaping (PipelineEvent) -> Void) { self.observe = observe }

  func begin(_ name: String) {
    end()
    observe(.stageBegan(name))
    PeakMemory.reset()
    current = (name, .now)
  }

  func end() {
    guard let (name, start) = current else { return }
    let record = ReportRun.Stage(
      name: name, seconds: (ContinuousClock.now - start) / .seconds(1),
      peakMemoryBytes: PeakMemory.bytes())
    current = nil
    records.append(record)
    observe(.stageEnded(record))
  }
}

/// The kernel's high-water mark of this process's resident memory.
enum PeakMemory {
  /// Starts a new measurement where the system allows it; otherwise the mark stays the process's.
  static func reset() {
    guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
    try? file.write(contentsOf: Data("5".utf8))
    try? file.close()
  }

  static func bytes() -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first
    else { return 0 }
    return (Int(kilobytes) ?? 0) * 1_024
  }
}
