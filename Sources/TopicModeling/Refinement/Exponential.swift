#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// e to the power of a value.
func exponential(_ value: Double) -> Double { exp(value) }
