import Foundation
import PaperTrends

/// What the figures were measured on.
enum Machine {
  static var description: String {
    let runtime = LinearAlgebraRuntime.current
    return
      "\(processor), \(ProcessInfo.processInfo.activeProcessorCount) cores, \(runtime.blasName) "
      + "(\(runtime.blasCoreName ?? "unnamed") kernels), sparse kernels of "
      + "\(runtime.kernelVariant), load average \(load)"
  }

  static var load: String {
    var averages = [0.0, 0.0, 0.0]
    guard getloadavg(&averages, 3) > 0 else { return "unknown" }
    return String(format: "%.1f", averages[0])
  }

  private static var processor: String {
    let lines = ((try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? "")
      .split(separator: "\n")
    func field(_ name: String) -> String? {
      lines.first { $0.hasPrefix(name) }?.split(separator: ":").last
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    guard let model = field("model name") else { return "unnamed processor" }
    return "\(model) (family \(field("cpu family") ?? "?"), model \(field("model\t") ?? "?"))"
  }
}
