using Isonomia.Analysis;
using Isonomia.Law;
using Isonomia.Severity;
using Isonomia.Tests.Drafts;
using Xunit;

namespace Isonomia.Tests.Properties;

/// <summary>The ten checks that a rule pack of federal law should pass (federal_rules.md section 16), over generated cases.</summary>
public sealed class FederalChecks
{
    /// <summary>1. R-050.</summary>
    [Fact]
    public void A_citizen_has_an_empty_immigration_result_for_any_disposition() =>
        Run.Over(
            DraftMaker.Of(maker => maker.Case(0.8).WithPerson("status", "citizen")),
            100,
            draft =>
            {
                var a = draft.Assess();
                return Wrong(
                    (a.Grounds.Count > 0, "grounds"),
                    (a.Detention.Count > 0, "detention"),
                    (a.Exposure.Count > 0, "exposure"),
                    (a.Relief.Any(r => r.State != ReliefState.NotApplicable), "relief"),
                    (a.Questions.Count > 0, "questions"),
                    (a.Dates.Count > 0, "dates"),
                    (a.Collateral.Vector != CollateralVector.None, "vector"),
                    (a.Collateral.Tier != new TierRange(Tier.T0, Tier.T0, Tier.T0, Tier.T0), "tier")
                );
            }
        );

    /// <summary>2. Days imposed.</summary>
    [Fact]
    public void Lowering_the_days_imposed_adds_no_consequence() =>
        Run.Over(
            DraftMaker.Full,
            120,
            draft => Lowered(draft, count => count with { Sentence = count.Sentence is { } s ? Halved(s) : null })
        );

    /// <summary>2. Days possible: a wobbler as a misdemeanor, the sentence being within both.</summary>
    [Fact]
    public void Lowering_the_days_possible_adds_no_consequence() =>
        Run.Over(
            DraftMaker.Of(maker => maker.Case(1, Wobblers.Value)),
            120,
            draft =>
            {
                var short_ = draft with
                {
                    Counts =
                    [
                        .. draft.Counts.Select(c =>
                            c with
                            {
                                Class = "felony",
                                Sentence = new SentenceDraft { Jail = 90 },
                            }
                        ),
                    ],
                };
                return Lowered(short_, count => count with { Class = "misdemeanor" });
            }
        );

    /// <summary>2. Loss.</summary>
    [Fact]
    public void Lowering_the_loss_adds_no_consequence() =>
        Run.Over(
            DraftMaker.Of(maker => maker.Case(1, Frauds.Value)),
            80,
            draft =>
            {
                var large = draft with { Counts = [.. draft.Counts.Select(c => WithLoss(c, "40000"))] };
                return Lowered(large, count => WithLoss(count, "10000"));
            }
        );

    /// <summary>
    /// 3. R-001. Facts taken away and given back: whatever was decided without them stays decided alike, and no tier leaves its bounds.
    /// Only facts whose silence means unknown are taken away; where silence means none known (R-001 with contract section 2) the answer
    /// without the fact rests on a printed assumption, and the fact may contradict it.
    /// </summary>
    [Fact]
    public void Making_an_unknown_fact_known_never_widens_the_result() =>
        Run.Over(
            DraftMaker.Of(maker => maker.Case(1)),
            100,
            full =>
            {
                var random = new Random(full.ToString().Length);
                var partial = Forgetting.Some(full, random, 0.4);
                var (before, after) = (Consequences.Of(partial.Assess()), Consequences.Of(full.Assess()));
                return after
                    .Codes.Keys.Concat(before.Codes.Keys)
                    .Distinct(StringComparer.Ordinal)
                    .Where(c => before.Code(c) != Truth.Open && before.Code(c) != after.Code(c))
                    .Select(c => $"{c} was {before.Code(c)}, is {after.Code(c)}")
                    .Concat(
                        Wrong(
                            (after.Tier.Low < before.Tier.Low, $"low {before.Tier}, {after.Tier}"),
                            (after.Tier.High > before.Tier.High, $"high {before.Tier}, {after.Tier}")
                        )
                    )
                    .Select(text => $"{text}\nwithout:\n{partial}");
            }
        );

