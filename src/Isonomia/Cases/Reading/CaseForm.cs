using System.Collections.Immutable;
using Isonomia.Law;
using Isonomia.Sentences;
using NodaTime;

namespace Isonomia.Cases.Reading;

/// <summary>
/// The form of a case file: every key, what it takes and what it means, once. The reader and the schema are both made of it.
/// </summary>
internal sealed class CaseForm
{
    private static readonly TextShape Statute = new("a statute, such as PC 273.5(a),");
    private static readonly TextShape Name = new("a name");
    private static readonly Shape<OffenseClass> Classes = NameShape.Of<OffenseClass>("a class");
    private static readonly Shape<ImmigrationStatus> Statuses = NameShape.Of<ImmigrationStatus>("a status");

    /// <summary>The form with the keys of the contract alone. Last of the constants, because it is made of the others.</summary>
    internal static readonly CaseForm OfContract = new(CaseVocabulary.Contract);

    private readonly ImmutableHashSet<string> paths;

    internal CaseForm(CaseVocabulary vocabulary)
    {
        var record = FactKeys(vocabulary, CasePart.Record);
        var more = FactKeys(vocabulary, CasePart.Count);
        var sheet = new MapShape<FactSheet>("record", "the facts", [.. record], section => section.Sheet(record));
        var sentence = SentenceForm();
        var person = PersonForm(FactKeys(vocabulary, CasePart.Person));
        var prior = PriorForm(sheet, sentence, more);
        var charge = ChargeForm(sheet, more);
        var disposition = DispositionForm(sheet, sentence, more);
        Matter = MatterForm(person, prior, charge, disposition);
        paths =
        [
            .. Matter.InnerKeys.Select(key => key.Name),
            .. person.InnerKeys.Select(key => $"person.{key.Name}"),
            .. prior.InnerKeys.Concat(charge.InnerKeys).Concat(disposition.InnerKeys).Select(key => key.Name),
            .. disposition.InnerKeys.Select(key => $"disposition.{key.Name}"),
        ];
    }

    /// <summary>The whole file.</summary>
    internal MapShape<Matter> Matter { get; }

    /// <summary>Whether the form has that key, as the vocabulary writes it: <c>person.status</c>, <c>sentence</c> on a count.</summary>
    internal bool Has(string key) => paths.Contains(key);

    private static ImmutableArray<Key<FactValue>> FactKeys(CaseVocabulary vocabulary, CasePart part) =>
        [
            .. vocabulary
                .Of(part)
                .Select(key => new Key<FactValue>(key.Name, key.Meaning, FactShape.Of(key.Kind))
                {
                    TakesSilent = part == CasePart.Record,
                    TakesDisputed = part == CasePart.Record,
                }),
        ];

    private static MapShape<Matter> MatterForm(
        MapShape<Person> person,
        Shape<Prior> prior,
        Shape<Charge> charge,
        Shape<Disposition> disposition
    )
    {
        var asOf = new Key<LocalDate>(
            "asOf",
            "The law as of this date, 2010-01-01 or later; left out, the date that the program is given.",
            DateShape.Only
        );
        var forum = new Key<Forum>(
            "forum",
            "Where removal proceedings would be held; left out, ninthCircuit.",
            NameShape.Of<Forum>("a forum")
        );
        var personKey = new Key<Person>("person", "The person. All optional; nothing here is ever required.", person);
        var priors = new Key<ValueList<Prior>>(
            "priors",
            "Earlier convictions. Left out or empty: none known.",
            new ListShape<Prior>("earlier convictions", prior)
        );
        var charges = new Key<ValueList<Charge>>(
            "charges",
            "The charges. Left out or empty: none.",
            new ListShape<Charge>("charges", charge)
        );
        var dispositions = new Key<ValueList<Disposition>>(
            "disposition",
            "How charges are, or are proposed to be, disposed of. A charge without one is analyzed at its stage.",
            new ListShape<Disposition>("dispositions", disposition)
        );
        return new MapShape<Matter>(
            null,
            "the case",
            [asOf, forum, personKey, priors, charges, dispositions],
            section =>
            {
                var given = section.Get(personKey);
                return new Matter
                {
                    AsOf = section.Get(asOf).TryGet(out var date) ? date : null,
                    Forum = section.Get(forum, Cases.Forum.NinthCircuit),
                    Person = given.IsValue ? given.Value : person.LeftOut(given.Place, section.Problems),
                    Priors = section.List(priors),
                    Charges = Named(section.List(charges)),
                    Dispositions = section.List(dispositions),
                };
            }
        );
    }

