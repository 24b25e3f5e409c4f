import Foundation

/// How large the input is, where that can be known beforehand.
public enum InputSize {
  /// The bytes of all `inputs`; nil where one of them is not a plain file.
  public static func bytes(of inputs: [String]) -> Int? {
    var total = 0
    for path in inputs {
      guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
        attributes[.type] as? FileAttributeType == .typeRegular,
        let size = attributes[.size] as? Int
      else { return nil }
      total += size
    }
    return total
  }
}