    /// <summary>
    /// 4. Imposed. What reads the five rows follows them: DEP.AF, detention, fast track, reentry, termination of asylum, and every relief that
    /// an aggravated felony bars. With one count no total of five years is near.
    /// </summary>
    [Fact]
    public void A_day_from_364_to_365_imposed_flips_the_rows_that_need_a_year_and_nothing_else()
    {
        string[] rows = ["AF.F", "AF.G", "AF.P", "AF.R", "AF.S", "AF.U"];
        string[] follow = ["DEP.AF", "DET.MAND.1226c", "DET.BOND", "DET.FORUM", "EXP.ADMINREMOVAL", "EXP.REENTRY", "EXP.ASYLEETERM"];
        Run.Over(
            DraftMaker.Of(maker => maker.Single(1, Felonies.Value)),
            150,
            draft =>
            {
                var (less, more) = (Days(draft, 364), Days(draft, 365));
                var differ = more.Differing(less).ToArray();
                var flipped = differ.Intersect(rows, StringComparer.Ordinal).Any();
                // Limb C asks for a year on a count of one crime of moral turpitude, settled or not.
                var limbC = more.Code("DEP.CIMT1") != Truth.No;
                return differ
                    .Where(code => code.Contains('.', StringComparison.Ordinal))
                    .Except(rows, StringComparer.Ordinal)
                    .Except(follow, StringComparer.Ordinal)
                    .Concat(Wrong((differ.Length > 0 && !flipped && !limbC, "no row flipped")))
                    .Concat(more.Beyond(less).Where(_ => differ.Length == 0))
                    .Concat(less.Beyond(more));
            }
        );

        static Consequences Days(CaseDraft draft, int days) =>
            Consequences.Of(
                draft
                    .WithCount(
                        0,
                        c =>
                            c with
                            {
                                Class = "felony",
                                Sentence = new SentenceDraft
                                {
                                    Suspended = "imposition",
                                    Probation = 24,
                                    ConditionJail = days,
                                },
                            }
                    )
                    .Assess()
            );
    }

    /// <summary>
    /// 4. Possible. A misdemeanor of a year convicted on the last day of 2014 and the first of 2015. Beside R-061(b), what reads it and R-152,
    /// row J asks for a possible year too (8 USC 1101(a)(43)(J)): offenses that may be described in it (PC 186.22) are left out.
    /// </summary>
    [Fact]
    public void A_day_from_364_to_365_possible_flips_the_ground_of_one_crime_of_moral_turpitude_and_what_reads_it()
    {
        string[] may = ["DEP.CIMT1", "DET.MAND.1226c", "DET.BOND", "CANCEL42B", "CANCELVAWA"];
        Run.Over(
            DraftMaker.Of(maker => maker.Single(1, YearMisdemeanors.Value)),
            120,
            draft =>
            {
                if (draft.Person.ContainsValue("2015-01-01"))
                {
                    // Admitted on the very day: the day decides more than the maximum.
                    return [];
                }

                var (less, more) = (On(draft, new(2015, 1, 1)), On(draft, new(2014, 12, 31)));
                return more.Differing(less).Except(may, StringComparer.Ordinal).Concat(less.Beyond(more)).Concat(less.LessOpenThan(more));
            }
        );

        static Consequences On(CaseDraft draft, NodaTime.LocalDate convicted) =>
            Consequences.Of(
                draft
                    .WithCount(
                        0,
                        c =>
                            c with
                            {
                                IsPrior = true,
                                Class = "misdemeanor",
                                Committed = new(2014, 6, 1),
                                Convicted = convicted,
                                Sentence = new SentenceDraft { Jail = 10 },
                            }
                    )
                    .Assess()
            );
    }

    /// <summary>5.</summary>
    [Fact]
    public void Probation_without_custody_imposes_nothing_and_a_split_term_counts_whole() =>
        Run.Over(
            DraftMaker.Of(maker => maker.Single(1, Felonies.Value)),
            100,
            draft =>
            {
                var random = new Random(draft.ToString().Length);
                var (inside, outside) = (random.Next(1, 40), random.Next(0, 40));
                int? Imposed(SentenceDraft sentence) =>
                    draft.WithCount(0, c => c with { Sentence = sentence }).Assess().Counts[0].Imposed is { IsExact: true } days
                        ? days.Low.Count
                        : null;
                return Wrong(
                    (
                        Imposed(
                            new SentenceDraft
                            {
                                Suspended = "imposition",
                                Probation = 12,
                                ConditionJail = 0,
                            }
                        ) != 0,
                        "probation"
                    ),
                    (Imposed(new SentenceDraft { Split = (12, 24) }) != 1095, "three years"),
                    (
                        Imposed(new SentenceDraft { Split = (inside, outside) }) != (((inside + outside) * 365) + 11) / 12,
                        $"split {inside} and {outside}"
                    )
                );
            }
        );

