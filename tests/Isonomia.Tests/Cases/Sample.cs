using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Xunit;

namespace Isonomia.Tests.Cases;

/// <summary>Case files for the tests.</summary>
internal static class Sample
{
    /// <summary>Every key of the contract, with its own values.</summary>
    internal const string Contract = """
        asOf: 2026-11-22                 # law as of this date
        forum: ninthCircuit
        person:
          born: 1998-03-02
          status: lawfulPermanentResident
          entry: inspected
          admitted: 2021-06-15
          residentSince: 2021-06-15
          conditionalResident: false
          continuousResidenceSince: 2014-01-10
          noticeToAppear: 2026-01-05
          removedBefore: false
          pending: [asylum]
          relatives: [ { who: spouse, status: citizen } ]
          citizenParentOrGrandparent: false
          priorCancellation: false
          travel: { leaves: 2026-12-20, returns: 2027-01-05 }
        priors:
          - offense: PC 484(a)
            class: misdemeanor
            committed: { from: 2016-05-01, to: 2016-05-03 }
            convicted: 2016-06-20
            outcome: plea
            sentence: { jailDays: 10 }
            record: {}
            relief: [ { order: PC 1203.4, date: 2018-01-01 } ]
        charges:
          - id: "1"
            offense: PC 273.5(a)
            class: felony
            committed: 2026-08-01
            incident: a
            stage: filed
            enhancements: [ { statute: PC 12022.7(e), admitted: false } ]
            facts: { victim: cohabitant }
        disposition:
          - charge: "1"
            outcome: conditionalPlea
            program: PC 1000
            then: { offense: PC 415, class: misdemeanor }
            offense: PC 243(e)(1)
            class: misdemeanor
            convicted: 2026-11-22
            record: { victim: cohabitant, substance: silent, injury: { disputed: [minor, serious] } }
            harvey: true
            sentence:
              jailDays: 1
              prisonMonths: 2
              splitMonths: { custody: 12, supervision: 24 }
              life: false
              suspended: imposition
              probationMonths: 36
              conditionJailDays: 364
              electronicMonitoringDays: 3
              treatmentDays: 4
              creditDays: 5
              waivedCreditDays: 6
              consecutiveTo: []
              violations: [ { date: 2027-01-01, addedDays: 30 } ]
              enhancementMonths: 7
              fineDollars: 400
              restitutionDollars: 1500

        """;

    /// <summary>A small case of one charge and one disposition, with a line to be filled in under the disposition.</summary>
    internal static string WithDisposition(string keys) =>
        $"""
            charges:
              - id: "1"
                offense: PC 273.5(a)
                committed: 2026-08-01
            disposition:
              - charge: "1"
                {keys}

            """;

    internal static Matter Accept(string text, string file = "case.yaml", CaseVocabulary? vocabulary = null)
    {
        var reading = new CaseReader(vocabulary ?? CaseVocabulary.Contract).Read(file, text);
        if (reading is CaseReading.Refused refused)
        {
            Assert.Fail(string.Join("\n", (IEnumerable<CaseProblem>)refused.Problems));
        }

        return ((CaseReading.Accepted)reading).Matter;
    }

    internal static string[] Refuse(string text, string file = "case.yaml", CaseVocabulary? vocabulary = null) =>
        Problems(new CaseReader(vocabulary ?? CaseVocabulary.Contract).Read(file, text));

    internal static string[] Problems(CaseReading reading)
    {
        var refused = Assert.IsType<CaseReading.Refused>(reading);
        Assert.NotEmpty(refused.Problems);
        return [.. refused.Problems.Select(problem => problem.ToString())];
    }
}
