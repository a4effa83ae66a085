using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Isonomia.Cli.Tests;

/// <summary>
/// Checks answers against the contract, sections 4 and 5: every key that it names must be there and hold what it says. Keys beyond it are let
/// pass; what is wrong is listed with its path.
/// </summary>
internal sealed partial class ContractShape
{
    private static readonly string[] Answers = ["yes", "no", "depends", "unsettled", "unreviewed", "notInForce", "refer"];
    private static readonly string[] Certainties = ["controlling", "applied", "practice"];
    private static readonly string[] Classes = ["felony", "misdemeanor", "infraction", "wobbler", "wobblette"];
    private static readonly string[] Strikes = ["none", "serious", "violent"];
    private static readonly string[] Registrations = ["none", "tier1", "tier2", "tier3"];
    private static readonly string[] Bans = ["none", "tenYears", "life"];
    private static readonly string[] Diversions = ["eligible", "excluded", "factDependent"];
    private static readonly string[] Lists = ["none", "wobblerList", "felonyList", "anyTime"];
    private static readonly string[] Tiers = [.. Enumerable.Range(0, 9).Select(i => $"T{i}")];

    public static readonly string[] Categories =
    [
        "cimt",
        "controlledSubstance",
        "drugTrafficking",
        "crimeOfViolence",
        "domesticViolence",
        "stalking",
        "childAbuse",
        "protectionOrder",
        "firearm",
        "firearmsTrafficking",
        "firearmsOrExplosives",
        "murder",
        "rape",
        "sexualAbuseOfMinor",
        "theft",
        "burglary",
        "fraudDeceit",
        "obstruction",
        "perjury",
        "forgery",
        "bribery",
        "prostitution",
        "prostitutionBusiness",
        "kidnappingRansom",
        "moneyLaundering",
        "failureToAppear",
        "childPornography",
        "racketeeringGambling",
        "documentFraud",
        "alienSmuggling",
        "failureToRegister",
        "rileyAct",
    ];

    public static readonly string[] Statuses =
    [
        "citizen",
        "lawfulPermanentResident",
        "returningResident",
        "nonimmigrant",
        "overstay",
        "enteredWithoutInspection",
        "parolee",
        "refugee",
        "asylee",
        "temporaryProtectedStatus",
        "deferredAction",
        "uVisa",
        "tVisa",
        "vawa",
        "specialImmigrantJuvenile",
    ];

    public static readonly string[] Deportability =
    [
        .. "CIMT1 CIMT2 AF FLIGHT SORNA CS FA MISC DV STALK CHILD ORDER TIP DOC USCCLAIM VOTE PRIORINA SMUG SEC"
            .Split(' ')
            .Select(c => $"DEP.{c}"),
    ];

    public static readonly string[] Inadmissibility =
    [
        .. "CIMT CS MULTI5 PROST IMMUNITY RELIG TIP ML USCCLAIM SMUG".Split(' ').Select(c => $"INA.{c}"),
    ];

    public static readonly string[] Felonies = [.. Enumerable.Range('A', 21).Select(c => $"AF.{(char)c}")];

    public static readonly string[] Detention = ["DET.MAND.1226c", "DET.MAND.RILEY", "DET.BOND", "DET.FORUM"];

    public static readonly string[] Exposure =
    [
        .. "ARREST TRAVEL INA.TRAFFICKER INA.ADMISSION INA.HEALTH DEP.ADDICT ADMINREMOVAL REENTRY ASYLEETERM"
            .Split(' ')
            .Select(c => $"EXP.{c}"),
    ];

    public static readonly string[] Relief =
    [
        .. "CANCEL42A CANCEL42B CANCELVAWA ASYLUM WITHHOLD CATWH CATDEFERRAL ADJUST 212H 209C TPS DACA UWAIVER TWAIVER NATZ VAWA SIJADJ VD".Split(
            ' '
        ),
    ];

    private readonly List<string> wrong = [];

