import CLinearAlgebra
import LinearAlgebra
import Testing

@Suite(.serialized) struct BLASThreadsTests {
  private struct Interruption: Error {}

  @Test func oneThreadInsideAndTheCallersValueAfterwards() {
    // Other suites may hold the setting at one meanwhile; then the caller's value is theirs.
    let before = LinearAlgebraRuntime.current.blasThreads
    BLASThreads.single {
      let inside = LinearAlgebraRuntime.current.blasThreads
      #expect(inside == nil || inside == 1)
      BLASThreads.single {}
      #expect(LinearAlgebraRuntime.current.blasThreads == inside)
    }
    #expect(before == nil || LinearAlgebraRuntime.current.blasThreads != nil)
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
