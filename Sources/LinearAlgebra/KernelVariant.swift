internal import CLinearAlgebra

/// The instruction sets that the sparse products are compiled for.
///
/// On x86-64 Linux the best one that the processor has is chosen at run time; elsewhere the
/// baseline runs. The variants round differently (a fused multiply-add rounds once), so results
/// are the same bits on one machine and close ones on another.
public enum KernelVariant: Int32, Sendable, Hashable, CaseIterable, CustomStringConvertible {
  /// The instructions that every processor of the platform has.
  case baseline = 0
  /// AVX2 and fused multiply-add.
  case x86_64_v3 = 1
  /// AVX-512.
  case x86_64_v4 = 2

  /// The best variant that this processor runs.
  public static let selected = KernelVariant(rawValue: pt_kernel_variant()) ?? .baseline

  /// Whether this processor runs this variant.
  public var isSupported: Bool { pt_kernel_variant_is_supported(rawValue) != 0 }

  /// The name of the instruction set.
  public var description: String {
    switch self {
    case .baseline: "baseline"
    case .x86_64_v3: "x86-64-v3"
    case .x86_64_v4: "x86-64-v4"
    }
  }
}
