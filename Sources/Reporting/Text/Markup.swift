internal import Mustache

/// A piece of a page that is already safe to stand in it.
///
/// The views that the templates draw hold `Markup` where they hold text at all, so a paper's words
/// cannot reach a page unescaped.
struct Markup: Sendable, Hashable, ExpressibleByStringLiteral, MustacheCustomRenderable {
  /// The markup itself.
  let text: String

  /// Markup that we wrote.
  init(stringLiteral text: String) { self.text = text }

  /// Markup that one of our writers made.
  init(verbatim text: String) { self.text = text }

  /// Text of any origin, for HTML and for its quoted attributes.
  init(html text: String) { self.text = Escaping.html(text) }

  /// Text of any origin, for Markdown.
  init(markdown text: String) { self.text = Escaping.markdown(text) }

  var renderText: String { text }
  var isNull: Bool { false }
}
