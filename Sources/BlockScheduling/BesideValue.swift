import Dispatch
import Synchronization

/// A value that is worked out on another thread beside what its owner does meanwhile.
///
/// For sums that nothing waits for until the end, such as digests. With a scheduler of one thread
/// it is worked out when it is asked for.
public final class BesideValue<Value: Sendable>: Sendable {
  private let body: @Sendable () -> Value
  private let result = Mutex<Value?>(nil)
  private let work = DispatchGroup()

  /// Begins to work out `body`, which must not depend on when or where it runs.
  public init(_ scheduler: BlockScheduler, _ body: @escaping @Sendable () -> Value) {
    self.body = body
    guard scheduler.threads > 1 else { return }
    DispatchQueue.global().async(group: work) {
      let value = body()
      self.result.withLock { $0 = value }
    }
  }

  /// The value, once it is there.
  public var value: Value {
    work.wait()
    return result.withLock { known in
      let value = known ?? body()
      known = value
      return value
    }
  }
}
