/// An input that has been opened: its compression and encoding known, its first bytes at hand.
struct OpenedDump {
  /// The bytes as stored, with their count and digest.
  let file: FileSource
  /// How they are compressed.
  let compression: DumpCompression
  /// The bytes of the text behind ``sample``, in UTF-8.
  let source: any ByteSource
  /// The beginning of the text.
  let sample: FileSample
  /// Why no more bytes come, where the source broke off within the sample.
  let fault: ByteSourceFault?

  /// Opens `file` and looks at its first bytes.
  init(_ file: FileSource) throws(ByteSourceFault) {
    self.file = file
    var head: [UInt8] = []
    while head.count < 4, try file.read(into: &head) {}
    var source: any ByteSource
    var pending: [UInt8] = []
    if head.starts(with: Inflater.magic) {
      compression = .gzip
      source = try DecompressingSource<Inflater>(file, head: head)
    } else if head.starts(with: ZstandardDecoder.magic) {
      compression = .zstd
      source = try DecompressingSource<ZstandardDecoder>(file, head: head)
    } else {
      compression = .none
      source = file
      pending = head
    }
    let (faultInMark, isBigEndian) = Self.fill(&pending, to: 4, from: source)
    var fault = faultInMark
    if let isBigEndian {
      source = UTF16Source(source, head: Array(pending.dropFirst(2)), isBigEndian: isBigEndian)
      pending = []
    } else if pending.starts(with: [0xEF, 0xBB, 0xBF]) {
      pending.removeFirst(3)
    }
    if fault == nil { fault = Self.fill(&pending, to: FileSample.limit, from: source).fault }
    self.source = source
    self.fault = fault
    sample = FileSample(bytes: pending, isWholeFile: pending.count < FileSample.limit)
  }

  /// Reads until `bytes` holds `count` bytes; tells the fault, and the byte order of UTF-16.
  private static func fill(_ bytes: inout [UInt8], to count: Int, from source: any ByteSource)
    -> (fault: ByteSourceFault?, isBigEndian: Bool?)
  {
    var fault: ByteSourceFault?
    do throws(ByteSourceFault) {
      while bytes.count < count, try source.read(into: &bytes) {}
    } catch {
      fault = error
    }
    let isUTF32 = bytes.starts(with: [0xFF, 0xFE, 0, 0])
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return (fault, isUTF16 && !isUTF32 ? bytes[0] == 0xFE : nil)
  }
}
