/// When and out of how many: the side of a rate regression that all series of a question share.
///
/// Only periods with papers are in it, as a period without any says nothing of a share.
public struct RateDesign: Sendable, Hashable {
  /// The positions of the periods used, of those given.
  public let indices: [Int]
  /// The times of these periods less ``origin``; a rate ratio is per unit of time.
  public let times: [Double]
  /// The volume-weighted mean time, so that level and slope are nearly independent.
  public let origin: Double
  /// All papers of each period.
  public let volumes: [Double]
  let logVolumes: [Double]

  /// The number of periods used.
  public var count: Int { times.count }

  /// The time from the first period used to the last.
  public var span: Double { (times.last ?? 0) - (times.first ?? 0) }

  /// Takes the periods that have papers.
  ///
  /// - Parameters:
  ///   - times: When each period is, ascending.
  ///   - volumes: All papers of each period, at least 0.
  /// - Precondition: As many times as volumes.
  public init(times: [Double], volumes: [Double]) {
    precondition(times.count == volumes.count, "as many times as volumes")
    let used = volumes.indices.filter { volumes[$0] > 0 }
    let total = used.reduce(0) { $0 + volumes[$1] }
    let mean = total > 0 ? used.reduce(0) { $0 + volumes[$1] * times[$1] } / total : 0
    indices = used
    origin = mean
    self.times = used.map { times[$0] - mean }
    self.volumes = used.map { volumes[$0] }
    logVolumes = self.volumes.map(naturalLogarithm)
  }
}
