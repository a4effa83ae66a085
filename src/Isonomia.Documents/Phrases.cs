using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Severity;

namespace Isonomia.Documents;

/// <summary>The codes of answers in the words of a letter to a client, English and Spanish. Every code of the law book has both; a test checks it.</summary>
public sealed class Phrases
{
    private readonly PaperLanguage language;

    /// <summary>Words of a language.</summary>
    public Phrases(PaperLanguage language) => this.language = language;

    /// <summary>The words of this language.</summary>
    public string In(string english, string spanish) => language == PaperLanguage.Spanish ? spanish : english;

    /// <summary>A ground, a detention or an exposure: what it does to the person. Null for a code without words, which a letter then names as it is.</summary>
    public string? Consequence(string code) => Consequences.TryGetValue(code, out var words) ? In(words.English, words.Spanish) : null;

    /// <summary>The name of a relief.</summary>
    public string? Relief(string code) => Reliefs.TryGetValue(code, out var words) ? In(words.English, words.Spanish) : null;

    /// <summary>A status.</summary>
    public string Status(ImmigrationStatus status) => In(Statuses[status].English, Statuses[status].Spanish);

    /// <summary>What a tier means.</summary>
    public string Of(Tier tier) => language == PaperLanguage.English ? tier.Plain : Tiers[int.Parse(tier.ToString()[1..], null)];

    /// <summary>A question, by the key that its answer has in a case file; null where only English stands on the law page.</summary>
    public string? Question(string key) => Questions.GetValueOrDefault(Last(key));

    /// <summary>The class of an offense.</summary>
    public string Of(Law.OffenseClass @class) =>
        @class switch
        {
            Law.OffenseClass.Felony => In("felony", "delito grave (felony)"),
            Law.OffenseClass.Misdemeanor => In("misdemeanor", "delito menor (misdemeanor)"),
            Law.OffenseClass.Infraction => In("infraction", "infracción"),
            _ => Names.Camel(@class),
        };

    /// <summary>How a count ends.</summary>
    public string Of(Outcome outcome) =>
        outcome switch
        {
            Outcome.Plea => In("plea of guilty or no contest", "declaración de culpable o de no disputa (no contest)"),
            Outcome.Verdict => In("verdict of guilty", "veredicto de culpabilidad"),
            Outcome.DeferredEntry => In(
                "deferred entry of judgment after a plea",
                "aplazamiento de la sentencia después de una declaración"
            ),
            Outcome.ConditionalPlea => In("conditional plea", "declaración condicional"),
            Outcome.Diversion => In("diversion", "programa de desvío (diversion)"),
            Outcome.Dismissal => In("dismissal", "cargo retirado (dismissal)"),
            Outcome.Declination => In("not filed", "cargo no presentado"),
            Outcome.Acquittal => In("acquittal", "absolución"),
            Outcome.Juvenile => In("juvenile adjudication", "decisión de un tribunal de menores"),
            _ => In("not guilty by reason of insanity", "no culpable por razón de demencia"),
        };

    /// <summary>The key without the place: <c>disposition[0].record.victim</c> is asked as <c>record.victim</c>.</summary>
    private static string Last(string key)
    {
        var kept = key.Split('.')
            .SkipWhile(p => p is "disposition" or "charges" or "priors" || p.Contains('[', StringComparison.Ordinal))
            .ToArray();
        return kept.Length == 0 ? key : string.Join('.', kept);
    }

    private sealed record Words(string English, string Spanish);