    /// <summary>What is wrong with the output of <c>offense --json</c>.</summary>
    public static IReadOnlyList<string> OfOffenses(JsonElement root)
    {
        var shape = new ContractShape();
        if (root.ValueKind != JsonValueKind.Array)
        {
            return ["the output is not an array"];
        }

        foreach (var (offense, i) in root.EnumerateArray().Select((o, i) => (o, i)))
        {
            shape.Offense(offense, $"[{i}]");
        }

        return shape.wrong;
    }

    /// <summary>What is wrong with the output of <c>analyze --json</c>.</summary>
    public static IReadOnlyList<string> OfAnalysis(JsonElement root)
    {
        var shape = new ContractShape();
        shape.Analysis(root);
        return shape.wrong;
    }

    private void Offense(JsonElement o, string at)
    {
        Text(o, at, "input");
        if (Get(o, at, "citation") is not { } citation)
        {
            return;
        }

        if (citation.ValueKind == JsonValueKind.Null)
        {
            if (o.TryGetProperty("kind", out _))
            {
                OneOf(o, at, "kind", ["notAnOffense"]);
                Text(o, at, "because");
            }
            else
            {
                foreach (var near in List(o, at, "nearest"))
                {
                    Is(near.ValueKind == JsonValueKind.String, $"{at}.nearest", "not texts");
                }
            }

            return;
        }

        Text(o, at, "citation");
        OneOf(o, at, "resolvedBy", ["exact", "normalized", "inferred"]);
        Text(o, at, "title");
        var @class = OneOf(o, at, "class", Classes);
        Penalty(o, at, @class);
        if (Get(o, at, "state") is { } state)
        {
            OneOf(state, $"{at}.state", "strike", Strikes);
            OneOf(state, $"{at}.state", "registration", Registrations);
            OneOf(state, $"{at}.state", "firearmBan", Bans);
            OneOf(state, $"{at}.state", "pc1000", Diversions);
            OneOf(state, $"{at}.state", "pc1001_95", Diversions);
            OneOf(state, $"{at}.state", "transferList7282_5", Lists);
        }

        if (o.TryGetProperty("inForce", out var inForce))
        {
            DateOrNull(inForce, $"{at}.inForce", "from");
            DateOrNull(inForce, $"{at}.inForce", "to");
        }

        var named = new List<string>(Matches(o, at));
        foreach (var (prong, i) in List(o, at, "prongs").Select((p, i) => (p, i)))
        {
            Text(prong, $"{at}.prongs[{i}]", "prong");
            named.AddRange(Matches(prong, $"{at}.prongs[{i}]"));
        }

        Authorities(o, at, named);
        _ = List(o, at, "saferOptions").Count();
    }

    private void Penalty(JsonElement o, string at, string @class)
    {
        if (Get(o, at, "penalty") is not { } penalty)
        {
            return;
        }

        string[] has = @class switch
        {
            "wobbler" => ["felony", "misdemeanor"],
            "wobblette" => ["misdemeanor", "infraction"],
            _ => [@class],
        };
        foreach (var each in has)
        {
            Is(penalty.TryGetProperty(each, out _), $"{at}.penalty", $"a {@class} without {each}");
        }

        foreach (var way in penalty.EnumerateObject())
        {
            var place = $"{at}.penalty.{way.Name}";
            Is(way.Name is "felony" or "misdemeanor" or "infraction", place, "no class");
            Number(way.Value, place, "maxFineDollars");
            if (way.Name == "felony")
            {
                OneOf(way.Value, place, "place", ["statePrison", "countyJail"]);
                Is(
                    List(way.Value, place, "termsMonths").All(t => t.ValueKind == JsonValueKind.Number),
                    $"{place}.termsMonths",
                    "not numbers"
                );
            }
            else
            {
                Number(way.Value, place, "maxDays");
            }
        }
    }