    /// <summary>A charge without an id has its place in the list, counted from 1, as its name.</summary>
    private static Listed<Charge> Named(Listed<Charge> charges) =>
        charges with
        {
            Items = charges
                .Select(
                    (charge, place) =>
                        charge.Name.IsValue ? charge : charge with { Name = Known.Default($"{place + 1}", charge.Name.Place) }
                )
                .ToValueList(),
        };

    private static MapShape<Person> PersonForm(ImmutableArray<Key<FactValue>> more)
    {
        var born = Date("born", "Date of birth.");
        var status = new Key<ImmigrationStatus>("status", "Immigration status; never required. Left out: unknown.", Statuses);
        var entry = new Key<EntryManner>("entry", "How the person last entered.", NameShape.Of<EntryManner>("a manner of entry"));
        var admitted = Date("admitted", "The admission by which the person is present.");
        var residentSince = Date("residentSince", "Permanent resident since.");
        var conditional = YesNo("conditionalResident", "Whether the residence is conditional.");
        var residence = Date("continuousResidenceSince", "Continuous residence or presence since.");
        var notice = Date("noticeToAppear", "When a notice to appear was served. Left out: none known.");
        var removed = YesNo("removedBefore", "Whether the person was removed before. Left out: no removal known.");
        var pending = new Key<ValueList<PendingApplication>>(
            "pending",
            "Applications under way.",
            new ListShape<PendingApplication>("applications", PendingApplicationShape.Only)
        );
        var relatives = new Key<ValueList<Relative>>(
            "relatives",
            "Relatives; volunteered only, never inferred.",
            new ListShape<Relative>("relatives", RelativeForm())
        );
        var citizenAncestor = YesNo("citizenParentOrGrandparent", "Whether a parent or grandparent is or was a citizen.");
        var cancellation = YesNo("priorCancellation", "Whether cancellation or 212(c) relief was granted before. Left out: none known.");
        var travel = new Key<Travel>("travel", "A journey abroad, made or planned.", TravelForm());
        return new MapShape<Person>(
            "person",
            "the person",
            [
                born,
                status,
                entry,
                admitted,
                residentSince,
                conditional,
                residence,
                notice,
                removed,
                pending,
                relatives,
                citizenAncestor,
                cancellation,
                travel,
                .. more,
            ],
            section => new Person
            {
                Born = section.Get(born),
                Status = section.Get(status),
                Entry = section.Get(entry),
                Admitted = section.Get(admitted),
                ResidentSince = section.Get(residentSince),
                ConditionalResident = section.Get(conditional),
                ContinuousResidenceSince = section.Get(residence),
                NoticeToAppear = section.Get(notice),
                RemovedBefore = section.Get(removed),
                Pending = section.List(pending),
                Relatives = section.List(relatives),
                CitizenParentOrGrandparent = section.Get(citizenAncestor),
                PriorCancellation = section.Get(cancellation),
                Travel = section.Has(travel) ? section.Get(travel) : null,
                More = section.Sheet(more),
            }
        );
    }

    private static MapShape<Relative> RelativeForm()
    {
        var who = new Key<Kinship>("who", "Who it is.", NameShape.Of<Kinship>("a relative")) { IsRequired = true };
        var status = new Key<ImmigrationStatus>("status", "The relative's own status.", Statuses);
        return new MapShape<Relative>(null, "a relative", [who, status], section => new Relative(section.Get(who), section.Get(status)));
    }

    private static MapShape<Travel> TravelForm()
    {
        var leaves = new Key<LocalDate>("leaves", "The day of departure.", DateShape.Only);
        var returns = new Key<LocalDate>("returns", "The day of return.", DateShape.Only);
        return new MapShape<Travel>(
            null,
            "the journey",
            [leaves, returns],
            section => new Travel(section.Get(leaves), section.Get(returns))
        );
    }