    /// <summary>6. R-011, with nothing admitted on the record.</summary>
    [Fact]
    public void Diversion_under_PC_1000_is_no_conviction_pending_or_completed_and_is_one_from_the_plea_after_it_fails() =>
        Run.ForEach(
            DraftMaker.Offenses.Where(o => o.EffectsOn(TheLaw.Today)?.Pc1000 == "eligible"),
            leaf =>
            {
                AnswerKind Conviction(string outcome) =>
                    new DraftMaker(new Random(1))
                        .Single(1, [leaf])
                        .WithPerson("status", "lawfulPermanentResident")
                        .WithCount(
                            0,
                            c =>
                                c with
                                {
                                    IsPrior = false,
                                    Class = "misdemeanor",
                                    Outcome = outcome,
                                    Program = outcome == "plea" ? null : "PC 1000",
                                    More = "admittedOnRecord: false",
                                }
                        )
                        .Assess()
                        .Counts[0]
                        .Conviction.Kind;
                return Wrong(
                    (Conviction("diversion") != AnswerKind.No, "pending"),
                    (Conviction("dismissal") != AnswerKind.No, "completed"),
                    (Conviction("plea") != AnswerKind.Yes, "failed, then pleaded")
                );
            }
        );

    /// <summary>7. R-141: every offense that the Act names, every stage, every status.</summary>
    [Fact]
    public void An_arrest_under_the_Laken_Riley_Act_reaches_those_who_entered_without_inspection_and_never_a_resident_at_home()
    {
        var named = Verdicts.Of("rileyAct", v => v.Kind == VerdictKind.Yes).Take(12).ToArray();
        Assert.NotEmpty(named);
        Run.ForEach(
            from leaf in named
            from stage in new[] { "arrested", "cited", "filed" }
            select (leaf, stage),
            item =>
            {
                var draft = new DraftMaker(new Random(1)).Single(1, [item.leaf]);
                Truth Riley(string status, string? stage, string outcome = "plea") =>
                    Consequences
                        .Of(
                            (draft with { Person = new DraftMaker(new Random(1)).Person(status, 1) })
                                .WithCount(0, c => c with { IsPrior = false, Stage = stage, Outcome = outcome })
                                .Assess()
                        )
                        .Code("DET.MAND.RILEY");
                return Wrong(
                    (Riley("lawfulPermanentResident", item.stage) != Truth.No, "resident"),
                    (Riley("citizen", item.stage) != Truth.No, "citizen"),
                    (Riley("overstay", item.stage) != Truth.No, "overstay"),
                    (Riley("enteredWithoutInspection", item.stage) != Truth.Yes, "entered without inspection"),
                    (Riley("parolee", item.stage) != Truth.Yes, "parolee"),
                    (Riley("enteredWithoutInspection", null, "dismissal") != Truth.Open, "dropped: unsettled")
                );
            }
        );
    }

