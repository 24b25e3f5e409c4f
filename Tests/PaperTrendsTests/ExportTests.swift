import Foundation
import LinearAlgebra
import PaperTrends
import TestSupport
import Testing

@Suite struct ExportTests {
  /// An array as a reader of the format sees it.
  struct Array {
    var type: String
    var shape: [Int]
    var bytes: Data

    init(_ url: URL) throws {
      let data = try Data(contentsOf: url)
      try #require(data.prefix(8) == Data([0x93]) + Data("NUMPY".utf8) + Data([1, 0]))
      let length = Int(data[8]) | Int(data[9]) << 8
      try #require((10 + length) % 64 == 0)
      let header = String(decoding: data[10..<10 + length], as: UTF8.self)
      try #require(header.last == "\n" && header.filter { $0 != " " }.hasSuffix(",}\n"))
      try #require(header.contains("'fortran_order': False"))
      type = String(try #require(header.firstMatch(of: /'descr': '([^']+)'/)).1)
      let sizes = try #require(header.firstMatch(of: /'shape': \(([^)]*)\)/)).1
      shape = sizes.split(separator: ",").compactMap { Int($0.filter(\.isNumber)) }
      bytes = Data(data[(10 + length)...])
      #expect(bytes.count == shape.reduce(type == "<i8" ? 8 : 4, *))
    }

    private func number(_ index: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(bytes[4 * index + $1]) << UInt32(8 * $1) }
    }

    var floats: [Float] {
      (0..<bytes.count / 4).map { Float(bitPattern: number($0)) }
    }
    var integers: [Int32] {
      (0..<bytes.count / 4).map { Int32(bitPattern: number($0)) }
    }
  }

  static func fitted(threads: Int = 2) throws -> FittedCorpus {
    var options = PipelineOptions(
      threads: threads, today: try #require(PublicationDate(year: 2026, month: 1, day: 1)))
    options.topics.topicCount = .fixed(8)
    return try FittedCorpus.fit(inputs: [Tool.sample], options: options)
  }

  @Test func arraysReadBackEqual() throws {
    let fitted = try Self.fitted()
    let scratch = try TemporaryFolder()
    let folder = scratch.url.appendingPathComponent("export")
    try CorpusExport(fitted).write(to: folder)
    func array(_ name: String) throws -> Array {
      try Array(folder.appendingPathComponent(name + ".npy"))
    }
    let start = try array("starting-centroids")
    #expect(start.shape == [8, fitted.model.components.columnCount])
    #expect(start.floats == fitted.model.startingCentroids.elements)
    let shape = try array("tfidf-shape")
    #expect(shape.type == "<i8")
    #expect(shape.bytes[0] == UInt8(truncatingIfNeeded: fitted.tfidf.rowCount))
    let tfidf = try CSRMatrix(
      rowCount: fitted.tfidf.rowCount, columnCount: fitted.tfidf.columnCount,
      rowOffsets: try array("tfidf-indptr").integers,
      columnIndices: try array("tfidf-indices").integers, values: try array("tfidf-data").floats)
    #expect(tfidf == fitted.tfidf)
    for (name, matrix) in [
      ("components", fitted.model.components), ("centroids", fitted.model.centroids),
      ("document-vectors", fitted.model.documentVectors),
      ("topic-vectors", fitted.model.topicVectors),
    ] {
      let read = try array(name)
      #expect(read.type == "<f4")
      #expect(read.shape == [matrix.rowCount, matrix.columnCount], "\(name)")
      #expect(read.floats == matrix.elements, "\(name)")
    }
    let neighbors = try #require(fitted.model.neighbors)
    let lists = try array("neighbors")
    #expect(lists.shape == [neighbors.rowCount, neighbors.neighborCount])
    #expect(lists.integers == neighbors.indices)
    #expect(try array("neighbor-cosines").floats == neighbors.cosines)
    let merges = fitted.model.tree.nodes.compactMap(\.children)
    let tree = try array("tree")
    #expect(tree.shape == [merges.count, 2])
    #expect(tree.integers == merges.flatMap { [Int32($0.left), Int32($0.right)] })
    #expect(try array("tree-heights").floats == merges.map { Float($0.height) })
    #expect(try array("labels").integers == fitted.model.labels)
    #expect(try array("singular-values").floats == fitted.model.singularValues)
    #expect(try array("idf").floats == fitted.features.inverseDocumentFrequency)
  }

  @Test func tablesHaveALineForEachThing() throws {
    let fitted = try Self.fitted()
    let scratch = try TemporaryFolder()
    let folder = scratch.url.appendingPathComponent("export")
    try CorpusExport(fitted).write(to: folder)
    func lines(_ name: String) throws -> [[Substring]] {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        .split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    }
    let papers = try lines("papers.tsv")
    #expect(papers.count == fitted.corpus.papers.count + 1)
    #expect(papers.allSatisfy { $0.count == papers[0].count })
    for (row, line) in papers.dropFirst().enumerated() {
      #expect(line[1] == fitted.corpus.papers[row].id)
      #expect(Int(line[2]) == fitted.model.topic(ofPaper: row)?.id)
    }
    let topics = try lines("topics.tsv")
    #expect(topics.count == fitted.model.topics.count + 1)
    #expect(topics.dropFirst().map { Int($0[1]) } == fitted.model.topics.map(\.size))
    #expect(
      try lines("vocabulary.txt").map { String($0[0]) } == fitted.features.vocabulary.terms)
  }

