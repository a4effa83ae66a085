using Isonomia.Policies;
using Xunit;

namespace Isonomia.Tests.Policies;

/// <summary>What the shipped policies say of cases.</summary>
public sealed class PolicyApplierTests
{
    private static PolicyBook Misdemeanors => Shared.Book("offices/lada/sd-20-07.md");

    private static PolicyBook Enhancements => Shared.Book("offices/lada/sd-20-08.md");

    private static string Trespass(string facts = "officeFilesMisdemeanors: true", string more = "") =>
        $"{more}\ncharges:\n  - offense: PC 602(m)\n    class: misdemeanor\n    committed: 2021-05-01\n    facts: {{ {facts} }}\n";

    private const string Known = "officeFilesMisdemeanors: true, imminentSafetyRisk: false, repeatWithin24Months: false";

    [Fact]
    public void A_charge_of_the_list_is_declined_when_every_exception_is_ruled_out()
    {
        var report = Shared.Apply(Misdemeanors, "2021-06-01", Trespass(Known, "person: { indiciaHomelessness: true }"));
        var rule = Shared.Rule(report, "SD20-07.G1");
        Assert.Equal(("decline", PolicyStanding.Applies), (report.Charges[0].Filing, rule.Standing));
        Assert.Empty(rule.Asks);
        Assert.Equal(3, rule.Exceptions.Count);
    }