    /// <summary>One entry a category; the authorities that they name are returned.</summary>
    private IReadOnlyList<string> Matches(JsonElement o, string at)
    {
        var named = new List<string>();
        var seen = new List<string>();
        foreach (var match in List(o, at, "matches"))
        {
            var category = OneOf(match, $"{at}.matches", "category", Categories);
            var here = $"{at}.matches[{category}]";
            seen.Add(category);
            var answer = Answer(match, here);
            foreach (var need in Get(match, here, "needs") is { ValueKind: JsonValueKind.Object } n ? n.EnumerateObject() : [])
            {
                Is(need.Name is "imposedDays" or "lossDollarsOver", $"{here}.needs", need.Name);
                Is(need.Value.ValueKind == JsonValueKind.Number, $"{here}.needs", "no number");
            }

            var certainty = OneOf(match, here, "certainty", Certainties);
            Is(answer != "no" || certainty != "practice", here, "a no that rests on practice");
            Text(match, here, "because");
            named.AddRange(List(match, here, "authorities").Select(a => a.GetString() ?? ""));
        }

        Is(seen.Distinct(StringComparer.Ordinal).Count() == seen.Count, $"{at}.matches", "a category twice");
        foreach (var missing in Categories.Except(seen, StringComparer.Ordinal))
        {
            wrong.Add($"{at}.matches: no entry for {missing}");
        }

        return named;
    }

    private string Answer(JsonElement o, string at)
    {
        var answer = OneOf(o, at, "answer", Answers);
        if (answer == "depends")
        {
            var sets = List(o, at, "dependsOn").ToArray();
            Is(sets.Length > 0, $"{at}.dependsOn", "empty");
            foreach (var set in sets)
            {
                Is(
                    Get(set, at, "facts") is { ValueKind: JsonValueKind.Object } facts && facts.EnumerateObject().Any(),
                    $"{at}.dependsOn",
                    "no facts"
                );
                OneOf(set, $"{at}.dependsOn", "then", ["yes", "no"]);
            }
        }

        return answer;
    }

    private void Authorities(JsonElement o, string at, IEnumerable<string> named)
    {
        if (Get(o, at, "authorities") is not { ValueKind: JsonValueKind.Object } authorities)
        {
            return;
        }

        foreach (var authority in authorities.EnumerateObject())
        {
            Text(authority.Value, $"{at}.authorities.{authority.Name}", "cite");
            Text(authority.Value, $"{at}.authorities.{authority.Name}", "status");
        }

        foreach (var id in named.Distinct(StringComparer.Ordinal).Where(id => Slug().IsMatch(id)))
        {
            Is(authorities.TryGetProperty(id, out _), $"{at}.authorities", $"{id} is not there");
        }
    }

