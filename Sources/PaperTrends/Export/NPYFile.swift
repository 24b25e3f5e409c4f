public import Foundation

/// A number that an array file can hold.
public protocol NPYElement: BitwiseCopyable, Sendable {
  /// NumPy's name of the type, as in `<f4`.
  static var numpyType: String { get }
}

extension Float: NPYElement {
  /// Little-endian 32-bit floating point.
  public static let numpyType = "<f4"
}

extension Int32: NPYElement {
  /// Little-endian 32-bit integers.
  public static let numpyType = "<i4"
}

extension Int64: NPYElement {
  /// Little-endian 64-bit integers.
  public static let numpyType = "<i8"
}

/// An array in the format of NumPy, which Julia and R read as well.
///
/// Version 1.0: the bytes `93 4E 55 4D 50 59 01 00`, the header's length in two bytes, the header as
/// a Python dictionary padded with spaces to a multiple of 64 bytes in all, then the elements in
/// row-major order, little-endian.
public enum NPYFile {
  /// The bytes before the elements.
  public static func header(type: String, shape: [Int]) -> Data {
    let sizes = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var text = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(sizes)), }"
    let prefixLength = 10
    let length = prefixLength + text.utf8.count + 1
    text += String(repeating: " ", count: (64 - length % 64) % 64) + "\n"
    let size = UInt16(text.utf8.count)
    var header = Data([0x93]) + Data("NUMPY".utf8) + Data([1, 0])
    header += Data([UInt8(truncatingIfNeeded: size), UInt8(truncatingIfNeeded: size >> 8)])
    return header + Data(text.utf8)
  }

  /// Writes an array of as many elements as `shape` says to a new file.
  ///
  /// - Throws: What the system says when the file cannot be written.
  public static func write<Element: NPYElement>(
    _ elements: [Element], shape: [Int], to url: URL
  ) throws {
    precondition(
      shape.reduce(1, *) == elements.count, "\(elements.count) elements are not of shape \(shape)")
    try header(type: Element.numpyType, shape: shape).write(to: url)
    let file = try FileHandle(forWritingTo: url)
    defer { try? file.close() }
    try file.seekToEnd()
    try ArrayBytes.forEachChunk(of: elements) { try file.write(contentsOf: $0) }
  }
}
