internal import Crypto

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The bytes of a file, a pipe or standard input as they are, with their count and digest.
///
/// Plain `read` calls: pipes, empty files and files of unknown size all work.
final class FileSource: ByteSource {
  /// The number of bytes read so far.
  private(set) var byteCount = 0
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private var hash = SHA256()

  /// Opens the file at `path` for reading.
  ///
  /// - Throws: ``ByteSourceFault/system(_:)`` with the system's reason.
  init(path: String) throws(ByteSourceFault) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    ownsDescriptor = true
    if descriptor < 0 { throw .system(Self.reason(errno)) }
  }

  /// Standard input.
  init() {
    descriptor = 0
    ownsDescriptor = false
  }

  deinit { if ownsDescriptor && descriptor >= 0 { _ = close(descriptor) } }

  func read(
    into buffer: inout [UInt8], atMost count: Int
  ) throws(ByteSourceFault) -> Bool {
    var outcome = 0
    buffer.append(addingCapacity: count) { output in
      unsafe output.withUnsafeMutableBufferPointer { space, filled in
        let free = UnsafeMutableRawBufferPointer(space)
        outcome = unsafe systemRead(descriptor, free.baseAddress.map { unsafe $0 + filled }, count)
        guard outcome > 0 else { return }
        unsafe hash.update(
          bufferPointer: UnsafeRawBufferPointer(rebasing: free[filled..<filled + outcome]))
        filled += outcome
      }
    }
    guard outcome >= 0 else { throw .system(Self.reason(Int32(-outcome))) }
    byteCount += outcome
    return outcome > 0
  }

  /// A file's size in bytes and the SHA-256 of its bytes in hexadecimal.
  struct Summary: Sendable {
    var byteCount: Int
    var sha256: String
  }

  /// Reads what is left of the file, and sums all of it up.
  func summary() -> Summary {
    var rest: [UInt8] = []
    while (try? read(into: &rest)) == true { rest.removeAll(keepingCapacity: true) }
    return Summary(byteCount: byteCount, sha256: hexadecimal(hash.finalize()))
  }

  private static func reason(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}

/// The number of bytes read, or the system's error number, negated.
private func systemRead(_ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int)
  -> Int
{
  while true {
    let outcome = unsafe read(descriptor, start, count)
    if outcome >= 0 { return outcome }
    if errno != EINTR { return -Int(errno) }
  }
}
