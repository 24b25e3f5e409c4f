import ArgumentParser
import Foundation
import PaperTrends

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what this machine computes with, and what would make it faster.")

  @Flag(help: "One JSON document on standard output and nothing else there.")
  var json = false

  func run() throws {
    let findings = DoctorFindings()
    try json ? StandardOutput.write(json: findings) : StandardOutput.write(findings.text)
  }
}

/// What the doctor finds.
struct DoctorFindings: Encodable {
  var version = paperTrendsVersion
  var system: String
  var cores: Int
  var memoryBytes: UInt64
  var blas: String
  var blasPath: String?
  var blasConfiguration: String?
  var blasKernel: String?
  var lapackPath: String?
  var kernelVariant: String
  var advice: [String] = []

  init() {
    let runtime = LinearAlgebraRuntime.current
    let process = ProcessInfo.processInfo
    system = process.operatingSystemVersionString
    cores = process.activeProcessorCount
    memoryBytes = process.physicalMemory
    blas = runtime.blasName
    blasPath = runtime.blasPath
    blasConfiguration = runtime.blasConfiguration
    blasKernel = runtime.blasCoreName
    lapackPath = runtime.lapackPath
    kernelVariant = runtime.kernelVariant.description
    if runtime.isReferenceBLAS {
      advice.append(
        "This is the reference BLAS, about twenty times slower than OpenBLAS in dense products."
          + " Install a better one: sudo apt-get install libopenblas-dev")
    }
    if let forced = process.environment["OPENBLAS_CORETYPE"] {
      advice.append(
        "OPENBLAS_CORETYPE=\(forced) forces a kernel of the BLAS; unset it to let OpenBLAS choose.")
    }
  }

  var text: String {
    var rows: [(String, String)] = [
      ("papertrends", version),
      ("system", system),
      ("cores", String(cores)),
      ("memory", "\(FixedPoint.string(Double(memoryBytes) / 1_073_741_824, places: 1)) GiB"),
      (
        "BLAS", [blas, blasKernel.map { "kernel \($0)" }].compactMap { $0 }.joined(separator: ", ")
      ),
    ]
    if let blasPath { rows.append(("", blasPath)) }
    if let blasConfiguration { rows.append(("", blasConfiguration)) }
    rows.append(("LAPACK", lapackPath ?? "unknown path"))
    rows.append(("own kernels", kernelVariant))
    let lines = rows.map { name, value in
      name.padding(toLength: 13, withPad: " ", startingAt: 0) + value
    }
    let closing = advice.isEmpty ? ["", "All is well."] : [""] + advice.map { "warning: \($0)" }
    return (lines + closing).joined(separator: "\n") + "\n"
  }
}