    private static MapShape<Prior> PriorForm(Shape<FactSheet> sheet, Shape<Sentence> sentenceForm, ImmutableArray<Key<FactValue>> more)
    {
        var offense = Offense("The statute of conviction.", isRequired: true);
        var @class = Class("The class at conviction.");
        var committed = Date("committed", "When it was committed.");
        var convicted = Date("convicted", "When the person was convicted.");
        // A prior plea that was conditional has become one thing or the other, and is stated as that.
        var outcome = new Key<Outcome>(
            "outcome",
            "How it ended; left out, a plea.",
            NameShape.Of(
                "an outcome",
                Outcome.Plea,
                Outcome.Verdict,
                Outcome.DeferredEntry,
                Outcome.Diversion,
                Outcome.Juvenile,
                Outcome.Dismissal,
                Outcome.Declination,
                Outcome.Acquittal,
                Outcome.Insanity
            )
        );
        var program = Text("program", "The program, for diversion and deferred entry.");
        var incident = Text("incident", "Counts of one incident have one name.");
        var sentence = new Key<Sentence>("sentence", "The sentence. Left out: unknown.", sentenceForm);
        var record = RecordKey(sheet, "What the record of conviction establishes.");
        var facts = new Key<FactSheet>("facts", "What is otherwise known; never treated as the record of conviction.", sheet);
        var relief = new Key<ValueList<ReliefOrder>>(
            "relief",
            "Later orders. Left out or empty: none known.",
            new ListShape<ReliefOrder>("later orders", ReliefForm())
        );
        return new MapShape<Prior>(
            "prior",
            "an earlier conviction",
            [offense, @class, committed, convicted, outcome, program, incident, sentence, record, facts, relief, .. more],
            section => new Prior
            {
                Offense = section.Get(offense),
                Class = section.Get(@class),
                Committed = section.Get(committed),
                Convicted = section.Get(convicted),
                Outcome = section.Get(outcome, Outcome.Plea),
                Program = section.Get(program),
                Incident = section.Get(incident),
                Sentence = Stated(section.Get(sentence)),
                Record = Facts(section.Get(record)),
                Facts = Facts(section.Get(facts)),
                Relief = section.List(relief),
                More = section.Sheet(more),
            }
        );
    }

    private static MapShape<ReliefOrder> ReliefForm()
    {
        var order = new Key<string>(
            "order",
            "The section under which it was made, or pardon.",
            new TextShape("an order, such as PC 1203.4,")
        )
        {
            IsRequired = true,
        };
        var date = Date("date", "When it was made.");
        return new MapShape<ReliefOrder>(
            null,
            "a later order",
            [order, date],
            section => new ReliefOrder(section.Get(order), section.Get(date))
        );
    }

    private static MapShape<Charge> ChargeForm(Shape<FactSheet> sheet, ImmutableArray<Key<FactValue>> more)
    {
        var id = new Key<string>("id", "Its name in this file; left out, its place in the list, counted from 1.", Name)
        {
            TakesUnknown = false,
        };
        var offense = Offense("The statute charged.", isRequired: true);
        var @class = Class("The class charged.");
        var committed = Date("committed", "When it is said to have been committed.");
        var incident = Text("incident", "Counts of one incident have one name.");
        var stage = new Key<ChargeStage>("stage", "How far it has gone; left out, filed.", NameShape.Of<ChargeStage>("a stage"));
        var enhancements = new Key<ValueList<Enhancement>>(
            "enhancements",
            "Enhancements charged. Left out or empty: none.",
            new ListShape<Enhancement>("enhancements", EnhancementForm())
        );
        var facts = new Key<FactSheet>("facts", "What is alleged; never treated as the record of conviction.", sheet);
        return new MapShape<Charge>(
            "charge",
            "a charge",
            [id, offense, @class, committed, incident, stage, enhancements, facts, .. more],
            section => new Charge
            {
                Name = section.Get(id),
                Offense = section.Get(offense),
                Class = section.Get(@class),
                Committed = section.Get(committed),
                Incident = section.Get(incident),
                Stage = section.Get(stage, ChargeStage.Filed),
                Enhancements = section.List(enhancements),
                Facts = Facts(section.Get(facts)),
                More = section.Sheet(more),
            }
        );
    }

    private static MapShape<Enhancement> EnhancementForm()
    {
        var statute = new Key<string>("statute", "The section.", Statute) { IsRequired = true };
        var admitted = YesNo("admitted", "Whether it is admitted or found true.");
        return new MapShape<Enhancement>(
            null,
            "an enhancement",
            [statute, admitted],
            section => new Enhancement(section.Get(statute), section.Get(admitted))
        );
    }

