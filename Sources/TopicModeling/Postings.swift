import BlockScheduling
import LinearAlgebra

/// Which papers have a term.
struct Postings: Sendable {
  /// The papers of all terms, term by term, ascending.
  let papers: [Int32]
  private let offsets: [Int32]

  /// The postings of some terms of a matrix of papers x terms; the other terms have none.
  ///
  /// - Complexity: O(entries).
  init(_ matrix: CSRMatrix, terms: [LabelTerm], scheduler: BlockScheduler) {
    var isWanted = [Bool](repeating: false, count: matrix.columnCount)
    for term in terms { isWanted[term.id] = true }
    (offsets, papers) = matrix.rowsOfColumns(isWanted, scheduler: scheduler)
  }

  /// The postings in a matrix of terms x papers, which shares its storage.
  init(transposed: CSRMatrix) {
    offsets = transposed.rowOffsets
    papers = transposed.columnIndices
  }

  /// Where the papers with a term are in ``papers``.
  func entries(ofTerm term: Int) -> Range<Int> {
    Int(offsets[term])..<Int(offsets[term + 1])
  }
}
