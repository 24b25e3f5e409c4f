#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Double {
  /// ln(self), from the platform's mathematics library.
  var naturalLogarithm: Double { log(self) }
}