    [Fact]
    public void An_exception_that_is_not_known_leaves_the_presumption_standing_and_asks()
    {
        var report = Shared.Apply(Misdemeanors, "2021-06-01", Trespass());
        var rule = Shared.Rule(report, "SD20-07.G1");
        Assert.Equal(PolicyStanding.Stands, rule.Standing);
        Assert.Equal(
            [
                "charges[0].facts.imminentSafetyRisk",
                "charges[0].facts.repeatWithin24Months",
                "person.indiciaHomelessness",
                "person.indiciaMentalIllness",
                "person.indiciaSubstanceUse",
            ],
            rule.Asks.Select(a => a.Path).Order(StringComparer.Ordinal)
        );
        Assert.Contains("ask", report.Charges[0].Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("officeFilesMisdemeanors: true, imminentSafetyRisk: true", "person: { indiciaHomelessness: true }")]
    [InlineData("officeFilesMisdemeanors: true, repeatWithin24Months: true", "person: { indiciaHomelessness: true }")]
    [InlineData(Known, "person: { indiciaHomelessness: false, indiciaMentalIllness: false, indiciaSubstanceUse: false }")]
    [InlineData(
        Known,
        "priors:\n  - offense: PC 602(o)\n    class: misdemeanor\n    committed: 2019-05-01\n    convicted: 2019-06-01\nperson: { indiciaHomelessness: true }"
    )]
    public void An_exception_lifts_the_presumption_and_requires_nothing(string facts, string more)
    {
        var report = Shared.Apply(Misdemeanors, "2021-06-01", Trespass(facts, more));
        Assert.Equal(PolicyStanding.Lifted, Shared.Rule(report, "SD20-07.G1").Standing);
        Assert.Equal("caseByCase", report.Charges[0].Filing);
    }

    [Fact]
    public void Two_years_and_a_day_are_no_repeat()
    {
        var prior = "priors:\n  - offense: PC 602(o)\n    class: misdemeanor\n    committed: 2019-04-30\n    convicted: 2019-06-01\n";
        var report = Shared.Apply(Misdemeanors, "2021-06-01", Trespass(Known, prior + "person: { indiciaHomelessness: true }"));
        Assert.Equal(PolicyStanding.Applies, Shared.Rule(report, "SD20-07.G1").Standing);
    }

    [Theory]
    [InlineData("2020-12-07", "caseByCase", PolicyStanding.NotInForce)]
    [InlineData("2020-12-08", "decline", PolicyStanding.Applies)]
    [InlineData("2024-12-02", "decline", PolicyStanding.Applies)]
    [InlineData("2024-12-03", "caseByCase", PolicyStanding.NotInForce)]
    public void The_day_of_the_decision_decides(string day, string filing, PolicyStanding standing)
    {
        var report = Shared.Apply(Misdemeanors, day, Trespass(Known, "person: { indiciaHomelessness: true }"));
        Assert.Equal((filing, standing), (report.Charges[0].Filing, Shared.Rule(report, "SD20-07.G1").Standing));
        Assert.Equal(
            [PolicyStanding.NotInForce, PolicyStanding.Applies, PolicyStanding.NotInForce],
            Shared.Rule(report, "SD20-07.G1").Windows.Select(w => w.Standing)
        );
    }

    [Fact]
    public void Whose_case_it_is_must_be_known_before_anything_is_presumed()
    {
        var report = Shared.Apply(Misdemeanors, "2021-06-01", Trespass("imminentSafetyRisk: false"));
        Assert.Equal("ask", report.Charges[0].Filing);
        Assert.Equal(PolicyStanding.Open, Shared.Rule(report, "SD20-07.G1").Standing);
        var city = Shared.Apply(Misdemeanors, "2021-06-01", Trespass("officeFilesMisdemeanors: false"));
        Assert.Equal(("caseByCase", PolicyStanding.No), (city.Charges[0].Filing, Shared.Rule(city, "SD20-07.G1").Standing));
    }

    [Fact]
    public void What_would_change_a_settled_answer_is_named_fact_by_fact()
    {
        var report = Shared.Apply(Misdemeanors, "2021-06-01", Trespass(Known, "person: { indiciaHomelessness: true }"));
        var changes = Shared
            .Rule(report, "SD20-07.G1")
            .Changes.Select(c => (c.Facts.Single().Path, c.Facts.Single().Value, c.Then))
            .ToArray();
        Assert.Contains(("charges[0].facts.imminentSafetyRisk", "yes", PolicyStanding.Lifted), changes);
        Assert.Contains(("charges[0].facts.officeFilesMisdemeanors", "no", PolicyStanding.No), changes);
        Assert.DoesNotContain(changes, c => c.Path == "charges[0].outcome");
    }

    [Fact]
    public void A_continuing_threat_allows_filing_and_names_who_is_asked()
    {
        var report = Shared.Apply(
            Misdemeanors,
            "2021-06-01",
            Trespass(Known + ", continuingThreat: true", "person: { indiciaHomelessness: true }")
        );
        Assert.Equal("mayFile", report.Charges[0].Filing);
        Assert.Contains("supervisor", report.Charges[0].Because, StringComparison.Ordinal);
    }

    [Fact]
    public void What_rests_on_recalled_text_says_so()
    {
        var report = Shared.Apply(
            Misdemeanors,
            "2021-06-01",
            "charges:\n  - { offense: PC 148(a)(1), class: misdemeanor, facts: { officeFilesMisdemeanors: true } }\n"
        );
        var rule = Shared.Rule(report, "SD20-07.G13");
        Assert.Equal(Provenance.Reported, rule.Provenance);
        Assert.Equal(["SD20-07.X13R"], rule.Recalled);
        Assert.Equal(Provenance.Recalled, rule.Exceptions.Single().Provenance);
        Assert.Empty(Shared.Rule(report, "SD20-07.G6").Recalled);
    }

    [Fact]
    public void Resisting_arrest_with_a_charge_off_the_list_is_lifted_by_that_charge()
    {
        const string Two = """
            charges:
              - { offense: PC 148(a)(1), class: misdemeanor, facts: { officeFilesMisdemeanors: true } }
              - { offense: PC 484(a)/488, class: misdemeanor, facts: { officeFilesMisdemeanors: true } }
            """;
        Assert.Equal(PolicyStanding.Lifted, Shared.Rule(Shared.Apply(Misdemeanors, "2021-06-01", Two), "SD20-07.G13").Standing);
    }

    [Theory]
    [InlineData("PC 415(2)", "G2")]
    [InlineData("VC 12500(a)", "G3")]
    [InlineData("VC 14601.1(a)", "G4")]
    [InlineData("PC 422(a)", "G5")]
    [InlineData("HS 11377(a)", "G6")]
    [InlineData("BP 25662(a)", "G7")]
    [InlineData("LACC 13.18.010", "G8")]
    [InlineData("HS 11550(a)", "G9")]
    [InlineData("PC 647(f)", "G10")]
    [InlineData("PC 647(b)(2)", "G11")]
    [InlineData("PC 653.22(a)(1)", "G12")]
    [InlineData("PC 148(a)(1)", "G13")]
    public void Each_group_is_found_by_its_charge_and_no_other_group_is(string offense, string group)
    {
        var report = Shared.Apply(
            Misdemeanors,
            "2021-06-01",
            $"charges:\n  - {{ offense: \"{offense}\", class: misdemeanor, committed: 2021-05-01, facts: {{ officeFilesMisdemeanors: true }} }}\n"
        );
        var speaking = report.Charges[0].Answers.Where(a => a.Effect.Name == "decline" && a.Speaks).Select(a => a.Rule.Id);
        Assert.Equal([$"SD20-07.{group}"], speaking);
        Assert.Equal("decline", report.Charges[0].Filing);
    }

    private static string Felony(string enhancements, string facts = "", string priors = "") =>
        $"{priors}\ncharges:\n  - {{ offense: PC 594(b)(1), class: felony, committed: 2021-05-01, enhancements: [{enhancements}], facts: {{ {facts} }} }}\n";

    [Fact]
    public void Each_enhancement_is_answered_by_itself()
    {
        var report = Shared.Apply(Enhancements, "2021-06-01", Felony("{ statute: PC 667(a)(1) }, { statute: PC 12022.7(a) }"));
        var other = report.Charges[0].Answers.Where(a => a.Rule.Id == "SD20-08.OTHER").ToArray();
        Assert.Equal(["PC 667(a)(1)", "PC 12022.7(a)"], other.Select(a => a.Enhancement));
        Assert.Equal([PolicyStanding.No, PolicyStanding.Stands], other.Select(a => a.Standing));
        Assert.Contains(other[1].Asks, a => a.Path == "charges[0].facts.hateCrime");
        var prior = report.Charges[0].Answers.Where(a => a.Rule.Id == "SD20-08.1").ToArray();
        Assert.Equal([PolicyStanding.Applies, PolicyStanding.No], prior.Select(a => a.Standing));
    }

    [Fact]
    public void A_charge_without_enhancements_raises_none_of_their_rules()
    {
        var report = Shared.Apply(Enhancements, "2021-06-01", Felony(""));
        Assert.DoesNotContain(report.Charges[0].Answers, a => a.Speaks && a.Effect.Subject == EffectSubject.Enhancements);
    }

    [Theory]
    [InlineData("2020-12-17", PolicyStanding.Applies)]
    [InlineData("2020-12-18", PolicyStanding.Lifted)]
    public void The_amendment_of_18_December_2020_made_exceptions(string day, PolicyStanding standing)
    {
        var report = Shared.Apply(Enhancements, day, Felony("{ statute: PC 12022.7(a) }", "hateCrime: true"));
        Assert.Equal(standing, Shared.Rule(report, "SD20-08.OTHER").Standing);
    }

    [Theory]
    [InlineData("{ statute: PC 667(e)(1) }", "")]
    [InlineData(
        "{ statute: PC 1170.12(c)(1) }",
        "priors:\n  - { offense: PC 211, class: felony, committed: 2010-01-01, convicted: 2010-06-01, sentence: { prisonMonths: 36 } }"
    )]
    public void The_duty_to_plead_strikes_stands_over_the_directive(string enhancement, string priors)
    {
        var report = Shared.Apply(Enhancements, "2021-06-01", Felony(enhancement, "", priors));
        var strike = Shared.Rule(report, "SD20-08.STRIKE");
        Assert.Equal((PolicyStanding.Applies, "R-187"), (strike.Standing, strike.OverriddenBy?.Id));
        Assert.Contains(report.Charges[0].Duties, d => d.Rule.Id == "R-187" && d.Standing == PolicyStanding.Applies);
        Assert.All(report.Charges[0].Answers.Where(a => a.Effect.Name != "no-strike"), a => Assert.Null(a.OverriddenBy));
    }

    [Theory]
    [InlineData("offices/models/alienage-neutral.md", "NEUTRAL.1", "citizen")]
    [InlineData("offices/models/immigration-punishing.md", "PUNISH.2", "overstay")]
    [InlineData("offices/models/immigration-enforcing.md", "ENFORCE.1", "overstay")]
    public void The_duty_to_consider_stands_over_a_policy_that_would_not(string page, string id, string status)
    {
        var yaml = $"person: {{ status: {status} }}\ncharges:\n  - {{ offense: HS 11377(a), class: misdemeanor }}\n";
        var now = Shared.Rule(Shared.Apply(Shared.Book(page), "2026-11-22", yaml), id);
        Assert.Equal((PolicyStanding.Applies, "R-180"), (now.Standing, now.OverriddenBy?.Id));
        Assert.Null(Shared.Rule(Shared.Apply(Shared.Book(page), "2015-12-31", yaml), id).OverriddenBy);
        var repealed = Shared.Apply(Shared.Book(page, "amendments/repeal-1016.3b.md"), "2026-11-22", yaml);
        Assert.Null(Shared.Rule(repealed, id).OverriddenBy);
        Assert.Contains(repealed.Warnings, w => w.Contains("is not law", StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_that_turns_on_status_stays_open_without_it()
    {
        var report = Shared.Apply(
            Shared.Book("offices/models/immigration-punishing.md"),
            "2026-11-22",
            "charges:\n  - { offense: HS 11377(a), class: misdemeanor }\n"
        );
        var rule = Shared.Rule(report, "PUNISH.1");
        Assert.Equal(PolicyStanding.Open, rule.Standing);
        Assert.Equal("person.status", rule.Asks.Single().Path);
        Assert.Contains("never required", rule.Asks.Single().Ask, StringComparison.Ordinal);
    }

    /// <summary>One rule of each office's policy: the facts under which it holds, does not hold, and asks.</summary>
    [Theory]
    [InlineData(
        "lada/sd-03-04",
        "SD03-04.1",
        "2015-01-01",
        "felony",
        "collateralSoGreat: true, unusualCircumstances: true, justiceDemandsDeparture: true",
        "unusualCircumstances: false"
    )]
    [InlineData("lada/sd-20-06", "SD20-06.1", "2021-06-01", "misdemeanor", "bailDeviationGranted: false", null)]
    [InlineData("lada/sd-20-06", "GOM22-053.2", "2022-06-01", "felony", "committedOnRelease: true", "committedOnRelease: false")]
    [InlineData(
        "lada/sd-22-07",
        "SD22-07.2",
        "2023-06-01",
        "felony",
        "mitigationPracticable: true, publicSafetyCompromised: false",
        "publicSafetyCompromised: true"
    )]
    [InlineData(
        "santa-clara/collateral-2011",
        "SCL.1",
        "2015-01-01",
        "felony",
        "collateralSignificantlyGreater: true",
        "collateralSignificantlyGreater: false"
    )]
    [InlineData(
        "alameda/immigration-2012",
        "ALA.2",
        "2015-01-01",
        "misdemeanor",
        "collateralDisproportionate: true, lengthySentence: false",
        "collateralDisproportionate: false"
    )]
    [InlineData(
        "alameda/immigration-2012",
        "ALA.3",
        "2015-01-01",
        "misdemeanor",
        "accommodationOffered: true",
        "accommodationOffered: false"
    )]
    [InlineData(
        "brooklyn/immigration-2017",
        "BKN.1",
        "2018-01-01",
        "misdemeanor",
        "publicSafetyCompromised: false",
        "publicSafetyCompromised: true"
    )]
    [InlineData("baltimore/immigration-2017", "BAL.1", "2018-01-01", "misdemeanor", "minorNonviolent: true", "minorNonviolent: false")]
    [InlineData(
        "philadelphia/immigration-2018",
        "PHL.1",
        "2019-01-01",
        "misdemeanor",
        "collateralDisproportionate: true, sexualOrViolent: false",
        "sexualOrViolent: true"
    )]
    public void A_rule_of_each_office_holds_fails_and_asks(string page, string id, string day, string @class, string holds, string? fails)
    {
        var book = Shared.Book($"offices/{page}.md");
        RuleAnswer Of(string facts) =>
            Shared.Rule(
                Shared.Apply(
                    book,
                    day,
                    $"person: {{ immigrationInformationGiven: true }}\ncharges:\n  - {{ offense: PC 594(b)(1), class: {@class}, facts: {{ {facts} }} }}\n"
                ),
                id
            );
        Assert.Equal(PolicyStanding.Applies, Of(holds).Standing);
        if (fails is null)
            return;
        Assert.True(Of(fails) is { Standing: PolicyStanding.No or PolicyStanding.Lifted or PolicyStanding.Open });
        var open = Of("");
        Assert.True(open.Standing is PolicyStanding.Open or PolicyStanding.Stands);
        Assert.NotEmpty(open.Asks);
        Assert.NotEmpty(open.Changes);
    }

    [Theory]
    [InlineData("contra-costa/immigration-2019", "CCC.1", "2019-05-09", "2019-05-10")]
    [InlineData("king-county/immigration-2015", "KING.1", "2015-12-30", "2015-12-31")]
    [InlineData("brooklyn/immigration-2017", "BKN.2", "2017-04-23", "2017-04-24")]
    [InlineData("lada/2024-12-03", "LADA24.1", "2024-12-02", "2024-12-03")]
    public void Before_its_first_day_a_policy_says_nothing(string page, string id, string before, string first)
    {
        const string Yaml = "charges:\n  - { offense: PC 594(b)(1), class: misdemeanor }\n";
        var book = Shared.Book($"offices/{page}.md");
        Assert.Equal(PolicyStanding.NotInForce, Shared.Rule(Shared.Apply(book, before, Yaml), id).Standing);
        Assert.Equal(PolicyStanding.Applies, Shared.Rule(Shared.Apply(book, first, Yaml), id).Standing);
    }

    [Fact]
    public void Whether_a_directive_outlived_the_change_of_administration_is_asked_and_not_guessed()
    {
        var report = Shared.Apply(
            Shared.Book("offices/lada/sd-22-07.md"),
            "2025-02-01",
            "person: { immigrationInformationGiven: true }\ncharges:\n  - { offense: PC 594(b)(1), class: misdemeanor }\n"
        );
        var rule = Shared.Rule(report, "SD22-07.5");
        Assert.Equal(PolicyStanding.Open, rule.Standing);
        Assert.Equal("charges[0].facts.directive2207InForce", rule.Asks.Single().Path);
    }

    [Fact]
    public void A_disposition_changes_nothing_of_what_a_policy_says_of_the_charge()
    {
        var yaml = Trespass(Known, "person: { indiciaHomelessness: true }");
        var disposed = yaml + "disposition:\n  - { charge: \"1\", outcome: plea, sentence: { jailDays: 10 } }\n";
        static string Of(string yaml) => PolicyDiff.Says(Shared.Apply(Misdemeanors, "2021-06-01", yaml).Charges[0]);
        Assert.Equal(Of(yaml), Of(disposed));
    }

    /// <summary>The standing read off the outline is the program's answer, over random facts: two readers of one page.</summary>
    [Fact]
    public void The_outline_and_the_columns_agree_on_every_rule_of_every_policy()
    {
        var book = Shared.Book([.. Shared.Pages.Where(p => p.StartsWith("offices/", StringComparison.Ordinal))]);
        var facts = book.Law.Vocabulary.Facts.Where(f => f.At.File == "office-facts.md" && f.From == "case").ToArray();
        var charges = PolicyDiff.Charges(book.Law, Shared.Day("2022-01-01")).ToArray();
        var random = new Random(20201208);
        string[] days = ["2014-05-05", "2020-12-10", "2020-12-25", "2022-01-15", "2023-01-15", "2025-01-15"];
        for (var i = 0; i < 300; i++)
        {
            var (_, offense, @class) = charges[random.Next(charges.Length)];
            string Some(string part) =>
                string.Join(
                    ", ",
                    facts
                        .Where(f => f.Key.StartsWith(part + ".", StringComparison.Ordinal))
                        .Select(f => (f.Key, Value: random.Next(3)))
                        .Where(f => f.Value < 2)
                        .Select(f => $"{f.Key[(part.Length + 1)..]}: {(f.Value == 0 ? "true" : "false")}")
                );
            var matter = Shared.Case(
                book,
                $"person: {{ {Some("person")} }}\ncharges:\n  - offense: \"{offense}\"\n    class: {@class}\n    enhancements: [{(random.Next(2) == 0 ? "{ statute: PC 667(e)(1) }" : "")}]\n    facts: {{ {Some("facts")} }}\n"
            );
            var day = Shared.Day(days[random.Next(days.Length)]);
            var report = new PolicyApplier(book).Standings(matter, day);
            var counts = Isonomia.Facts.CountReader.Read(matter, book.Analyzer.Resolver, day);
            var rows = Isonomia
                .Facts.RowBuilder.Build(book.Law, matter, counts, day, [new Isonomia.Facts.RowKey(null, Isonomia.Cases.Forum.NinthCircuit)])
                .Rows;
            var columns = new Isonomia.Law.Evaluator(book.Analyzer.Program, rows);
            foreach (var answer in report.Charges[0].Answers.Concat(report.Charges[0].Duties))
            {
                var truth = columns.Answer(book.Analyzer.Program.RegisterOf(answer.Rule, Isonomia.Law.Burden.Shown), 0, 0);
                var expected = answer.Standing switch
                {
                    PolicyStanding.Applies => Isonomia.Law.Truth.Yes,
                    PolicyStanding.Stands or PolicyStanding.Open => Isonomia.Law.Truth.Open,
                    _ => Isonomia.Law.Truth.No,
                };
                Assert.True(
                    truth == expected,
                    $"{answer.Rule.Id} of {offense} {@class} on {day}: outline {answer.Standing}, columns {truth}"
                );
            }
        }
    }
}
