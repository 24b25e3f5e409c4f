import Foundation
import PaperTrends

/// What the figures were measured on.
enum Machine {
  static var description: String {
    let runtime = LinearAlgebraRuntime.current
    return
      "\(processor), \(ProcessInfo.processInfo.activeProcessorCount) cores, \(runtime.blasName) "
      + "(\(runtime.blasCoreName ?? "unnamed") kernels), sparse kernels of "
      + "\(runtime.kernelVariant)"
  }

  /// The load average, and how much two threads of arithmetic without memory do beside one: near
  /// 2 where the machine is free, near 1 where another job has one of two cores.
  static var freedom: String {
    var averages = [0.0, 0.0, 0.0]
    let load =
      getloadavg(&averages, 3) > 0 ? String(format: "%.1f", averages[0]) : "unknown"
    let gains = (0..<5).map { _ in
      let one = seconds { spin(threads: 1) }
      return 2 * one / seconds { spin(threads: 2) }
    }
    return String(
      format: "load average %@; two threads of plain arithmetic do %.2f times what one does", load,
      median(gains))
  }

  private static func spin(threads: Int) {
    let results = BlockScheduler(threads: threads).map(threads, blockSize: 1) { block in
      var generator = SplitMix64(seed: UInt64(block.lowerBound))
      var sum: UInt64 = 0
      for _ in 0..<20_000_000 { sum &+= generator.next() }
      return sum
    }
    precondition(results.contains { $0 != 0 })
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
