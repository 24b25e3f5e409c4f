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
  /// When the bytes are digested.
  enum Digesting {
    /// As they are read.
    case onTheWay
    /// When the digest is asked for, where they can be read again.
    case later
  }

  /// The number of bytes read so far.
  private(set) var byteCount = 0
  /// What a regular file was when it was opened; nil for anything else, and where its size says
  /// nothing, as that of an empty file and of one that the system makes up.
  let state: FileState?
  private let path: String?
  private let descriptor: Int32
  /// The digest of what was read so far; nil where that comes later.
  private var hash: SHA256?

  /// Opens the file at `path` for reading.
  ///
  /// - Throws: ``ByteSourceFault/system(_:)`` with the system's reason.
  init(path: String, digesting: Digesting = .later) throws(ByteSourceFault) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    state = Self.state(descriptor)
    hash = state != nil && digesting == .later ? nil : SHA256()
    if descriptor < 0 { throw .system(Self.reason(errno)) }
  }

  /// Standard input.
  init() {
    path = nil
    descriptor = 0
    state = nil
    hash = SHA256()
  }

  deinit { if path != nil && descriptor >= 0 { _ = close(descriptor) } }

  func read(
    into buffer: inout [UInt8], atMost count: Int
  ) throws(ByteSourceFault) -> Bool {
    var outcome = 0
    buffer.append(addingCapacity: count) { output in
      unsafe output.withUnsafeMutableBufferPointer { space, filled in
        let free = UnsafeMutableRawBufferPointer(space)
        outcome = unsafe systemRead(descriptor, free.baseAddress.map { unsafe $0 + filled }, count)
        guard outcome > 0 else { return }
        unsafe hash?.update(
          bufferPointer: UnsafeRawBufferPointer(rebasing: free[filled..<filled + outcome]))
        filled += outcome
      }
    }
    guard outcome >= 0 else { throw .system(Self.reason(Int32(-outcome))) }
    byteCount += outcome
    return outcome > 0
  }

  /// A file's size in bytes and their digest.
  struct Summary: Sendable {
    var byteCount: Int
    var digest: FileDigest
  }

  /// Sums up all of the file, also what was not read of it.
  func summary() -> Summary {
    if hash == nil, let path, let state {
      return Summary(
        byteCount: max(byteCount, state.byteCount), digest: .ofFile(path: path, state: state))
    }
    var rest: [UInt8] = []
    while (try? read(into: &rest)) == true { rest.removeAll(keepingCapacity: true) }
    let digest = hash.map { hexadecimal($0.finalize()) } ?? ""
    return Summary(byteCount: byteCount, digest: .known(digest))
  }

  /// What a regular file is by now.
  var currentState: FileState? { Self.state(descriptor) }

  private static func state(_ descriptor: Int32) -> FileState? {
    var found = stat()
    guard descriptor >= 0, unsafe fstat(descriptor, &found) == 0,
      found.st_mode & S_IFMT == S_IFREG, found.st_size > 0
    else { return nil }
    #if canImport(Darwin)
      let changed = found.st_mtimespec
    #else
      let changed = found.st_mtim
    #endif
    return FileState(
      device: UInt64(truncatingIfNeeded: found.st_dev), number: UInt64(found.st_ino),
      byteCount: Int(found.st_size), seconds: Int(changed.tv_sec),
      nanoseconds: Int(changed.tv_nsec))
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