    private static readonly Dictionary<ImmigrationStatus, Words> Statuses = new()
    {
        [ImmigrationStatus.Citizen] = new("U.S. citizen", "ciudadano de los Estados Unidos"),
        [ImmigrationStatus.LawfulPermanentResident] = new("lawful permanent resident (green card)", "residente permanente (tarjeta verde)"),
        [ImmigrationStatus.ReturningResident] = new("resident returning from abroad", "residente que regresa del extranjero"),
        [ImmigrationStatus.Nonimmigrant] = new("person with a visa in force", "persona con visa vigente"),
        [ImmigrationStatus.Overstay] = new("person whose visa has run out", "persona con visa vencida"),
        [ImmigrationStatus.EnteredWithoutInspection] = new("person who entered without inspection", "persona que entró sin inspección"),
        [ImmigrationStatus.Parolee] = new("person paroled into the country", "persona con permiso de entrada (parole)"),
        [ImmigrationStatus.Refugee] = new("refugee", "refugiado"),
        [ImmigrationStatus.Asylee] = new("person granted asylum", "asilado"),
        [ImmigrationStatus.TemporaryProtectedStatus] = new(
            "holder of temporary protected status",
            "persona con estatus de protección temporal (TPS)"
        ),
        [ImmigrationStatus.DeferredAction] = new("holder of deferred action (DACA)", "persona con acción diferida (DACA)"),
        [ImmigrationStatus.UVisa] = new("U visa", "visa U"),
        [ImmigrationStatus.TVisa] = new("T visa", "visa T"),
        [ImmigrationStatus.Vawa] = new("VAWA self-petitioner", "peticionario bajo VAWA"),
        [ImmigrationStatus.SpecialImmigrantJuvenile] = new("special immigrant juvenile", "joven inmigrante especial"),
    };

    private static readonly string[] Tiers =
    [
        "No se encontró ningún efecto migratorio según la ley de la fecha indicada.",
        "No se encontró ningún impedimento; los agentes federales aún pueden tomar en cuenta el arresto o la condena, y una cárcel puede o no tener permiso para cooperar.",
        "Retrasa un beneficio, como la naturalización.",
        "Pone fin a un beneficio del estatus o a una forma de alivio; no agrega ninguna causa de deportación.",
        "Un viaje o una solicitud expondría a la persona; se necesita consejo antes de cualquiera de los dos.",
        "Puede ser puesta en proceso de deportación; sigue siendo posible una forma principal de alivio, y también la fianza.",
        "Puede ser puesta en proceso de deportación y debe ser detenida sin fianza; sigue siendo posible una forma principal de alivio.",
        "Puede ser deportada, y la ley cierra las formas principales de alivio.",
        "Delito con agravantes («aggravated felony») o equivalente: deportación casi segura, detención normalmente obligatoria, la mayoría de los impedimentos para siempre.",
    ];

