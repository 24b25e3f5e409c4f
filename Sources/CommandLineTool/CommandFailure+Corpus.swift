import PaperTrends

extension CommandFailure {
  /// Inputs that cannot be used.
  init(_ error: CorpusError) {
    let code: Code =
      switch error.kind {
      case .noInput: .noInput
      case .badData: .badData
      case .inputOutput: .inputOutput
      }
    self.init(code: code, message: "\(error)")
  }
}
