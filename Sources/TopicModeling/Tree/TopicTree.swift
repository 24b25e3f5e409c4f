import Clustering
import LinearAlgebra

/// Topics merged two by two by Ward's criterion, up to one node that holds them all.
///
/// Nodes 0..<k are the topics; node k + m is the m-th merge by ascending height. So the tree holds
/// a partition of the papers into any number of groups from k to 1 (``level(_:)``).
public struct TopicTree: Sendable, Hashable {
  /// A topic or a union of topics.
  public struct Node: Sendable, Hashable {
    /// A name that tells the node from its sister.
    public var label: String
    /// The indices of its topics, ascending.
    public var topics: [Int]
    /// The number of papers.
    public var size: Int
    /// The two nodes that it unites, or nil for a topic.
    public var children: Children?
  }

  /// The two nodes of a union and how far apart they are.
  public struct Children: Sendable, Hashable {
    /// The smaller node.
    public var left: Int
    /// The larger node.
    public var right: Int
    /// What the union adds to the sum of squared distances of the papers to their centroids.
    public var height: Double
  }

  /// The topics, then the unions by ascending height.
  public private(set) var nodes: [Node]

  /// The number of topics.
  public var topicCount: Int { (nodes.count + 1) / 2 }

  /// Merges topics by their centroids and sizes; no node has a label yet.
  init(centroids: DenseMatrix, sizes: [Int]) {
    let ward = WardTree(centroids: centroids, weights: sizes.map(Double.init))
    nodes = sizes.enumerated().map { index, size in
      Node(label: "", topics: [index], size: size, children: nil)
    }
    for merge in ward.merges {
      let (left, right) = (nodes[merge.left], nodes[merge.right])
      nodes.append(
        Node(
          label: "", topics: (left.topics + right.topics).sorted(), size: left.size + right.size,
          children: Children(left: merge.left, right: merge.right, height: merge.height)))
    }
  }

  /// Labels the topics and the unions but the root, which holds all papers; a topic that is alone
  /// has its own label.
  mutating func setLabels(_ labels: [String]) {
    for (node, label) in labels.enumerated() { nodes[node].label = label }
    if nodes.count > 1 { nodes[nodes.count - 1].label = "all papers" }
  }

  /// The nodes that part the papers into `count` groups, by falling size, ties by node.
  ///
  /// - Parameter count: From 1 to the number of topics.
  /// - Returns: Indices in ``nodes``.
  public func level(_ count: Int) -> [Int] {
    precondition((1...topicCount).contains(count), "\(topicCount) topics have no \(count) groups")
    var open = Set([nodes.count - 1])
    while open.count < count, let widest = open.max(), let children = nodes[widest].children {
      open.remove(widest)
      open.insert(children.left)
      open.insert(children.right)
    }
    return open.sorted { (nodes[$1].size, $0) < (nodes[$0].size, $1) }
  }

  /// For each node the node that it is united with, or nil for the root.
  public var sisters: [Int?] {
    var sisters = [Int?](repeating: nil, count: nodes.count)
    for node in nodes {
      if let children = node.children {
        sisters[children.left] = children.right
        sisters[children.right] = children.left
      }
    }
    return sisters
  }
}