    private static readonly Dictionary<string, Words> Consequences = new(StringComparer.Ordinal)
    {
        ["DEP.AF"] = new(
            "makes you deportable for an aggravated felony",
            "lo hace deportable por un «aggravated felony» (delito con agravantes)"
        ),
        ["DEP.CIMT1"] = new(
            "makes you deportable for a crime of moral turpitude within five years of admission",
            "lo hace deportable por un delito de vileza moral dentro de los cinco años de su admisión"
        ),
        ["DEP.CIMT2"] = new("makes you deportable for two crimes of moral turpitude", "lo hace deportable por dos delitos de vileza moral"),
        ["DEP.CS"] = new("makes you deportable for a drug offense", "lo hace deportable por un delito de drogas"),
        ["DEP.FA"] = new("makes you deportable for a firearm offense", "lo hace deportable por un delito de armas de fuego"),
        ["DEP.DV"] = new("makes you deportable for domestic violence", "lo hace deportable por violencia doméstica"),
        ["DEP.STALK"] = new("makes you deportable for stalking", "lo hace deportable por acoso (stalking)"),
        ["DEP.CHILD"] = new("makes you deportable for child abuse or neglect", "lo hace deportable por maltrato o descuido de un menor"),
        ["DEP.ORDER"] = new(
            "makes you deportable for violating a protective order",
            "lo hace deportable por violar una orden de protección"
        ),
        ["DEP.TIP"] = new("makes you deportable for trafficking in persons", "lo hace deportable por trata de personas"),
        ["DEP.DOC"] = new("makes you deportable for document fraud", "lo hace deportable por fraude de documentos"),
        ["DEP.USCCLAIM"] = new(
            "makes you deportable for a false claim to citizenship",
            "lo hace deportable por una declaración falsa de ciudadanía"
        ),
        ["DEP.VOTE"] = new("makes you deportable for unlawful voting", "lo hace deportable por votar ilegalmente"),
        ["DEP.PRIORINA"] = new(
            "makes you deportable because you were inadmissible when you entered or adjusted",
            "lo hace deportable porque era inadmisible cuando entró o ajustó su estatus"
        ),
        ["DEP.SMUG"] = new("makes you deportable for helping others to enter", "lo hace deportable por ayudar a otros a entrar"),
        ["DEP.SEC"] = new("makes you deportable on security grounds", "lo hace deportable por razones de seguridad"),
        ["DEP.MISC"] = new(
            "makes you deportable for espionage, sabotage or the like",
            "lo hace deportable por espionaje, sabotaje u otro delito parecido"
        ),
        ["DEP.FLIGHT"] = new(
            "makes you deportable for high-speed flight from a checkpoint",
            "lo hace deportable por huir a alta velocidad de un punto de control"
        ),
        ["DEP.SORNA"] = new(
            "makes you deportable for failing to register as a sex offender under federal law",
            "lo hace deportable por no registrarse como ofensor sexual según la ley federal"
        ),
        ["INA.CIMT"] = new(
            "makes you inadmissible for a crime of moral turpitude: this can block a visa, a green card or a return from abroad",
            "lo hace inadmisible por un delito de vileza moral: puede impedir una visa, la tarjeta verde o el regreso del extranjero"
        ),
        ["INA.CS"] = new(
            "makes you inadmissible for a drug offense: this can block a visa, a green card or a return from abroad",
            "lo hace inadmisible por un delito de drogas: puede impedir una visa, la tarjeta verde o el regreso del extranjero"
        ),
        ["INA.MULTI5"] = new(
            "makes you inadmissible because your sentences add up to five years or more",
            "lo hace inadmisible porque sus sentencias suman cinco años o más"
        ),
        ["INA.PROST"] = new("makes you inadmissible for prostitution", "lo hace inadmisible por prostitución"),
        ["INA.IMMUNITY"] = new(
            "makes you inadmissible because you left under immunity from prosecution",
            "lo hace inadmisible porque salió bajo inmunidad"
        ),
        ["INA.RELIG"] = new(
            "makes you inadmissible for violations of religious freedom",
            "lo hace inadmisible por violaciones de la libertad religiosa"
        ),
        ["INA.TIP"] = new("makes you inadmissible for trafficking in persons", "lo hace inadmisible por trata de personas"),
        ["INA.ML"] = new("makes you inadmissible for money laundering", "lo hace inadmisible por lavado de dinero"),
        ["INA.USCCLAIM"] = new(
            "makes you inadmissible for a false claim to citizenship",
            "lo hace inadmisible por una declaración falsa de ciudadanía"
        ),
        ["INA.SMUG"] = new("makes you inadmissible for helping others to enter", "lo hace inadmisible por ayudar a otros a entrar"),
        ["DET.MAND.1226c"] = new(
            "requires immigration officers to hold you without bond",
            "obliga a los agentes de inmigración a detenerlo sin fianza"
        ),
        ["DET.MAND.RILEY"] = new(
            "requires immigration officers to hold you without bond under the Laken Riley Act, for the arrest or charge alone",
            "obliga a los agentes de inmigración a detenerlo sin fianza bajo la ley Laken Riley, por el solo arresto o cargo"
        ),
        ["DET.FORUM"] = new(
            "may leave you without a bond hearing, because you are treated as asking for admission",
            "puede dejarlo sin audiencia de fianza, porque se le trata como alguien que pide admisión"
        ),
        ["DET.BOND"] = new(
            "lets immigration officers detain you; a judge may set bond",
            "permite que los agentes de inmigración lo detengan; un juez puede fijar fianza"
        ),
        ["EXP.TRANSFER"] = new(
            "allows a California jail to hand you over to immigration officers",
            "permite que una cárcel de California lo entregue a los agentes de inmigración"
        ),
        ["EXP.NOTIFY"] = new(
            "allows a California jail to tell immigration officers when you will be released",
            "permite que una cárcel de California avise a los agentes de inmigración cuándo saldrá libre"
        ),
        ["EXP.ARREST"] = new(
            "leaves an arrest record that immigration officers can see and weigh",
            "deja un récord de arresto que los agentes de inmigración pueden ver y tomar en cuenta"
        ),
        ["EXP.TRAVEL"] = new(
            "means that you should not leave the country before an immigration lawyer says so",
            "significa que no debe salir del país sin que un abogado de inmigración se lo indique"
        ),
        ["EXP.INA.TRAFFICKER"] = new(
            "may give reason to believe that you trafficked in drugs, which bars admission even without a conviction",
            "puede dar motivo para creer que traficó con drogas, lo que impide la admisión aun sin condena"
        ),
        ["EXP.INA.ADMISSION"] = new(
            "may count as admitting a crime, which can bar admission even without a conviction",
            "puede contar como la admisión de un delito, lo que puede impedir la admisión aun sin condena"
        ),
        ["EXP.INA.HEALTH"] = new(
            "may be raised as a health ground (dangerous behavior, drug abuse) when you apply",
            "puede usarse como causa de salud (conducta peligrosa, abuso de drogas) cuando presente una solicitud"
        ),
        ["EXP.DEP.ADDICT"] = new("may be raised as drug abuse or addiction", "puede usarse como abuso de drogas o adicción"),
        ["EXP.ADMINREMOVAL"] = new(
            "allows an officer to order you removed without a hearing before a judge",
            "permite que un agente ordene su deportación sin audiencia ante un juez"
        ),
        ["EXP.REENTRY"] = new(
            "raises the prison term for coming back after removal",
            "aumenta la pena de prisión si regresa después de una deportación"
        ),
        ["EXP.ASYLEETERM"] = new("allows your asylum to be ended", "permite que se termine su asilo"),
        ["REFER.CITIZEN"] = new(
            "a parent or grandparent who is a citizen may have made you one: clear this first",
            "un padre o abuelo ciudadano puede haberlo hecho ciudadano: aclárelo primero"
        ),
    };

