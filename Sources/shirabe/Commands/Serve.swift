import ArgumentParser
import Dispatch
import Pages
import Phrases
import Serving
import SystemFiles

/// `shirabe serve`: the same answers in a browser.
struct Serve: ShirabeCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer in a browser on this machine.",
    discussion: """
      Only this machine can connect, unless --listen names another address; then a token is needed, which the page asks \
      for, from --token-file or $SHIRABE_TOKEN. Another index in the folder is taken up with the next question.
      """)

  @OptionGroup var source: IndexOptions
  @OptionGroup var speech: SpeechOptions

  @Option(name: .long, help: "The port; 0 for one that is free.")
  var port: UInt16 = 8080

  @Option(name: .long, help: "The address to listen at, by number.")
  var listen = "127.0.0.1"

  @Option(name: .long, help: "A file with the token that browsers of other machines need.")
  var tokenFile: String?

  func execute(_ console: Console) throws -> ExitStatus {
    #if Web
      guard let address = ListenAddress(listen) else {
        throw Failure(Phrase.noAddress.with(Saying(listen)), .unreadable)
      }
      let token = try token(console)
      guard address.isLoopback || token != nil else {
        throw Failure(Phrase.tokenNeeded.with(Saying(listen)), .unreadable)
      }
      let site = Site(index: indexed(console), gate: Gate(token: token))
      do throws(SharedLibrary.Unavailable) {
        try site.check()
      } catch {
        console.report(error.reason)
      }
      let server: PageServer
      do throws(PageServer.Failure) {
        server = try PageServer(site: site, at: address, port: port)
      } catch {
        switch error {
        case .taken:
          throw Failure(Phrase.portTaken.with(Saying("\(port)"), Saying("\(port &+ 1)")), .unreadable)
        case .system(let reason):
          throw Failure(
            Phrase.portFailed.with(Saying(listen), Saying("\(port)"), Saying(reason)), .unreadable)
        }
      }
      try console.write("\(address.url(port: server.port))  (Ctrl-C ends)\n")
      let ended = DispatchSemaphore(value: 0)
      Task.detached {
        try? await server.run()
        ended.signal()
      }
      ended.wait()
      throw Failure(Phrase.serverStopped.with(), .badIndex)
    #else
      throw Failure(Phrase.builtWithoutPage.with(), .unreadable)
    #endif
  }

  #if Web
    /// The folder of the index that other commands would ask; where there is none, the folder in which one is looked for.
    private func indexed(_ console: Console) -> String {
      (try? source.open(console))?.directory ?? source.directory(console)
    }

    /// Never an option's value, which every user of the machine can see.
    private func token(_ console: Console) throws -> String? {
      var text = console.variable("SHIRABE_TOKEN")
      if let tokenFile {
        do throws(FileError) {
          text = String(decoding: try FileSystem.read(FilePath(tokenFile)), as: UTF8.self)
        } catch {
          throw Failure(error.saying, .unreadable)
        }
      }
      guard let text else { return nil }
      let token = text.filter { !$0.isWhitespace }
      guard token.count >= 16, token.allSatisfy({ $0.isASCII && $0 > " " }) else {
        throw Failure(Phrase.tokenTooShort.with(), .unreadable)
      }
      return token
    }
  #endif
}
