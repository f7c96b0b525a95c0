import SourceFiles
import Synchronization
import SystemFiles

/// Pages that were drawn, the latest kept; a file that changed is drawn anew.
package final class PageDrawings: Sendable {
  private struct Key: Hashable {
    let path: String
    let page: Int
    let stamp: FileStamp
  }

  private struct Kept {
    let key: Key
    let drawing: PageDrawing
  }

  /// Latest last.
  private let kept = Mutex<[Kept]>([])
  /// Drawings that are kept, of some hundred kilobytes each.
  private static let most = 24

  package init() {}

  /// nil where it can't be drawn.
  /// - Parameter page: counted from 1.
  package func drawing(of path: String, page: Int) -> PageDrawing? {
    let file = FilePath(path)
    guard let stamp = FileStamp(of: file) else { return nil }
    let key = Key(path: path, page: page, stamp: stamp)
    let found = kept.withLock { kept -> PageDrawing? in
      guard let place = kept.firstIndex(where: { $0.key == key }) else { return nil }
      kept.append(kept.remove(at: place))
      return kept.last?.drawing
    }
    if let found { return found }
    guard let drawing = PageDrawing(of: file, page: page) else { return nil }
    kept.withLock { kept in
      kept.append(Kept(key: key, drawing: drawing))
      if kept.count > PageDrawings.most { kept.removeFirst() }
    }
    return drawing
  }
}
