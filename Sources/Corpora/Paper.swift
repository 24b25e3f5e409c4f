/// One paper: what a dump says about it, cleaned of nothing yet.
public struct Paper: Sendable, Hashable, Identifiable {
  /// The identifier that the dump gives, or one made from the title (``identifier(fromTitle:)``).
  public let id: String
  /// Other identifiers under which its sources know the paper, by bytes.
  public var otherIDs: [String]
  /// The title, on one line.
  public var title: String
  /// The abstract.
  public var abstract: String
  /// The authors' names in their order, empty where the dump names none.
  public var authors: [String]
  /// When it appeared, with the precision that the dump gives, or nil.
  public var date: PublicationDate?
  /// Categories in the dump's order.
  public var categories: [String]
  /// An http or https address of the paper, or nil.
  public var link: String?

  /// Makes a paper from its parts.
  public init(
    id: String, title: String, abstract: String, authors: [String] = [],
    date: PublicationDate? = nil, categories: [String] = [], link: String? = nil,
    otherIDs: [String] = []
  ) {
    self.id = id
    self.title = title
    self.abstract = abstract
    self.authors = authors
    self.date = date
    self.categories = categories
    self.link = link
    self.otherIDs = otherIDs
  }
}
