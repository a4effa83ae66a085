namespace Isonomia.Caseload.Intake;

/// <summary>Mappings of the layouts that are known, in the language of a mapping file.</summary>
public static class KnownMappings
{
    /// <summary>The mapping of a format; null for text sheets and for files that bring their own.</summary>
    public static string? Of(ImportFormat format) =>
        format switch
        {
            ImportFormat.Doj => Doj,
            ImportFormat.Lapd => Lapd,
            ImportFormat.Lada => Lada,
            _ => null,
        };

    /// <summary>
    /// The research file of the California Department of Justice. Names, birthplace (POB) and CITIZENSHIP_LIST are among its 95 columns and are not read.
    /// A count with several sentences takes several rows, with one CNT_ORDER.
    /// </summary>
    private const string Doj = """
        person: SUBJECT_ID
        case: [SUBJECT_ID, CNT_ORDER]
        count: CNT_ORDER
        event: STP_TYPE_DESCR
        date: STP_EVENT_DATE
        charge: OFFENSE_DESCR
        level: [CONV_STAT_DESCR, OFFENSE_TOC]
        disposition: DISP_DESCR
        disposed: DISP_DATE
        place: STP_ORI_CNTY_NAME
        sex: GENDER
        born: PRI_DOB
        sentenceLength: SENT_LENGTH
        sentenceUnit: SENT_TIME_CODE
        sentenceKind: SENT_LOC_DESCR
        columns: [RECORD_ID, SUBJECT_STATUS, SUBJECT_ID, REQ_SEG_SEP, REQ_CII_NUMBER, REQ_NAME, REQ_GENDER, REQ_DOB, REQ_CDL, REQ_SSN, PII_SEG_SEP, CII_NUMBER,
          PRI_NAME, GENDER, PRI_DOB, PRI_SSN, PRI_CDL, PRI_IDN, PRI_INN, FBI_NUMBER, PDR_SEG_SEP, RACE_CODE, RACE_DESCR, EYE_COLOR_CODE, EYE_COLOR_DESCR,
          HAIR_COLOR_CODE, HAIR_COLOR_DESCR, HEIGHT, WEIGHT, SINGLE_SOURCE, MULTI_SOURCE, POB_CODE, POB_NAME, POB_TYPE, CITIZENSHIP_LIST, CYC_SEG_SEP, CYC_ORDER,
          CYC_DATE, STP_SEG_SEP, STP_ORDER, STP_EVENT_DATE, STP_TYPE_CODE, STP_TYPE_DESCR, STP_ORI_TYPE, STP_ORI_TYPE_DESCR, STP_ORI_CODE, STP_ORI_DESCR,
          STP_ORI_CNTY_CODE, STP_ORI_CNTY_NAME, CNT_SEG_SEP, CNT_ORDER, DISP_DATE, OFN, OFFENSE_CODE, OFFENSE_DESCR, OFFENSE_TOC, OFFENSE_QUAL_LST,
          DISP_OFFENSE_CODE, DISP_OFFENSE_DESCR, DISP_OFFENSE_TOC, DISP_OFFENSE_QUAL_LST, CONV_OFFENSE_ORDER, CONV_OFFENSE_CODE, CONV_OFFENSE_DESCR,
          CONV_OFFENSE_TOC, CONV_OFFENSE_QUAL_LST, FE_NUM_ORDER, FE_NUM_ARR_AGY, FE_NUM_BNCH_WARR, FE_NUM_CITE, FE_NUM_DOCKET, FE_NUM_INCIDENT, FE_NUM_BOOKING,
          FE_NUM_NUMBER, FE_NUM_REMAND, FE_NUM_OOS_INN, FE_NUM_CRT_CASE, FE_NUM_WARRANT, DISP_ORDER, DISP_CODE, DISP_DESCR, CONV_STAT_CODE, CONV_STAT_DESCR,
          SENT_SEG_SEP, SENT_ORDER, SENT_LOC_CODE, SENT_LOC_DESCR, SENT_LENGTH, SENT_TIME_CODE, SENT_TIME_DESCR, CYC_AGE, CII_TYPE, CII_TYPE_ALPHA,
          COMMENT_TEXT, END_OF_REC]
        """;

    /// <summary>Arrest data of the Los Angeles Police Department. Its descent codes name countries and are not read; it has no person, so each report is one.</summary>
    private const string Lapd = """
        person: Report ID
        case: Report ID
        always: arrest
        date: Arrest Date
        charge: Charge
        description: Charge Description
        level: Arrest Type Code
        place: Area Name
        sex: Sex Code
        age: Age
        """;

    /// <summary>Record release of the Los Angeles District Attorney. "Held To Answer" rows repeat a charge whose end follows in another row.</summary>
    private const string Lada = """
        person: [masked_case_no, defendant_no]
        case: masked_case_no
        count: count_no
        always: court
        charge: [section, code]
        level: [charge_level, case_level]
        disposition: result_description
        disposed: result_date
        sex: sex
        age: age_at_time_of_crime
        place: charge_city
        """;
}
