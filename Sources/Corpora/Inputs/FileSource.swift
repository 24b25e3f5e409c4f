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
  private var block = [UInt8](repeating: 0, count: blockSize)

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

  func read(into buffer: inout [UInt8]) throws(ByteSourceFault) -> Bool {
    var count = 0
    repeat {
      count = unsafe block.withUnsafeMutableBytes { bytes in
        unsafe systemRead(descriptor, bytes.baseAddress, bytes.count)
      }
    } while count < 0 && errno == EINTR
    guard count >= 0 else { throw .system(Self.reason(errno)) }
    byteCount += count
    hash.update(data: block[..<count])
    buffer.append(contentsOf: block[..<count])
    return count > 0
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

private func systemRead(_ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int)
  -> Int
{
  unsafe read(descriptor, start, count)
}
