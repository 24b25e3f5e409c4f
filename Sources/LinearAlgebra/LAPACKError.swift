/// A LAPACK routine that did not deliver.
public struct LAPACKError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The routine's name.
  public var routine: String
  /// LAPACK's info: the negative position of a bad argument, or a positive failure to converge.
  public var info: Int

  /// Notes what `routine` answered.
  public init(routine: String, info: Int) {
    self.routine = routine
    self.info = info
  }

  /// One sentence with the routine and its answer.
  public var description: String {
    info < 0
      ? "\(routine): argument \(-info) is invalid" : "\(routine) did not converge (info \(info))"
  }
}