    private void Analysis(JsonElement o)
    {
        Date(o, "", "lawAsOf");
        Is(LawBook().IsMatch(Text(o, "", "lawBook")), "lawBook", "not version+fingerprint");
        OneOf(o, "", "forum", ["ninthCircuit", "fifthCircuit", "elsewhere"]);
        var status = OneOf(o, "", "status", [.. Statuses, "unknown"]);
        Texts(o, "", "assumed");
        Texts(o, "", "warnings");
        Counts(o, "counts");
        Counts(o, "priors");
        var grounds = Codes(
            o,
            "grounds",
            code =>
            {
                var at = $"grounds[{code.GetProperty("code").GetString()}]";
                Text(code, at, "rule");
                Text(code, at, "citation");
                Texts(code, at, "counts");
                OneOf(code, at, "elsewhere", Answers);
                Text(code, at, "because");
                Texts(code, at, "authorities");
            }
        );
        var detention = Codes(
            o,
            "detention",
            code =>
            {
                var limb = Get(code, "detention", "limb");
                Is(limb is { ValueKind: JsonValueKind.Null } or { ValueKind: JsonValueKind.String }, "detention.limb", "no text");
            }
        );
        var exposure = Codes(o, "exposure", code => Text(code, "exposure", "because"));
        if (status is not ("citizen" or "unknown"))
        {
            Listed(grounds, Felonies, "grounds");
            Listed(detention, Detention, "detention");
            Listed(exposure, Exposure, "exposure");
        }

        Is(
            grounds.All(c => Deportability.Concat(Inadmissibility).Concat(Felonies).Contains(c, StringComparer.Ordinal)),
            "grounds",
            "a code beyond the contract"
        );
        var reliefs = new List<string>();
        foreach (var relief in List(o, "", "relief"))
        {
            var code = Text(relief, "relief", "code");
            reliefs.Add(code);
            var at = $"relief[{code}]";
            OneOf(relief, at, "state", ["open", "harmed", "closed", "unknown", "notApplicable"]);
            Texts(relief, at, "alsoNeeds");
            DateOrNull(relief, at, "until");
            if (relief.GetProperty("state").GetString() != "open")
            {
                Text(relief, at, "because");
            }
        }

        Listed(reliefs, Relief, "relief");
        foreach (var date in List(o, "", "dates"))
        {
            Date(date, "dates", "date");
            Text(date, "dates", "what");
        }

        if (Get(o, "", "collateral") is { } collateral)
        {
            OneOf(collateral, "collateral", "removal", ["A0", "A1", "A2", "A3", "A4"]);
            OneOf(collateral, "collateral", "custody", ["B0", "B1", "B2", "B3", "B3a"]);
            OneOf(collateral, "collateral", "permanence", ["D0", "D1", "D2", "D3"]);
            OneOf(collateral, "collateral", "process", ["E0", "E1", "E2"]);
            OneOf(collateral, "collateral", "exposure", ["F0", "F1", "F2", "F3"]);
            OneOf(collateral, "collateral", "certainty", ["G0", "G1", "G2"]);
            Tier(collateral, "collateral");
        }

        Direct(o);
        foreach (var question in List(o, "", "questions"))
        {
            Is(FactPath().IsMatch(Text(question, "questions", "fact")), "questions.fact", $"{question.GetProperty("fact")} is no path");
            Text(question, "questions", "ask");
            Is(List(question, "questions", "couldChange").Any(), "questions", "a question that could change nothing");
        }

        var envelope = List(o, "", "envelope").ToArray();
        foreach (var entry in envelope)
        {
            OneOf(entry, "envelope", "status", Statuses);
            Tier(entry, "envelope");
        }

        if (status == "unknown")
        {
            Listed([.. envelope.Select(e => e.GetProperty("status").GetString()!)], Statuses, "envelope");
        }
    }

    private void Direct(JsonElement o)
    {
        if (Get(o, "", "direct") is not { } direct)
        {
            return;
        }

        NumberOrNull(direct, "direct", "orderedDays");
        NumberOrNull(direct, "direct", "projectedDays");
        OneOfOrNull(direct, "direct", "place", ["none", "homeDetention", "jail", "prison"]);
        NumberOrNull(direct, "direct", "supervisionMonths");
        OneOfOrNull(direct, "direct", "class", ["none", "diversion", "infraction", "misdemeanor", "felony"]);
        OneOfOrNull(direct, "direct", "strike", Strikes);
        OneOfOrNull(direct, "direct", "registration", Registrations);
        OneOfOrNull(direct, "direct", "firearmBan", Bans);
        NumberOrNull(direct, "direct", "fineDollars");
    }

    private void Counts(JsonElement o, string name)
    {
        foreach (var (count, i) in List(o, "", name).Select((c, i) => (c, i)))
        {
            var at = $"{name}[{i}]";
            Text(count, at, "charge");
            if (Get(count, at, "conviction") is { } conviction)
            {
                Answer(conviction, $"{at}.conviction");
            }

            NumberOrNull(count, at, "imposedDays");
            NumberOrNull(count, at, "potentialDays");
            Matches(count, at);
        }
    }

