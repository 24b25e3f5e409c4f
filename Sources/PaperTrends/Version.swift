/// The version of this package, as reports and `--version` print it.
public let paperTrendsVersion = "0.1.0"
