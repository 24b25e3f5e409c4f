import BenchmarkInputs
import Foundation
import PaperTrends

/// Prints how near the kernels come to what the machine can do in loops of the same shape.
///
/// `LimitShare [DUMP]`: with a dump, the sparse product and the tokenizer run on its papers, else on
/// a synthetic matrix of the shape of a year of abstracts and on the sample texts. Exits 1 when
/// something could not be measured.
@main
enum LimitShare {
  static let rounds = 15

  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count < 2, arguments.first?.hasPrefix("-") != true else {
      stop("usage: LimitShare [DUMP]", code: 64)
    }
    do {
      printShares(of: try Input(dump: arguments.first))
    } catch {
      stop("LimitShare: \(error)", code: 1)
    }
  }

  private static func printShares(of input: Input) {
    print("\(Machine.description)\n\(Machine.freedom)\n\(input.description)\n")
    print("| what | threads | ours | limit | share | what the limit is |")
    print("|---|---|---|---|---|---|")
    var rows = 0
    for threads in [1, 2] {
      let scheduler = BlockScheduler(threads: threads)
      let comparisons =
        [SparseProductShare.measure(input.matrix, scheduler: scheduler, rounds: rounds)]
        + AssignmentShare.measure(scheduler: scheduler, rounds: rounds)
        + TokenizerShare.measure(input.texts, scheduler: scheduler, rounds: rounds)
      for comparison in comparisons {
        guard comparison.isMeasured else { stop("LimitShare: no \(comparison.name)", code: 1) }
        print(comparison.row(threads: threads))
        rows += 1
      }
    }
    guard rows > 0 else { stop("LimitShare: nothing was measured", code: 1) }
    print("\nat the end: \(Machine.freedom)")
  }

  private static func stop(_ message: String, code: Int32) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    exit(code)
  }
}
