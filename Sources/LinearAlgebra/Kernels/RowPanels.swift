package import BlockScheduling
internal import CLinearAlgebra

/// The rows of a dense matrix in panels of sixteen, column by column: the layout in which one
/// vector instruction takes the same column of sixteen rows.
///
/// The last panel is filled up with rows of zeros. Distances are computed in Float in a fixed
/// order, so that no BLAS decides their last bits, and a row is at distance 0 from its own copy
/// exactly.
package struct RowPanels: Sendable {
  /// The rows of a panel.
  package static let lanes = Int(PT_PANEL_LANES)

  /// The number of rows, without those that fill the last panel.
  package let rowCount: Int
  /// The number of panels.
  package let panelCount: Int
  private let width: Int
  private let elements: [Float]
  private let squaredNorms: [Float]

  /// Lays out the rows of `matrix`, a copy of its size.
  package init(_ matrix: DenseMatrix, scheduler: BlockScheduler) {
    let (width, rowCount) = (matrix.columnCount, matrix.rowCount)
    let panelCount = (rowCount + Self.lanes - 1) / Self.lanes
    var elements = [Float](zeros: panelCount * Self.lanes * width)
    var norms = [Float](repeating: 0, count: panelCount * Self.lanes)
    if width > 0 {
      let blocks = scheduler.updateRows(&elements, width: Self.lanes * width, blockSize: 64) {
        panels, target in
        let source = matrix.elements.span
        for panel in panels {
          let first = panel * Self.lanes
          let start = (panel - panels.lowerBound) * Self.lanes * width
          for row in first..<min(first + Self.lanes, rowCount) {
            let entries = source.extracting(row * width..<(row + 1) * width)
            var place = start + row - first
            for column in entries.indices {
              target[place] = entries[column]
              place &+= Self.lanes
            }
          }
        }
        return Self.squaredNorms(target.span, width: width)
      }
      norms = Array(blocks.joined())
    }
    self.rowCount = rowCount
    self.panelCount = panelCount
    self.width = width
    self.elements = elements
    squaredNorms = norms
  }

  /// The squared norm of each row of whole panels, in Float.
  private static func squaredNorms(_ panels: Span<Float>, width: Int) -> [Float] {
    var norms = [Float](repeating: 0, count: panels.count / width)
    unsafe panels.withUnsafeBufferPointer { panels in
      unsafe pt_panel_norms(
        KernelVariant.selected.rawValue, norms.count / lanes, width, panels.baseAddress, &norms)
    }
    return norms
  }

  /// Squared distances of the rows of `panels` to all rows of `candidates`, one candidate's after
  /// the other's.
  package func squaredDistances(
    _ panels: Range<Int>, to candidates: RowPanels, into squared: inout MutableSpan<Float>
  ) {
    let stride = panels.count * Self.lanes
    precondition(
      panels.lowerBound >= 0 && panels.upperBound <= panelCount && candidates.width == width
        && squared.count >= stride * candidates.rowCount,
      "the distances do not fit their storage")
    for candidatePanel in 0..<candidates.panelCount {
      let first = candidatePanel * Self.lanes
      unsafe squared.withUnsafeMutableBufferPointer { squared in
        unsafe elements.withUnsafeBufferPointer { points in
          unsafe candidates.elements.withUnsafeBufferPointer { others in
            unsafe squaredNorms.withUnsafeBufferPointer { norms in
              unsafe candidates.squaredNorms.withUnsafeBufferPointer { otherNorms in
                guard let squared = squared.baseAddress, let points = points.baseAddress,
                  let others = others.baseAddress, let norms = norms.baseAddress,
                  let otherNorms = otherNorms.baseAddress
                else { return }
                unsafe pt_panel_distances(
                  KernelVariant.selected.rawValue, panels.count, width,
                  points + panels.lowerBound * Self.lanes * width,
                  norms + panels.lowerBound * Self.lanes,
                  min(Self.lanes, candidates.rowCount - first), others + first * width,
                  otherNorms + first, squared + first * stride, stride)
              }
            }
          }
        }
      }
    }
  }

  /// Scores |c|^2 - 2 x.c of points x against the rows c of one panel, lower for nearer rows.
  ///
  /// - Parameters:
  ///   - panel: The panel.
  ///   - norms: |c|^2 for all rows of all panels; infinite for rows that fill up the last one.
  ///   - slots: Which of the points below to score.
  ///   - points: The row of `rows` that each slot stands for.
  ///   - rows: Row-major points.
  ///   - excluded: For each slot a row that does not count for the minimum, or -1.
  ///   - scores: Gets ``lanes`` scores for each slot.
  ///   - minima: Gets the smallest score of each slot.
  ///   - smallest: For each slot the smallest score so far, lowered to the new ones.
  ///   - first: The place of slot 0 in `minima`, and in `scores` by ``lanes``.
  package func score(
    panel: Int, norms: Span<Float>, slots: Span<Int32>, points: Span<Int32>, rows: Span<Float>,
    excluded: Span<Int32>, scores: inout [Float], minima: inout [Float],
    smallest: inout [Float], at first: Int
  ) {
    precondition(
      panel >= 0 && panel < panelCount && norms.count == panelCount * Self.lanes
        && excluded.count == points.count && slots.count <= points.count && first >= 0
        && smallest.count >= points.count
        && first + points.count <= minima.count && scores.count == minima.count * Self.lanes,
      "the scores do not fit their storage")
    let firstRow = panel * Self.lanes
    let panelElements = elements.span.extracting(droppingFirst: firstRow * width)
    unsafe panelElements.withUnsafeBufferPointer { panel in
      unsafe norms.extracting(droppingFirst: firstRow).withUnsafeBufferPointer { norms in
        unsafe slots.withUnsafeBufferPointer { slots in
          unsafe points.withUnsafeBufferPointer { points in
            unsafe rows.withUnsafeBufferPointer { rows in
              unsafe excluded.withUnsafeBufferPointer { excluded in
                unsafe scores.withUnsafeMutableBufferPointer { scores in
                  unsafe minima.withUnsafeMutableBufferPointer { minima in
                    unsafe smallest.withUnsafeMutableBufferPointer { smallest in
                      unsafe pt_panel_scores(
                        KernelVariant.selected.rawValue, width, panel.baseAddress,
                        norms.baseAddress, slots.count, slots.baseAddress, points.baseAddress,
                        rows.baseAddress, excluded.baseAddress, Int32(firstRow),
                        scores.baseAddress.map { unsafe $0 + first * Self.lanes },
                        minima.baseAddress.map { unsafe $0 + first }, smallest.baseAddress)
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// Scores |c|^2 - 2 x.c of each point against one centroid of its own, all row-major.
  package static func score(
    points: Span<Int32>, rows: Span<Float>, width: Int, against own: Span<Int32>,
    centroids: Span<Float>, norms: Span<Float>, into scores: inout MutableSpan<Float>
  ) {
    precondition(
      own.count == points.count && scores.count >= points.count, "each point has one centroid")
    unsafe points.withUnsafeBufferPointer { points in
      unsafe rows.withUnsafeBufferPointer { rows in
        unsafe own.withUnsafeBufferPointer { own in
          unsafe centroids.withUnsafeBufferPointer { centroids in
            unsafe norms.withUnsafeBufferPointer { norms in
              unsafe scores.withUnsafeMutableBufferPointer { scores in
                unsafe pt_row_scores(
                  KernelVariant.selected.rawValue, points.count, width, points.baseAddress,
                  rows.baseAddress, own.baseAddress, centroids.baseAddress, norms.baseAddress,
                  scores.baseAddress)
              }
            }
          }
        }
      }
    }
  }

  /// The sum in Double of the smaller of each two values, a whole number of panels of them.
  package static func sumOfMinima(_ a: Span<Float>, _ b: Span<Float>) -> Double {
    precondition(a.count == b.count && a.count % lanes == 0, "the values do not fill panels")
    return unsafe a.withUnsafeBufferPointer { a in
      unsafe b.withUnsafeBufferPointer { b in
        unsafe pt_panel_minimum_sum(
          KernelVariant.selected.rawValue, a.count / lanes, a.baseAddress, b.baseAddress)
      }
    }
  }
}