  @Test func theFilesAreThoseThatAreNamedAndTheSameForAnyThreads() throws {
    let scratch = try TemporaryFolder()
    func contents(threads: Int, _ name: String) throws -> [String: Data] {
      let folder = scratch.url.appendingPathComponent(name)
      try CorpusExport(try Self.fitted(threads: threads)).write(to: folder)
      return Dictionary(
        uniqueKeysWithValues: try FileManager.default.contentsOfDirectory(atPath: folder.path).map {
          ($0, try Data(contentsOf: folder.appendingPathComponent($0)))
        })
    }
    let one = try contents(threads: 1, "one")
    #expect(one.keys.sorted() == CorpusExport.fileNames)
    #expect(try contents(threads: 2, "two") == one)
    // Nothing is left beside the folders.
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted()
        == ["one", "two"])
  }

  @Test func anEarlierExportIsReplacedAndAnythingElseLeftAlone() throws {
    let export = CorpusExport(try Self.fitted())
    let scratch = try TemporaryFolder()
    let folder = scratch.url.appendingPathComponent("export")
    try export.write(to: folder)
    try Data("old".utf8).write(to: folder.appendingPathComponent("labels.npy"))
    // What an interrupted export leaves is cleared.
    let partial = scratch.url.appendingPathComponent(".export.partial")
    try FileManager.default.createDirectory(at: partial, withIntermediateDirectories: true)
    try export.write(to: folder)
    #expect(try Array(folder.appendingPathComponent("labels.npy")).type == "<i4")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["export"])

    let mine = folder.appendingPathComponent("my-notebook.ipynb")
    try Data("mine".utf8).write(to: mine)
    #expect(throws: CorpusExportError.self) { try export.write(to: folder) }
    #expect(try Data(contentsOf: mine) == Data("mine".utf8))
    let file = scratch.path("file")
    try Data("a file".utf8).write(to: URL(fileURLWithPath: file))
    #expect(throws: CorpusExportError.occupied(path: file, found: "file")) {
      try export.write(to: URL(fileURLWithPath: file))
    }
    #expect(throws: CorpusExportError.self) {
      try export.write(to: scratch.url.appendingPathComponent("no/such/folder"))
    }
  }

  @Test(arguments: [[0], [7], [3, 5], [2, 3, 4]])
  func headersEndOnAMultipleOf64(shape: [Int]) throws {
    let scratch = try TemporaryFolder()
    let url = scratch.url.appendingPathComponent("a.npy")
    let elements = (0..<shape.reduce(1, *)).map { Float($0) - 1.5 }
    try NPYFile.write(elements, shape: shape, to: url)
    let read = try Array(url)
    #expect(read.shape == shape)
    #expect(read.floats == elements)
  }

  private static func python(_ script: String, in folder: URL? = nil) throws -> Tool.Outcome {
    try Tool.run(URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-c", script], in: folder)
  }

  static let hasNumPy = (try? python("import numpy"))?.status == 0

  @Test(.enabled(if: hasNumPy, "needs python3 with numpy")) func numPyReadsTheArrays() throws {
    let fitted = try Self.fitted()
    let scratch = try TemporaryFolder()
    let folder = scratch.url.appendingPathComponent("export")
    try CorpusExport(fitted).write(to: folder)
    let script = """
      import numpy as np
      load = lambda name: np.load(name + '.npy', allow_pickle=False)
      data, indices, indptr, shape = map(load, ('tfidf-data', 'tfidf-indices', 'tfidf-indptr', 'tfidf-shape'))
      assert indptr[-1] == len(data) == len(indices) and len(indptr) == shape[0] + 1
      squares = np.add.reduceat(data.astype(float) ** 2, indptr[:-1])
      assert np.allclose(squares, 1, atol=1e-5)
      v = load('components')
      assert np.allclose(v.T @ v, np.eye(v.shape[1]), atol=1e-4)
      x, c, labels = load('topic-vectors'), load('centroids'), load('labels')
      assert np.allclose([x[labels == t].mean(0) for t in range(len(c))], c, atol=1e-5)
      lists, cosines = load('neighbors'), load('neighbor-cosines')
      dense = np.zeros(shape)
      dense[np.repeat(np.arange(shape[0]), np.diff(indptr)), indices] = data
      for paper in range(shape[0]):
          found = lists[paper][lists[paper] >= 0]
          assert np.allclose(dense[found] @ dense[paper], cosines[paper][:len(found)], atol=1e-5)
      tree, heights = load('tree'), load('tree-heights')
      assert (np.diff(heights) >= 0).all() and sorted(tree.ravel()) == list(range(2 * len(c) - 2))
      print(*shape, c.shape[0])
      """
    let outcome = try Self.python(script, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output
        == "\(fitted.tfidf.rowCount) \(fitted.tfidf.columnCount) \(fitted.model.topics.count)\n")
  }
}