    private static readonly Dictionary<string, Words> Reliefs = new(StringComparer.Ordinal)
    {
        ["CANCEL42A"] = new("cancellation of removal for residents", "cancelación de la deportación para residentes"),
        ["CANCEL42B"] = new("cancellation of removal for people without a green card", "cancelación de la deportación para no residentes"),
        ["CANCELVAWA"] = new("cancellation for abused spouses and children", "cancelación para cónyuges e hijos maltratados"),
        ["ASYLUM"] = new("asylum", "asilo"),
        ["WITHHOLD"] = new("withholding of removal", "retención de la deportación (withholding)"),
        ["CATWH"] = new("withholding under the Convention Against Torture", "retención bajo la Convención contra la Tortura"),
        ["CATDEFERRAL"] = new("deferral under the Convention Against Torture", "aplazamiento bajo la Convención contra la Tortura"),
        ["ADJUST"] = new("adjustment of status (a green card)", "ajuste de estatus (tarjeta verde)"),
        ["212H"] = new("waiver under 8 USC 1182(h)", "perdón bajo 8 USC 1182(h)"),
        ["209C"] = new("green card for refugees and asylees, with waiver", "tarjeta verde para refugiados y asilados, con perdón"),
        ["TPS"] = new("temporary protected status (TPS)", "estatus de protección temporal (TPS)"),
        ["DACA"] = new("deferred action (DACA)", "acción diferida (DACA)"),
        ["UWAIVER"] = new("U visa waiver", "perdón para la visa U"),
        ["TWAIVER"] = new("T visa waiver", "perdón para la visa T"),
        ["NATZ"] = new("naturalization", "naturalización"),
        ["VAWA"] = new("VAWA self-petition", "petición propia bajo VAWA"),
        ["SIJADJ"] = new("green card for special immigrant juveniles", "tarjeta verde para jóvenes inmigrantes especiales"),
        ["VD"] = new("voluntary departure", "salida voluntaria"),
    };

