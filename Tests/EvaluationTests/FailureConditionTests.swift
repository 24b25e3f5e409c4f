import Evaluation
import Testing

@Suite struct FailureConditionTests {
  @Test func conditionsAreNamesSignsAndBounds() throws {
    let conditions = try FailureCondition.parse("nmi<-0.01 time>+10%, memory.read>5% inertia>0.5%")
    #expect(
      conditions.map(\.subject) == [
        .quality(.nmi), .time(stage: "total"), .memory(stage: "read"), .quality(.inertia),
      ])
    #expect(conditions.map(\.bound) == [-0.01, 0.1, 0.05, 0.005])
    #expect(conditions.map(\.isRelative) == [false, true, true, true])
    #expect(conditions[0].direction == .below)
    #expect(conditions[1].description == "time>+10%")
  }

  @Test func absoluteAndRelativeDifferencesAreMeasuredFromTheOldValue() throws {
    let nmi = try FailureCondition("nmi<-0.01")
    #expect(nmi.holds(new: 0.40, old: 0.42))
    #expect(!nmi.holds(new: 0.415, old: 0.42))
    #expect(!nmi.holds(new: 0.5, old: 0.42))
    let time = try FailureCondition("time>+10%")
    #expect(time.holds(new: 1.11, old: 1))
    #expect(!time.holds(new: 1.09, old: 1))
    #expect(time.holds(new: 1, old: 0))
    #expect(!time.holds(new: 0, old: 0))
    // The old value's size counts, not its sign.
    let uMass = try FailureCondition("uMass<-10%")
    #expect(uMass.holds(new: -2.3, old: -2))
    #expect(!uMass.holds(new: -1.7, old: -2))
  }

  @Test(arguments: [
    ("", "is empty"), ("nmi", "neither < nor >"), ("nim<0", "did you mean nmi"),
    ("nmi<abc", "'abc'"), ("nmi<nan", "number"), ("time>5", "percentage"),
    ("memory.read>100", "percentage"), ("time.>5%", "begins with"), ("nmi>", "number"),
    ("speed>5%", "begins with 'speed'"),
  ])
  func whatCannotBeUnderstoodIsAnsweredWithWhatCan(text: String, says: String) {
    do {
      _ = try FailureCondition.parse(text)
      Issue.record("'\(text)' was understood")
    } catch {
      #expect(error.description.contains(says), "\(error)")
      #expect(error.description.contains("stabilityARI"), "\(error)")
      #expect(error.description.contains("time.STAGE"), "\(error)")
    }
  }
}
