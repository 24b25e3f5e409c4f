internal import CLinearAlgebra

/// The comparisons of bounds that say which points a centroid may have come near to.
package enum BoundKernels {
  /// What the lists below need behind their last number.
  package static let padding = Int(PT_LIST_PADDING)

  /// Lists the points whose upper bound after a move is not below all their lower bounds.
  ///
  /// - Parameters:
  ///   - labels: By point: its cluster, or -1.
  ///   - upper: By point.
  ///   - moved: By cluster: what is added to the upper bounds of its points.
  ///   - slack: What is added to all.
  ///   - lower: By group and point: a lower bound.
  ///   - groupsMoved: By group: what is taken from its lower bounds.
  ///   - listed: Gets the numbers of the points, ascending; it has ``padding`` places more than
  ///     there are points.
  ///   - variant: The instructions to use.
  /// - Returns: How many there are.
  package static func pointsInDoubt(
    labels: Span<Int32>, upper: Span<Float>, moved: Span<Float>, slack: Float,
    lower: Span<Float>, groupsMoved: Span<Float>, into listed: inout MutableSpan<Int32>,
    variant: KernelVariant = .selected
  ) -> Int {
    precondition(
      upper.count == labels.count && lower.count == groupsMoved.count * labels.count
        && !moved.isEmpty
        && listed.count >= labels.count + padding, "the bounds do not fit their storage")
    return unsafe labels.withUnsafeBufferPointer { labels in
      unsafe upper.withUnsafeBufferPointer { upper in
        unsafe moved.withUnsafeBufferPointer { moved in
          unsafe lower.withUnsafeBufferPointer { lower in
            unsafe groupsMoved.withUnsafeBufferPointer { groupsMoved in
              unsafe listed.withUnsafeMutableBufferPointer { listed in
                unsafe pt_points_in_doubt(
                  variant.rawValue, labels.count, labels.baseAddress, upper.baseAddress,
                  moved.baseAddress, slack, groupsMoved.count, lower.baseAddress,
                  groupsMoved.baseAddress, listed.baseAddress)
              }
            }
          }
        }
      }
    }
  }

  /// Lists the slots for whose points lower[point] - moved is at most the slot's upper bound.
  ///
  /// - Parameters:
  ///   - points: By slot: a point.
  ///   - lower: By point.
  ///   - moved: What is taken from the lower bounds.
  ///   - upper: By slot.
  ///   - slack: What is added to the upper bounds.
  ///   - listed: Gets the numbers of the slots, ascending; it has ``padding`` places more than
  ///     there are slots behind the first one.
  ///   - first: Where the list begins.
  ///   - variant: The instructions to use.
  /// - Returns: How many there are.
  package static func slotsInDoubt(
    points: Span<Int32>, lower: Span<Float>, moved: Float, upper: Span<Float>, slack: Float,
    into listed: inout MutableSpan<Int32>, at first: Int = 0, variant: KernelVariant = .selected
  ) -> Int {
    precondition(
      upper.count == points.count && first >= 0
        && listed.count >= first + points.count + padding,
      "the bounds do not fit their storage")
    return unsafe points.withUnsafeBufferPointer { points in
      unsafe lower.withUnsafeBufferPointer { lower in
        unsafe upper.withUnsafeBufferPointer { upper in
          unsafe listed.withUnsafeMutableBufferPointer { listed in
            unsafe pt_slots_in_doubt(
              variant.rawValue, points.count, points.baseAddress, lower.baseAddress, moved,
              upper.baseAddress, slack, listed.baseAddress.map { unsafe $0 + first })
          }
        }
      }
    }
  }
}
