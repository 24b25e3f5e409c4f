import BenchmarkInputs
import CBenchmarkLoops
@_spi(Benchmarking) import LinearAlgebra
import PaperTrends

/// Z = A^T (A Q) by ``GramOperator`` beside loops over the same entries that only gather rows.
enum SparseProductShare {
  static func measure(
    _ matrix: CSRMatrix, scheduler: BlockScheduler, rounds: Int
  ) -> Comparison {
    let width = Int(BM_GATHER_WIDTH)
    let q = SyntheticMatrices.dense(rows: matrix.columnCount, columns: width, seed: 1)
    let gram = GramOperator(matrix, scheduler: scheduler)
    let expected = gram.apply(to: q, width: width, scheduler: scheduler)

    // The best of what blocks and prefetches were tried is the limit.
    var best: (seconds: Double, loops: GatherLoops, ahead: Int)?
    for rowsPerBlock in [8_192, 16_384, 32_768] {
      let loops = GatherLoops(matrix, rowsPerBlock: rowsPerBlock)
      for ahead in [0, 8, 16] {
        let z = loops.apply(to: q, ahead: ahead, scheduler: scheduler)
        precondition(differ(z, expected) < 1e-4, "both compute the same product")
        let time =
          (0..<7).map { _ in
            seconds { _ = loops.apply(to: q, ahead: ahead, scheduler: scheduler) }
          }.min() ?? .infinity
        if time < best?.seconds ?? .infinity { best = (time, loops, ahead) }
      }
    }
    guard let best else { preconditionFailure("several loops were tried") }
    return Comparison(
      "sparse product A^T(AQ), \(width) columns", unit: "GFLOP/s",
      work: 4 * Double(matrix.entryCount * width) / 1e9,
      limitName: "rows gathered in C, the best of 9 loops: blocks of "
        + "\(best.loops.rowsPerBlock) rows, fetched \(best.ahead) ahead",
      rounds: rounds,
      ours: { _ = gram.apply(to: q, width: width, scheduler: scheduler) },
      limit: { _ = best.loops.apply(to: q, ahead: best.ahead, scheduler: scheduler) })
  }

  /// The largest difference by the largest value.
  private static func differ(_ a: [Float], _ b: [Float]) -> Float {
    let scale = b.lazy.map(\.magnitude).max() ?? 1
    return zip(a, b).lazy.map { ($0 - $1).magnitude }.max().map { $0 / scale } ?? .infinity
  }
}
