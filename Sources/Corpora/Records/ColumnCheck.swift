/// Checks that a file has the columns that the user mapped.
struct ColumnCheck {
  private let seen: [String]
  private let map: ColumnMap?

  /// The columns of `reader`, or, where no reader takes the file, the names in the first line of
  /// `sample` if it looks like a table.
  init(_ sample: FileSample, _ reader: (any PaperReader)?, _ options: CorpusReadingOptions) {
    map = options.columns
    seen =
      if let reader {
        reader.seenFields.map(\.name)
      } else if map != nil {
        SeparatedValuesReader.likelyColumns(of: sample)
      } else {
        []
      }
  }

  /// Does nothing where the file has no named columns at all, so that a map may be given with
  /// files of several formats.
  ///
  /// - Throws: ``CorpusError/noSuchColumn(path:column:nearest:columns:)``.
  func check(path: String) throws(CorpusError) {
    guard let map, !seen.isEmpty else { return }
    let names = Set(seen.map(TextCleaning.line))
    guard let missing = map.columns.first(where: { !names.contains($0) }) else { return }
    throw .noSuchColumn(
      path: path, column: missing, nearest: NearestName.nearest(to: missing, among: seen),
      columns: seen)
  }
}
