/// The formats in which papers are read, told apart by content.
public enum DumpFormat: String, Sendable, Hashable, CaseIterable {
  /// The text of a saved Daily Papers page.
  case dailyPapersPage
  /// Lines of the arXiv metadata snapshot.
  case arXivSnapshot
  /// OpenAlex works.
  case openAlexWorks
  /// Lines of S2ORC metadata.
  case s2orcMetadata
  /// Papers of the Semantic Scholar Graph API.
  case semanticScholar
  /// An answer of the Daily Papers API.
  case dailyPapersAPI
  /// Lines of daily arXiv lists with summaries.
  case dailyArXivLines
  /// Papers with their abstracts from Papers with Code.
  case papersWithCode
  /// Lists of the papers of a conference.
  case conferencePapers
  /// OpenReview notes.
  case openReviewNotes
  /// JSON records in a list within an object.
  case jsonAnswer
  /// One JSON object a line.
  case jsonLines
  /// JSON objects in an array, or one after the other over several lines.
  case json
  /// Comma- or semicolon-separated values with a header line.
  case csv
  /// Tab-separated values with a header line.
  case tsv
  /// An Atom feed of the arXiv API.
  case arXivAtom
  /// An answer of an OAI-PMH interface in arXiv's formats.
  case oaiPMH
  /// XML of PubMed's articles.
  case pubMed
  /// Articles in the Journal Article Tag Suite.
  case jats
  /// The ACL Anthology's own XML.
  case aclAnthology
  /// BibTeX or BibLaTeX.
  case bibTeX
  /// RIS, the tagged format of reference managers.
  case ris
  /// The Web of Science's tagged text.
  case webOfScience
  /// A test collection in the format of the SMART system.
  case smart
  /// A digest of papers in Markdown.
  case markdownDigest

  /// What people call it.
  public var explanation: String {
    FormatDescription.all.first { $0.format == self }?.name ?? rawValue
  }
}

/// How a file is compressed, told by its first bytes.
public enum DumpCompression: String, Sendable, Hashable, CaseIterable {
  case none, gzip, zstd
}

/// One input file of a corpus, as it was found.
public struct CorpusSource: Sendable, Hashable {
  /// The file as the user named it; `<standard input>` for that.
  public var path: String
  /// The format of its records, or nil where it has none (an empty file, or one that was skipped).
  public var format: DumpFormat?
  /// How it is compressed.
  public var compression: DumpCompression
  /// Its size in bytes, as stored.
  public var byteCount: Int
  /// The number of its records, readable or not.
  public var recordCount: Int
  /// The columns, keys or elements in its first records, and what they are read as.
  public var fields: [SeenField] = []
  private let digest: FileDigest

  init(
    path: String, format: DumpFormat?, compression: DumpCompression, byteCount: Int,
    digest: FileDigest, recordCount: Int
  ) {
    self.path = path
    self.format = format
    self.compression = compression
    self.byteCount = byteCount
    self.digest = digest
    self.recordCount = recordCount
  }

  /// The SHA-256 of its bytes as stored, in hexadecimal; nil where a regular file is not the one
  /// any more that was opened, by its size, inode or time of change, so that nobody can tell.
  ///
  /// - Complexity: O(``byteCount``) for a regular file, which is read again; O(1) for others.
  public func sha256() -> String? { digest.hexadecimalText() }
}
