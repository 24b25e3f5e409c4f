import Foundation
import Synchronization

/// Cleans up when Ctrl-C or a request to terminate comes while something is half written.
///
/// As long as the value lives the process does not end at once: `clean` runs, a sentence says what
/// was not written, and the exit code is 128 plus the signal's number.
final class Interruption {
  private static let signals = [SIGINT, SIGTERM]

  private static let hasCome = Mutex(false)

  private let sources: [any DispatchSourceSignal]

  init(writing path: String, clean: @escaping @Sendable () -> Void) {
    sources = Self.signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(
        signal: number, queue: DispatchQueue.global(qos: .userInitiated))
      source.setEventHandler {
        Self.hasCome.withLock { $0 = true }
        clean()
        StandardError.write("\npapertrends: interrupted; \(path) was not written.\n")
        exit(128 + number)
      }
      source.resume()
      return source
    }
  }

  /// Waits for the end where a signal has come: what fails meanwhile fails because of the cleaning.
  static func waitIfInterrupted() {
    while hasCome.withLock({ $0 }) { Thread.sleep(forTimeInterval: 1) }
  }

  deinit {
    for source in sources { source.cancel() }
    for number in Self.signals { signal(number, SIG_DFL) }
  }
}
