import Foundation
import LinearAlgebra

/// Reads a matrix of floating-point numbers from NumPy's format, of which ``NPYFile`` writes one.
enum NPYMatrix {
  /// What is wrong with a file.
  struct Fault: Error {
    var reason: String
  }

  /// The matrix in `data`: float32 or float64, row-major, little-endian, two dimensions.
  ///
  /// - Throws: ``Fault`` with a clause that says what is wrong and what to do.
  static func read(_ data: Data) throws(Fault) -> DenseMatrix {
    let bytes = Array(data.prefix(12))
    guard bytes.count == 12, bytes.starts(with: [0x93] + Array("NUMPY".utf8)) else {
      throw Fault(reason: "is no NumPy array; write it with numpy.save")
    }
    let isFirstVersion = bytes[6] == 1
    let start = isFirstVersion ? 10 : 12
    let length =
      isFirstVersion
      ? Int(bytes[8]) | Int(bytes[9]) << 8
      : Int(bytes[8]) | Int(bytes[9]) << 8 | Int(bytes[10]) << 16 | Int(bytes[11]) << 24
    guard start + length <= data.count else {
      throw Fault(reason: "ends within its header; write it again")
    }
    let header = String(decoding: data.dropFirst(start).prefix(length), as: UTF8.self)
    let bits: Int
    switch value(of: "descr", in: header) {
    case "'<f4'": bits = 32
    case "'<f8'": bits = 64
    default:
      throw Fault(
        reason: "does not hold little-endian float32 or float64; convert it with .astype('float32')"
      )
    }
    guard value(of: "fortran_order", in: header) == "False" else {
      throw Fault(reason: "is column-major; save numpy.ascontiguousarray of it")
    }
    let sizes = shape(in: header)
    guard sizes.count == 2, let rows = sizes.first, let columns = sizes.last, rows > 0, columns > 0
    else {
      throw Fault(reason: "is not papers x dimensions; save an array of two dimensions")
    }
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard !overflow, count <= Int.max / 16, start + length + count * bits / 8 == data.count else {
      throw Fault(reason: "is not as long as its header says; write it again")
    }
    return DenseMatrix(
      rowCount: rows, columnCount: columns,
      elements: ArrayElements.floats(data, from: start + length, count: count, bits: bits))
  }

  /// The text after `'key':` up to the next comma outside brackets.
  private static func value(of key: String, in header: String) -> String? {
    guard let range = header.range(of: "'\(key)':") else { return nil }
    return header[range.upperBound...].prefix { $0 != "," && $0 != "}" }
      .trimmingCharacters(in: .whitespaces)
  }

  private static func shape(in header: String) -> [Int] {
    guard let range = header.range(of: "'shape':"),
      let open = header[range.upperBound...].firstIndex(of: "("),
      let close = header[open...].firstIndex(of: ")")
    else { return [] }
    return header[header.index(after: open)..<close].split(separator: ",")
      .compactMap { Int($0.trimmingCharacters(in: .whitespaces)) }
  }
}
