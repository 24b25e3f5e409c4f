/// How far two numbers are apart, for expectations that print the measured error.
public func relativeError(_ measured: Double, _ expected: Double) -> Double {
  abs(measured - expected) / max(abs(expected), .leastNormalMagnitude)
}
