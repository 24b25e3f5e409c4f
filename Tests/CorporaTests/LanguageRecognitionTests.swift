import Testing

@testable import Corpora

@Suite struct LanguageRecognitionTests {
  /// Sentences written for this test, each in its language.
  static let texts: [(code: String, text: String)] = [
    ("en", "We study how moss grows in the shade of trees and which of the models can tell it."),
    (
      "de",
      "Wir untersuchen, wie das Moos im Schatten der Bäume wächst und ob die Modelle es zeigen."
    ),
    (
      "fr",
      "Nous étudions la croissance de la mousse dans les forêts et les modèles qui la décrivent."
    ),
    (
      "es",
      "Estudiamos cómo crece el musgo en la sombra de los árboles y los modelos que lo describen."
    ),
    ("pt", "Estudamos como o musgo cresce na sombra das árvores e os modelos que não o descrevem."),
    (
      "it",
      "Studiamo come il muschio cresce nella ombra degli alberi e i modelli che lo descrivono."
    ),
    (
      "nl",
      "Wij onderzoeken hoe het mos in de schaduw van de bomen groeit en welke modellen dat zijn."
    ),
    (
      "sv",
      "Vi undersöker hur mossan växer i skuggan av träden och om modellerna kan visa det som är."
    ),
    (
      "pl", "Badamy jak mech rośnie w cieniu drzew oraz które modele to pokazują i jak się to robi."
    ),
    (
      "tr",
      "Bu çalışmada ağaçların gölgesinde yosun ve bir model için daha çok örnek olarak bakılır."
    ),
    (
      "id", "Penelitian ini membahas lumut yang tumbuh di bawah pohon dan model yang dapat dipakai."
    ),
    ("ru", "Мы изучаем, как мох растёт в тени деревьев и какие модели это показывают."),
    ("uk", "Ми вивчаємо, як мох росте в тіні дерев і які моделі її описують."),
    ("zh", "我们研究苔藓在树荫下如何生长，以及哪些模型能够说明这一点。"),
    ("ja", "本研究では、苔が木陰でどのように育つかを調べ、モデルで説明する。"),
    ("ko", "우리는 나무 그늘에서 이끼가 어떻게 자라는지 그리고 어떤 모델이 설명하는지 연구한다."),
    ("ar", "ندرس كيف ينمو الطحلب في ظل الأشجار وأي النماذج تصف ذلك."),
    ("el", "Μελετούμε πώς μεγαλώνουν τα βρύα στη σκιά των δέντρων και ποια μοντέλα το δείχνουν."),
    ("he", "אנו חוקרים כיצד גדל האזוב בצל העצים ואילו מודלים מתארים זאת."),
    ("hi", "हम अध्ययन करते हैं कि काई पेड़ों की छाया में कैसे बढ़ती है।"),
  ]

  static func language(of text: String) -> Language? {
    var recognition = LanguageRecognition()
    return recognition.language(of: text)
  }

  @Test(arguments: texts.indices) func eachLanguageIsTold(index: Int) {
    let (code, text) = Self.texts[index]
    #expect(Self.language(of: text)?.rawValue == code, "\(text)")
    #expect(Self.language(of: text + " " + text)?.rawValue == code)
  }

  @Test func namesOfMethodsDoNotMakeAGermanTextEnglish() {
    let text =
      "Wir zeigen, dass Large Language Models und Retrieval-Augmented Generation für die Suche nach"
      + " Fehlern in Quelltexten geeignet sind und mit Fine-Tuning auf einem Datensatz besser werden."
    #expect(Self.language(of: text)?.rawValue == "de")
  }

  @Test func englishWithAccentsAndGreekStaysEnglish() {
    let text =
      "Schr\u{F6}dinger's and K\u{E4}hler's \u{3B1}, \u{3B2} and \u{3B3} are given by the \u{394} of"
      + " the caf\u{E9}, and we show that they are as good as the others in na\u{EF}ve settings."
    #expect(Self.language(of: text) == .english)
  }

  @Test(arguments: ["", "   ", "12 34 56", "BERT GPT-4", "\u{FFFD}\u{0}\u{7F}"])
  func textsThatSayNothingHaveNoLanguage(text: String) {
    #expect(Self.language(of: text) == nil)
  }

  @Test func everyRecognisedLanguageHasAName() {
    for list in FunctionWords.lists {
      #expect(Language.recognised.contains(Language(rawValue: list.code)))
    }
    #expect(Language(rawValue: "de").name == "German")
    #expect(Language(rawValue: "xx").name == "xx")
  }
}