    private static MapShape<Disposition> DispositionForm(
        Shape<FactSheet> sheet,
        Shape<Sentence> sentenceForm,
        ImmutableArray<Key<FactValue>> more
    )
    {
        var charge = new Key<string>("charge", "The id of the charge.", Name) { IsRequired = true, TakesUnknown = false };
        var outcome = new Key<Outcome>(
            "outcome",
            "How it ends; left out, a plea.",
            NameShape.Of(
                "an outcome",
                Outcome.Plea,
                Outcome.Verdict,
                Outcome.DeferredEntry,
                Outcome.ConditionalPlea,
                Outcome.Diversion,
                Outcome.Dismissal,
                Outcome.Declination,
                Outcome.Acquittal,
                Outcome.Insanity
            )
        );
        var program = Text("program", "The program, for diversion and deferred entry.");
        var then = new Key<Replacement>(
            "then",
            "For a conditional plea: what replaces the first plea.",
            ReplacementForm(sheet, sentenceForm)
        );
        var offense = Offense("The offense of conviction; left out, the charge's.", isRequired: false);
        var @class = Class("The class of conviction.");
        var convicted = Date("convicted", "The date of conviction; left out, the as-of date.");
        var record = RecordKey(sheet, "What the plea papers will say.");
        var harvey = YesNo("harvey", "Whether restitution for dismissed counts stands on a Harvey waiver. Left out: no.");
        var sentence = new Key<Sentence>("sentence", "The sentence. Left out: unknown.", sentenceForm);
        return new MapShape<Disposition>(
            "disposition",
            "a disposition",
            [charge, outcome, program, then, offense, @class, convicted, record, harvey, sentence, .. more],
            section => new Disposition
            {
                Charge = section.Get(charge),
                Outcome = section.Get(outcome, Outcome.Plea),
                Program = section.Get(program),
                Then = section.Get(then) is { IsValue: true } replacement ? replacement.Value : null,
                Offense = section.Get(offense),
                Class = section.Get(@class),
                Convicted = section.Get(convicted),
                Record = Facts(section.Get(record)),
                Harvey = section.Get(harvey, leftOut: false),
                Sentence = Stated(section.Get(sentence)),
                More = section.Sheet(more),
            }
        );
    }

    private static MapShape<Replacement> ReplacementForm(Shape<FactSheet> sheet, Shape<Sentence> sentenceForm)
    {
        var offense = Offense("The offense of the second plea.", isRequired: true);
        var @class = Class("Its class.");
        var convicted = Date("convicted", "When it is entered.");
        var record = RecordKey(sheet, "What its papers will say.");
        var sentence = new Key<Sentence>("sentence", "Its sentence. Left out: unknown.", sentenceForm);
        return new MapShape<Replacement>(
            "then",
            "what replaces the first plea",
            [offense, @class, convicted, record, sentence],
            section => new Replacement(
                section.Get(offense),
                section.Get(@class),
                section.Get(convicted),
                Facts(section.Get(record)),
                Stated(section.Get(sentence))
            )
        );
    }