    private List<string> Codes(JsonElement o, string name, Action<JsonElement> more)
    {
        var codes = new List<string>();
        foreach (var code in List(o, "", name))
        {
            var id = Text(code, name, "code");
            codes.Add(id);
            Answer(code, $"{name}[{id}]");
            more(code);
        }

        Is(codes.Distinct(StringComparer.Ordinal).Count() == codes.Count, name, "a code twice");
        return codes;
    }

    private void Tier(JsonElement o, string at)
    {
        if (Get(o, at, "tier") is not { } tier)
        {
            return;
        }

        int Rank(string key) => Array.IndexOf(Tiers, OneOf(tier, $"{at}.tier", key, Tiers));
        var (start, end, low, high) = (Rank("start"), Rank("end"), Rank("low"), Rank("high"));
        Is(low <= high && end == high && start >= 0, $"{at}.tier", "the end is not the high bound");
    }

    private void Listed(IReadOnlyCollection<string> has, string[] wanted, string at)
    {
        foreach (var missing in wanted.Except(has, StringComparer.Ordinal))
        {
            wrong.Add($"{at}: {missing} is not listed");
        }
    }

    private JsonElement? Get(JsonElement o, string at, string key)
    {
        if (o.ValueKind == JsonValueKind.Object && o.TryGetProperty(key, out var value))
        {
            return value;
        }

        wrong.Add($"{at}: no key {key}");
        return null;
    }

    private IEnumerable<JsonElement> List(JsonElement o, string at, string key)
    {
        if (Get(o, at, key) is not { } value)
        {
            return [];
        }

        Is(value.ValueKind == JsonValueKind.Array, $"{at}.{key}", "no list");
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
    }

    private void Texts(JsonElement o, string at, string key) =>
        Is(List(o, at, key).All(t => t.ValueKind == JsonValueKind.String && t.GetString()!.Length > 0), $"{at}.{key}", "not texts");

    private string Text(JsonElement o, string at, string key)
    {
        var text = Get(o, at, key) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : "";
        Is(text.Length > 0, $"{at}.{key}", "no text");
        return text;
    }

    private string OneOf(JsonElement o, string at, string key, string[] words)
    {
        var text = Text(o, at, key);
        Is(words.Contains(text, StringComparer.Ordinal), $"{at}.{key}", $"\"{text}\" is not of the list");
        return text;
    }

    private void OneOfOrNull(JsonElement o, string at, string key, string[] words)
    {
        if (Get(o, at, key) is { ValueKind: not JsonValueKind.Null })
        {
            OneOf(o, at, key, words);
        }
    }

    private void Number(JsonElement o, string at, string key) =>
        Is(Get(o, at, key) is { ValueKind: JsonValueKind.Number }, $"{at}.{key}", "no number");

    private void NumberOrNull(JsonElement o, string at, string key) =>
        Is(Get(o, at, key) is { ValueKind: JsonValueKind.Number or JsonValueKind.Null }, $"{at}.{key}", "no number");

    private void Date(JsonElement o, string at, string key) =>
        Is(
            DateOnly.TryParseExact(Text(o, at, key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            $"{at}.{key}",
            "no date"
        );

    private void DateOrNull(JsonElement o, string at, string key)
    {
        if (Get(o, at, key) is { ValueKind: not JsonValueKind.Null })
        {
            Date(o, at, key);
        }
    }

    private void Is(bool holds, string at, string what)
    {
        if (!holds)
        {
            wrong.Add($"{at}: {what}");
        }
    }

    [GeneratedRegex("^[a-z0-9-]+-[0-9]{4}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slug();

    [GeneratedRegex(@"^\d{4}\.\d+\.\d+\+[0-9a-f]{8,}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LawBook();

    [GeneratedRegex(
        @"^(asOf|forum|person\.\w+|(disposition|priors|charges)\[\d+\](\.then)?\.\w+(\.\w+)?)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex FactPath();
}
