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
  static let rounds = 9

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count < 2, arguments.first?.hasPrefix("-") != true else {
      FileHandle.standardError.write(Data("usage: LimitShare [DUMP]\n".utf8))
      exit(64)
    }
    let input = try Input(dump: arguments.first)
    print("\(Machine.description)\n\(input.description)\n")
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
        guard comparison.isMeasured else {
          FileHandle.standardError.write(Data("LimitShare: no \(comparison.name)\n".utf8))
          exit(1)
        }
        print(comparison.row(threads: threads))
        rows += 1
      }
    }
    guard rows > 0 else {
      FileHandle.standardError.write(Data("LimitShare: nothing was measured\n".utf8))
      exit(1)
    }
    print("\nload average at the end: \(Machine.load)")
  }
}