    private static readonly Dictionary<string, string> Questions = new(StringComparer.Ordinal)
    {
        ["asOf"] = "¿A qué fecha se aplica la ley?",
        ["forum"] = "¿Dónde sería el proceso de deportación?",
        ["person.status"] = "¿Cuál es su situación migratoria? (nunca es obligatorio decirlo)",
        ["person.entry"] = "¿Cómo entró la última vez: con inspección, con parole o sin inspección?",
        ["person.citizenParentOrGrandparent"] = "¿Es o fue ciudadano de los Estados Unidos alguno de sus padres o abuelos?",
        ["person.conditionalResident"] = "¿Es condicional su residencia (matrimonio de menos de dos años o inversión)?",
        ["person.admitted"] = "¿Cuándo y con qué admisión entró al país?",
        ["person.residenceUnder1255j"] = "¿Obtuvo la residencia bajo 8 USC 1255(j) (visa S)?",
        ["person.pending"] = "¿Está pidiendo admisión, ajuste de estatus, una visa o TPS, y desde cuándo?",
        ["person.residentSince"] = "¿Desde cuándo es residente permanente?",
        ["person.continuousResidenceSince"] = "¿Desde cuándo vive en el país, y le entregaron una orden de presentarse (NTA)?",
        ["person.priorCancellation"] = "¿Ya le concedieron antes una cancelación o alivio 212(c)?",
        ["person.persecutorSecurityOrCrewmanBar"] = "¿Se aplica alguno de los impedimentos de 8 USC 1229b(c)?",
        ["person.abuseWaiver"] = "¿Le concedieron un perdón como el de 8 USC 1227(a)(7)?",
        ["person.honorableService"] = "¿Tiene dos años de servicio militar honorable (8 USC 1229b(d)(3))?",
        ["person.chargedFalseDocumentsOrNone"] = "¿Lo acusa el gobierno de documentos o declaraciones falsas, o de no tener documentos?",
        ["person.securityGround"] = "¿Lo acusan por razones de seguridad o terrorismo?",
        ["person.drugAbuserOrAddict"] = "¿Alguna autoridad determinó abuso de drogas o adicción desde su admisión?",
        ["person.reasonToBelieveTrafficker"] = "¿Hay pruebas sólidas de que traficó con drogas?",
        ["person.inadmissibleWhenAdmitted"] = "¿Era inadmisible, sin perdón, cuando fue admitido o ajustó su estatus?",
        ["person.assistedUnlawfulEntry"] = "¿Ayudó alguna vez a otra persona a entrar ilegalmente?",
        ["person.falseClaimToCitizenship"] = "¿Dijo falsamente ser ciudadano desde el 30 de septiembre de 1996?",
        ["person.votedUnlawfully"] = "¿Votó donde solo pueden votar los ciudadanos?",
        ["person.documentFraudOrder"] = "¿Hay una orden final bajo 8 USC 1324c?",
        ["person.leftUnderImmunity"] = "¿Salió del país bajo inmunidad después de un delito grave?",
        ["person.religiousFreedomViolation"] = "¿Participó, como funcionario extranjero, en violaciones graves de la libertad religiosa?",
        ["person.reasonToBelieveTraffickerInPersons"] = "¿Hay motivo para creer que participó en la trata de personas?",
        ["person.reasonToBelieveMoneyLaunderer"] = "¿Hay motivo para creer que lavó dinero?",
        ["person.engagedInProstitution"] = "¿Hay pruebas de prostitución en los diez años antes de la solicitud?",
        ["person.protectiveOrderFinding"] = "¿Determinó un tribunal que violó una orden de protección doméstica?",
        ["person.removedForAggravatedFelony"] = "¿Fue deportado antes por un «aggravated felony»?",
        ["person.admittedAsResident"] = "¿Entró por un puerto de entrada ya como residente permanente?",
        ["person.removedBefore"] = "¿Fue deportado antes?",
        ["person.noticeToAppear"] = "¿Cuándo le entregaron una orden de presentarse (NTA)?",
        ["person.travel"] = "¿Viajó o piensa viajar fuera del país?",
        ["person.relatives"] = "¿Tiene cónyuge, padres o hijos ciudadanos o residentes? (solo si quiere decirlo)",
        ["person.registrant"] = "¿Está en el registro de California de ofensores sexuales o de incendios?",
        ["person.federalFelonyWarrant"] = "¿Hay una orden federal de arresto pendiente por un delito grave?",
        ["person.localCooperation"] = "¿Permiten la ley y la política local cooperar con inmigración?",
        ["person.born"] = "¿Qué edad tenía cuando ocurrió el hecho?",
        ["offense"] = "¿Cuál es exactamente el delito (sección y subdivisión)?",
        ["stage"] = "¿En qué etapa está el cargo?",
        ["heldToAnswer"] = "¿Encontró un juez causa probable (PC 872)?",
        ["outcome"] = "¿Cómo terminó?",
        ["program"] = "¿Bajo qué programa?",
        ["convicted"] = "¿Cuándo fue la condena?",
        ["admittedOnRecord"] = "¿Se admitieron los hechos ante el tribunal?",
        ["sentence"] = "¿Qué castigo o custodia ordenó el juez, suspendido o no, y cuánto se cumplió?",
        ["relief"] = "¿Hubo una orden posterior sobre esa condena, y por qué razón?",
        ["appealPending"] = "¿Hay una apelación directa pendiente?",
        ["firstOffenderConditions"] = "¿Fue el primer delito de drogas, sin desvío anterior ni violación de la probatoria?",
        ["waivedAtAdmission"] = "¿Se perdonó esta condena cuando fue admitido o ajustó su estatus?",
        ["record.launderedDollars"] = "¿Cuánto dinero se lavó?",
        ["record.commercialAdvantage"] = "¿Se hizo por ganancia comercial?",
        ["record.appearanceMissed"] = "¿A qué no se presentó: a cumplir una pena o ante un tribunal?",
        ["record.underlyingMaximumDays"] = "¿Cuál era la pena máxima del delito de fondo?",
        ["class"] = "¿Infracción, delito menor o delito grave?",
        ["booked"] = "¿Lo ficharon o le tomaron las huellas por este cargo?",
        ["committed"] = "¿Cuándo ocurrió el hecho?",
        ["purelyPolitical"] = "¿Fue un delito puramente político?",
        ["formallyAdmitted"] = "¿Admitió formalmente todos los elementos del delito?",
        ["foreign"] = "¿Es una condena extranjera cuya pena terminó hace más de 15 años?",
        ["incident"] = "¿Ocurrieron los cargos en un mismo incidente?",
        ["record.prong"] = "¿En qué subdivisión coloca el récord el delito?",
        ["record.victim"] = "¿Quién aparece en el récord como víctima?",
        ["facts.victim"] = "¿Quién fue la víctima?",
        ["record.victimAge"] = "¿Qué edad de la víctima consta en el récord?",
        ["record.defendantAge"] = "¿Qué edad del acusado consta en el récord?",
        ["record.act"] = "¿Qué acto consta en el récord?",
        ["record.weapon"] = "¿Qué arma consta en el récord?",
        ["record.intent"] = "¿Qué intención consta en el récord?",
        ["record.injury"] = "¿Qué lesión consta en el récord?",
        ["record.orderClause"] = "¿Qué cláusula de la orden se violó?",
        ["record.statement"] = "¿Fue la declaración oral o escrita?",
        ["record.recidivistAlleged"] = "¿Se alegó y se encontró una condena anterior por drogas?",
        ["record.lossDollars"] = "¿Qué pérdida está ligada al cargo de la condena?",
        ["record.marijuanaGrams"] = "¿Cuántos gramos de marihuana?",
        ["record.substance"] = "¿Qué sustancia nombra el récord?",
        ["record.onlyOwnFamilySmuggled"] = "¿Fue solamente su propio cónyuge, hijo o padre?",
        ["firstSmugglingOffense"] = "¿Fue la primera vez?",
        ["particularlySerious"] = "¿Se consideraría el delito particularmente grave?",
        ["violentOrDangerous"] = "¿Se consideraría el delito violento o peligroso?",
        ["reducedByProposition47"] = "¿Era un delito grave antes de la Proposición 47?",
    };
}