    /// <summary>8. Every offense whose verdicts are a firearm and nothing else that inadmissibility reaches.</summary>
    [Fact]
    public void A_firearm_misdemeanor_after_admission_deports_and_bars_bond_but_does_not_make_inadmissible_or_stop_the_clock()
    {
        var firearms = Verdicts
            .Of("firearm", v => v.Kind == VerdictKind.Yes)
            .Where(o =>
                Verdicts.IsNo(o, "cimt")
                && Verdicts.IsNo(o, "controlledSubstance")
                && Verdicts.IsNo(o, "firearmsOrExplosives")
                && Verdicts.IsNo(o, "firearmsTrafficking")
            )
            .ToArray();
        Assert.NotEmpty(firearms);
        Run.ForEach(
            firearms,
            leaf =>
            {
                var draft = new DraftMaker(new Random(1))
                    .Single(1, [leaf])
                    .WithCount(
                        0,
                        c =>
                            c with
                            {
                                IsPrior = true,
                                Class = "misdemeanor",
                                Committed = new(2020, 1, 1),
                                Convicted = new(2020, 6, 1),
                                Sentence = new SentenceDraft { Jail = 10 },
                                Record = c.Record.SetItem("act", "possess"),
                            }
                    );
                var resident = Consequences.Of((draft with { Person = Resident("2018-01-01") }).Assess());
                var returning = Consequences.Of(
                    (draft with { Person = Resident("2018-01-01").SetItem("status", "returningResident") }).Assess()
                );
                return Wrong(
                    (resident.Code("DEP.FA") != Truth.Yes, "not deportable"),
                    (returning.Codes.Any(c => c.Key.StartsWith("INA.", StringComparison.Ordinal) && c.Value != Truth.No), "inadmissible"),
                    (resident.Code("DET.MAND.1226c") != Truth.Yes, "bond"),
                    (resident.Relief["CANCEL42A"] == ReliefState.Closed, "clock stopped")
                );
            }
        );
    }

    /// <summary>9. The clock runs to the offense if the victim makes it a crime of moral turpitude (R-151), and whatever its length if not.</summary>
    [Fact]
    public void Partner_injury_with_364_days_deports_without_aggravated_felony_or_mandatory_detention() =>
        Run.Over(
            DraftMaker.Of(maker =>
            {
                var admitted = maker.Between(new(2008, 1, 1), new(2021, 6, 1));
                return new CaseDraft
                {
                    Person = Resident(admitted.ToString("uuuu-MM-dd", null)),
                    Counts =
                    [
                        new CountDraft
                        {
                            Offense = "PC 273.5(a)",
                            Class = maker.Pick("felony", "misdemeanor"),
                            Committed = maker.Between(new(2026, 7, 1), new(2026, 11, 1)),
                            Sentence = new SentenceDraft
                            {
                                Suspended = "imposition",
                                Probation = 36,
                                ConditionJail = 364,
                            },
                            Record = RecordOf(
                                ("victim", maker.Pick("spouse", "formerSpouse", "cohabitant", "formerCohabitant")),
                                ("injury", "minor")
                            ),
                        },
                    ],
                };
            }),
            60,
            draft =>
            {
                var c = Consequences.Of(draft.Assess());
                var turpitude = draft.Counts[0].Record["victim"] is "spouse" or "formerSpouse";
                var complete =
                    NodaTime.Text.LocalDatePattern.Iso.Parse(draft.Person["admitted"]).Value.PlusYears(7) <= draft.Counts[0].Committed;
                var closed = c.Relief["CANCEL42A"] == ReliefState.Closed;
                // As a misdemeanor of 364 days with more than six months imposed it is not petty: the clock stops for a spouse.
                return Wrong(
                    (c.Code("DEP.DV") != Truth.Yes, "not deportable"),
                    (c.Code("DEP.AF") != Truth.No || c.Code("AF.F") != Truth.No, "aggravated"),
                    (c.Code("DET.MAND.1226c") != Truth.No, "on the list"),
                    (c.Code("DET.BOND") != Truth.Yes, "no bond"),
                    (closed != (turpitude && !complete), $"cancellation {c.Relief["CANCEL42A"]}")
                );
            }
        );

    /// <summary>10. Any two misdemeanors that are crimes of moral turpitude on any record.</summary>
    [Fact]
    public void Two_misdemeanors_of_moral_turpitude_ten_years_apart_deport_bar_bond_and_end_the_petty_offense_exception() =>
        Run.Over(
            DraftMaker.Of(maker => new CaseDraft
            {
                Person = Resident("2004-01-01"),
                Counts = [Turpitude(maker, new(2012, 3, 1)), Turpitude(maker, new(2022, 3, 1))],
            }),
            60,
            draft =>
            {
                var resident = Consequences.Of(draft.Assess());
                var returning = draft.WithPerson("status", "returningResident").Assess().Grounds.Single(g => g.Code == "INA.CIMT");
                return Wrong(
                    (resident.Code("DEP.CIMT2") != Truth.Yes, "two"),
                    (resident.Code("DEP.CIMT1") != Truth.No, "one"),
                    (resident.Code("DET.MAND.1226c") != Truth.Yes, "bond"),
                    (returning.Answer.Bounds != Truth.Yes, "petty offense"),
                    (returning.Counts.Count != 2, "petty offense for one of them")
                );
            }
        );

