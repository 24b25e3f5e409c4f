#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// The natural logarithm.
package func naturalLogarithm(_ value: Double) -> Double { log(value) }
