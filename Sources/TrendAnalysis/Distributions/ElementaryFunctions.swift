#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// The natural logarithm.
func naturalLogarithm(_ value: Double) -> Double { log(value) }

/// ln(1 + value), exact for small values.
func logarithmOfOnePlus(_ value: Double) -> Double { log1p(value) }

/// e to the power of the value.
func exponential(_ value: Double) -> Double { exp(value) }

/// The base to the power of the exponent.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// 2/√π times the integral of exp(-t²) from the value to infinity.
func complementaryErrorFunction(_ value: Double) -> Double { erfc(value) }