    private static readonly Lazy<Offense[]> Wobblers = new(() =>
        [.. DraftMaker.Offenses.Where(o => Has(o, OffenseClass.Felony) && Has(o, OffenseClass.Misdemeanor))]
    );
    private static readonly Lazy<Offense[]> Felonies = new(() => [.. DraftMaker.Offenses.Where(o => Has(o, OffenseClass.Felony))]);
    private static readonly Lazy<Offense[]> Frauds = new(() =>
        [.. Verdicts.Of("fraudDeceit", v => v.Kind != VerdictKind.No).Where(o => o.ValueAtMost is null)]
    );
    private static readonly Lazy<Offense[]> YearMisdemeanors = new(() =>
        [
            .. DraftMaker.Offenses.Where(o =>
                o.From is null && o.Until is null && o.Penalties.Any(p => p.Class == OffenseClass.Misdemeanor && p.Term.MaxDays == 364)
            ),
        ]
    );

    private static CountDraft Turpitude(DraftMaker maker, NodaTime.LocalDate committed) =>
        maker.Count(maker.Pick<Offense>(TurpitudeMisdemeanors.Value), true, 1) with
        {
            IsPrior = true,
            Class = "misdemeanor",
            Committed = committed,
            Convicted = committed.PlusDays(60),
            Sentence = new SentenceDraft { Jail = 10 },
        };

    private static readonly Lazy<Offense[]> TurpitudeMisdemeanors = new(() =>
        [
            .. Verdicts
                .Of("cimt", v => v.Kind == VerdictKind.Yes && v.From is null && v.Until is null)
                .Where(o => o.From is null && o.Until is null && Has(o, OffenseClass.Misdemeanor)),
        ]
    );

    private static bool Has(Offense offense, OffenseClass @class) => offense.Penalties.Any(p => p.Class == @class);

    private static CountDraft WithLoss(CountDraft count, string dollars) =>
        count with
        {
            Record = count.Record.SetItem("lossDollars", dollars),
        };

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Resident(string since) =>
        RecordOf(
            ("status", "lawfulPermanentResident"),
            ("entry", "inspected"),
            ("admitted", since),
            ("residentSince", since),
            ("continuousResidenceSince", since),
            ("admittedAsResident", "true"),
            ("born", "1980-01-01"),
            ("citizenParentOrGrandparent", "false")
        );

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> RecordOf(
        params (string Key, string Value)[] facts
    ) =>
        System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal,
            facts.Select(f => KeyValuePair.Create(f.Key, f.Value))
        );

    /// <summary>The sentence with every term of custody halved.</summary>
    private static SentenceDraft Halved(SentenceDraft s) =>
        s with
        {
            Jail = s.Jail / 2,
            Prison = s.Prison / 2,
            ConditionJail = s.ConditionJail / 2,
            Split = s.Split is { } split ? (split.Custody / 2, split.Supervision / 2) : null,
        };

    private static IEnumerable<string> Lowered(CaseDraft draft, Func<CountDraft, CountDraft> lower)
    {
        var before = Consequences.Of(draft.Assess());
        for (var i = 0; i < draft.Counts.Length; i++)
        {
            var after = Consequences.Of(draft.WithCount(i, lower).Assess());
            foreach (
                var text in after
                    .Beyond(before)
                    .Concat(after.LessOpenThan(before))
                    .Concat(
                        Wrong(
                            (after.Tier.High > before.Tier.High, $"{before.Tier}, {after.Tier}"),
                            (after.Tier.Low > before.Tier.Low, $"{before.Tier}, {after.Tier}")
                        )
                    )
            )
            {
                yield return $"count {i}: {text}";
            }
        }
    }

    private static IEnumerable<string> Wrong(params (bool IsWrong, string What)[] checks) =>
        checks.Where(c => c.IsWrong).Select(c => c.What);
}
