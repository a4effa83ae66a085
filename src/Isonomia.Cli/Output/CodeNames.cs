using Isonomia.Analysis;

namespace Isonomia.Cli.Output;

/// <summary>Codes of answers in plain words, for people.</summary>
internal static class CodeNames
{
    private static readonly Dictionary<string, string> Reliefs = new(StringComparer.Ordinal)
    {
        ["CANCEL42A"] = "cancellation of removal for residents",
        ["CANCEL42B"] = "cancellation of removal for others",
        ["CANCELVAWA"] = "cancellation for abused spouses and children",
        ["ASYLUM"] = "asylum",
        ["WITHHOLD"] = "withholding of removal",
        ["CATWH"] = "withholding under the Torture Convention",
        ["CATDEFERRAL"] = "deferral under the Torture Convention",
        ["ADJUST"] = "adjustment of status",
        ["212H"] = "waiver under 8 USC 1182(h)",
        ["209C"] = "refugee and asylee adjustment with waiver",
        ["TPS"] = "temporary protected status",
        ["DACA"] = "deferred action (DACA)",
        ["UWAIVER"] = "U visa waiver",
        ["TWAIVER"] = "T visa waiver",
        ["NATZ"] = "naturalization",
        ["VAWA"] = "VAWA self-petition",
        ["SIJADJ"] = "special immigrant juvenile adjustment",
        ["VD"] = "voluntary departure",
    };

    private static readonly Dictionary<string, string> Categories = new(StringComparer.Ordinal)
    {
        ["cimt"] = "crime of moral turpitude",
        ["controlledSubstance"] = "controlled substance",
        ["drugTrafficking"] = "drug trafficking",
        ["crimeOfViolence"] = "crime of violence",
        ["domesticViolence"] = "domestic violence",
        ["stalking"] = "stalking",
        ["childAbuse"] = "child abuse",
        ["protectionOrder"] = "protection order",
        ["firearm"] = "firearm",
        ["firearmsTrafficking"] = "firearms trafficking",
        ["firearmsOrExplosives"] = "firearms or explosives",
        ["murder"] = "murder",
        ["rape"] = "rape",
        ["sexualAbuseOfMinor"] = "sexual abuse of a minor",
        ["theft"] = "theft or receiving",
        ["burglary"] = "burglary",
        ["fraudDeceit"] = "fraud or deceit",
        ["obstruction"] = "obstruction of justice",
        ["perjury"] = "perjury",
        ["forgery"] = "forgery or counterfeiting",
        ["bribery"] = "bribery",
        ["prostitution"] = "prostitution",
        ["prostitutionBusiness"] = "prostitution business",
        ["kidnappingRansom"] = "kidnapping for ransom",
        ["moneyLaundering"] = "money laundering",
        ["failureToAppear"] = "failure to appear",
        ["childPornography"] = "child pornography",
        ["racketeeringGambling"] = "racketeering or gambling",
        ["documentFraud"] = "document fraud",
        ["alienSmuggling"] = "alien smuggling",
        ["failureToRegister"] = "failure to register",
        ["rileyAct"] = "Laken Riley Act label",
    };

    /// <summary>An answer's word, in words: <c>notInForce</c> is <c>not in force</c>.</summary>
    public static string Answer(Answer answer) => Spaced(answer.Word);

    /// <summary>A registration tier in words: <c>tier1</c> is <c>tier 1</c>.</summary>
    public static string Tier(string registration) => registration.Replace("tier", "tier ", StringComparison.Ordinal);

    public static string Relief(string code) => Reliefs.GetValueOrDefault(code, code);

    public static string Category(string key) => Categories.GetValueOrDefault(key, key);

    /// <summary>An enumeration in words: <c>lawfulPermanentResident</c> is <c>lawful permanent resident</c>.</summary>
    public static string Spaced(string camel)
    {
        var text = new System.Text.StringBuilder();
        foreach (var c in camel)
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append(' ');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }
}
