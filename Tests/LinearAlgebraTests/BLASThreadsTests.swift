import CLinearAlgebra
import LinearAlgebra
import Testing

@Suite struct BLASThreadsTests {
  private struct Interruption: Error {}

  /// In a process of its own, as other suites hold the setting too.
  @Test func oneThreadInsideAndTheCallersValueAfterwards() async {
    await #expect(processExitsWith: .success) {
      pt_set_blas_threads(2)
      let caller = pt_blas_threads()
      let inside: Int32 = caller == 0 ? 0 : 1
      BLASThreads.single {
        precondition(pt_blas_threads() == inside)
        BLASThreads.single { precondition(pt_blas_threads() == inside) }
        precondition(pt_blas_threads() == inside, "an inner call must not restore the setting")
      }
      precondition(pt_blas_threads() == caller)
      try? BLASThreads.single { () throws(LAPACKError) in
        throw LAPACKError(routine: "none", info: 1)
      }
      precondition(pt_blas_threads() == caller, "an error must not keep the setting")
    }
  }

  @Test func anErrorPassesThrough() {
    #expect(throws: Interruption.self) {
      try BLASThreads.single { () throws(Interruption) in throw Interruption() }
    }
  }

  @Test func runtimeNamesWhatIsLoaded() throws {
    let runtime = LinearAlgebraRuntime.current
    #expect(try #require(runtime.blasPath).contains("blas"))
    #expect(try #require(runtime.lapackPath).contains("lapack"))
    #expect(runtime.isReferenceBLAS == (runtime.blasConfiguration == nil))
    #expect(runtime.kernelVariant.isSupported)
  }
}
