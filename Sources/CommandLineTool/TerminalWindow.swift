import Foundation

/// The size of the terminal window.
enum TerminalWindow {
  static var columns: Int? {
    var size = winsize()
    let answered = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
    return answered == 0 && size.ws_col > 20 ? Int(size.ws_col) : nil
  }
}