    private static MapShape<Sentence> SentenceForm()
    {
        var jail = Days("jailDays", "Straight jail, in days.");
        var prison = Months("prisonMonths", "A straight felony term, in months; where it is served follows from the offense.");
        var split = new Key<SplitTerm>(
            "splitMonths",
            "A term split between custody and mandatory supervision, PC 1170(h)(5).",
            SplitForm()
        );
        var life = YesNo("life", "Whether the term is for life.");
        var suspended = new Key<Suspension>("suspended", "What is suspended; left out, nothing.", NameShape.Of<Suspension>("a suspension"));
        var probation = Months("probationMonths", "Probation, in months.");
        var conditionJail = Days("conditionJailDays", "Jail as a condition of probation, in days.");
        var monitoring = Days("electronicMonitoringDays", "Electronic monitoring or home detention, in days.");
        var treatment = Days("treatmentDays", "Residential treatment, in days.");
        var credit = Days("creditDays", "Credits before sentence, actual and conduct, in days.");
        var waived = Days("waivedCreditDays", "Credits that the person gives up, in days.");
        var consecutive = new Key<ValueList<Known<string>>>(
            "consecutiveTo",
            "The charge or charges after which this term runs. Left out: it runs together with the others.",
            new ListShape<Known<string>>("ids of charges", new LocatedShape<string>(Name), takesOne: true)
        );
        var violations = new Key<ValueList<Violation>>(
            "violations",
            "Custody added for violations. Left out or empty: none known.",
            new ListShape<Violation>("violations", ViolationForm())
        );
        var enhancement = Months("enhancementMonths", "Months added by enhancements.");
        var fine = Money("fineDollars", "The fine, in whole dollars.");
        var restitution = Money("restitutionDollars", "Restitution to the victim, in whole dollars.");
        ImmutableArray<Key> keys =
        [
            jail,
            prison,
            split,
            life,
            suspended,
            probation,
            conditionJail,
            monitoring,
            treatment,
            credit,
            waived,
            consecutive,
            violations,
            enhancement,
            fine,
            restitution,
        ];
        return new MapShape<Sentence>(
            "sentence",
            "the sentence",
            keys,
            section => new Sentence
            {
                Jail = section.Get(jail, Sentences.Days.Zero),
                Prison = section.Get(prison, Sentences.Months.Zero),
                Split = section.Has(split) ? section.Get(split) : null,
                Life = section.Get(life, leftOut: false),
                Suspended = section.Get(suspended, Suspension.None),
                Probation = section.Get(probation, Sentences.Months.Zero),
                ConditionJail = section.Get(conditionJail, Sentences.Days.Zero),
                ElectronicMonitoring = section.Get(monitoring, Sentences.Days.Zero),
                Treatment = section.Get(treatment, Sentences.Days.Zero),
                Credit = section.Get(credit, Sentences.Days.Zero),
                WaivedCredit = section.Get(waived, Sentences.Days.Zero),
                ConsecutiveTo = section.List(consecutive),
                Violations = section.List(violations),
                Enhancement = section.Get(enhancement, Sentences.Months.Zero),
                Fine = section.Get(fine, Dollars.Zero),
                Restitution = section.Get(restitution, Dollars.Zero),
            }
        );
    }

    private static MapShape<SplitTerm> SplitForm()
    {
        var custody = new Key<Months>("custody", "The part in jail, in months.", NumberShape.Months) { IsRequired = true };
        var supervision = new Key<Months>("supervision", "Mandatory supervision, in months.", NumberShape.Months) { IsRequired = true };
        return new MapShape<SplitTerm>(
            null,
            "the split term",
            [custody, supervision],
            section => new SplitTerm(section.Get(custody), section.Get(supervision))
        );
    }

    private static MapShape<Violation> ViolationForm()
    {
        var date = Date("date", "The date of the order.");
        var added = new Key<Days>("addedDays", "The custody ordered, in days.", NumberShape.Days) { IsRequired = true };
        return new MapShape<Violation>(null, "a violation", [date, added], section => new Violation(section.Get(date), section.Get(added)));
    }

    private static Key<FactSheet> RecordKey(Shape<FactSheet> sheet, string meaning) => new("record", meaning, sheet) { TakesSilent = true };

    private static FactSheet Facts(Known<FactSheet> sheet) =>
        sheet.Knowledge switch
        {
            Knowledge.Value => sheet.Value,
            Knowledge.Silent => FactSheet.Silent(sheet.Place),
            _ => FactSheet.Empty(sheet.Place),
        };

    /// <summary>An empty sentence says nothing about custody; no days are read into it.</summary>
    private static Known<Sentence> Stated(Known<Sentence> sentence) =>
        sentence.IsValue && sentence.Value.SaysNothing ? Known.Unknown<Sentence>(sentence.Place) : sentence;

    private static Key<string> Offense(string meaning, bool isRequired) => new("offense", meaning, Statute) { IsRequired = isRequired };

    private static Key<OffenseClass> Class(string meaning) => new("class", meaning, Classes);

    private static Key<DateOrRange> Date(string name, string meaning) => new(name, meaning, DateOrRangeShape.Only);

    private static Key<bool> YesNo(string name, string meaning) => new(name, meaning, YesNoShape.Only);

    private static Key<string> Text(string name, string meaning) => new(name, meaning, Name);

    private static Key<Days> Days(string name, string meaning) => new(name, meaning, NumberShape.Days);

    private static Key<Months> Months(string name, string meaning) => new(name, meaning, NumberShape.Months);

    private static Key<Dollars> Money(string name, string meaning) => new(name, meaning, NumberShape.Dollars);
}
