internal import CLinearAlgebra

/// Which BLAS and LAPACK are loaded and which of our kernels run, for a report to the user.
public struct LinearAlgebraRuntime: Sendable, Hashable {
  /// The file that the BLAS was loaded from, where the system says so.
  public let blasPath: String?
  /// The file that LAPACK was loaded from, where the system says so.
  public let lapackPath: String?
  /// The BLAS by name: "OpenBLAS", "Accelerate" or "reference BLAS".
  public let blasName: String
  /// OpenBLAS's description of itself: version, options, kernel.
  public let blasConfiguration: String?
  /// The processor kind whose kernels OpenBLAS chose.
  public let blasCoreName: String?
  /// The number of threads that the BLAS would use outside our calls; nil without thread control.
  public let blasThreads: Int?
  /// The instruction set of our sparse products.
  public let kernelVariant: KernelVariant

  /// Whether the BLAS is the slow reference implementation (or one that we do not know).
  public var isReferenceBLAS: Bool { blasName == "reference BLAS" }

  /// What this process has loaded.
  public static var current: LinearAlgebraRuntime {
    let configuration = unsafe pt_openblas_config().map { unsafe String(cString: $0) }
    let threads = Int(pt_blas_threads())
    #if canImport(Darwin)
      let name = "Accelerate"
    #else
      let name = configuration == nil ? "reference BLAS" : "OpenBLAS"
    #endif
    return LinearAlgebraRuntime(
      blasPath: unsafe pt_blas_path().map { unsafe String(cString: $0) },
      lapackPath: unsafe pt_lapack_path().map { unsafe String(cString: $0) },
      blasName: name,
      blasConfiguration: configuration,
      blasCoreName: unsafe pt_openblas_core_name().map { unsafe String(cString: $0) },
      blasThreads: threads > 0 ? threads : nil,
      kernelVariant: .selected)
  }
}
