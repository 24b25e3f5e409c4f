import CAllocator

/// What becomes of memory that is no longer used.
enum FreedMemory {
  /// Large arrays give their memory back to the system when they are freed.
  ///
  /// Large are those of many times the year's papers: where a step makes an array of 12 MB anew, as
  /// each step of smoothing does, giving it back in between was measured at a second of page faults.
  /// By default the GNU C library keeps ever larger blocks for reuse, between smaller ones that
  /// live on: on 300,000 abstracts a fifth of the peak.
  static func goesBack() {
    #if os(Linux)
      mallopt(M_MMAP_THRESHOLD, 16 << 20)
      mallopt(M_TRIM_THRESHOLD, 32 << 20)
    #endif
  }

  /// Gives back what is free between memory that is in use.
  static func goBackNow() {
    #if os(Linux)
      malloc_trim(0)
    #endif
  }
}
