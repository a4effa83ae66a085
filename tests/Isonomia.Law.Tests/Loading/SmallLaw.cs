using Xunit;

namespace Isonomia.Law.Tests.Loading;

/// <summary>A law book of a few pages with one of everything and nothing wrong, and ways to break one thing in it.</summary>
internal static class SmallLaw
{
    public const string Words = "vocabulary.md";
    public const string Questions = "questions.md";
    public const string Authorities = "authorities/cases.md";
    public const string Substances = "substances.md";
    public const string Watersheds = "watersheds.md";
    public const string Conviction = "federal/conviction.md";
    public const string Ground = "federal/ground.md";
    public const string Relief = "federal/relief.md";
    public const string Theft = "offenses/pc-484.md";

    public static IReadOnlyDictionary<string, string> Whole { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["README.md"] = "| offnse | this page is about the law and not part of it |",
            [Words] = """
                # Vocabulary

                | fact | about | kind | from | held by | key | left out | question |
                |---|---|---|---|---|---|---|---|
                | as-of date | case | date | case | anyone | asOf | | On what date? |
                | forum | case | one of: ninth circuit, fifth circuit, elsewhere | case | anyone | forum | | Where? |
                | status | case | one of: citizen, resident, overstay | case | defense | person.status | unknown | Which status? |
                | admitted | case | yes or no | case | defense | person.admitted | unknown | Was the person admitted? |
                | time as resident | case | span | C# | defense | person.residentSince | unknown | Since when? |
                | offense | count | citation | case | anyone | offense | | Of what? |
                | charged offense | count | citation | case | anyone | offense | | With what? |
                | outcome | count | one of: plea, dismissal, acquittal | case | anyone | outcome | | How did it end? |
                | conviction date | count | date | C# | anyone | convicted | | When? |
                | imposed term | count | days | C# | anyone | sentence | unknown | What custody? |
                | loss | count | dollars, record | case | anyone | record.loss | unknown | What loss? |
                | victim on the record | count | one of: spouse, stranger, record | case | anyone | record.victim | unknown | Who? |
                | scheme | count | group | case | anyone | incident | | One scheme? |

                | match fact | key | group | plain |
                |---|---|---|---|
                | crime of moral turpitude | cimt | | a crime involving moral turpitude |
                | theft offense | theft | property | theft |
                | arson | arson | property | arson |
                | perjury | perjury | justice | perjury |

                """,
            [Questions] = """
                | question | reading | forum | from | until | standing | authority |
                |---|---|---|---|---|---|---|
                | six months | 180 days | any | 1996-09-30 | | argued | 8 USC 1182(a)(2)(A) |
                | six months | calendar months | any | 1996-09-30 | | argued | smith-v-jones-2010 |

                """,
            [Authorities] = """
                | id | citation | court | decided | status | later | basis | seen | checked |
                |---|---|---|---|---|---|---|---|---|
                | smith-v-jones-2010 | Smith v. Jones, 1 F.4th 1 (9th Cir. 2010) | 9th Cir. | 2010-05-01 | good | | own reading | summary | 2026-11-22 |
                | roe-v-doe-2020 | Roe v. Doe, 2 F.4th 2 (9th Cir. 2020) | 9th Cir. | 2020-05-01 | good | smith-v-jones-2010 | own reading | no | 2026-11-22 |
                | old-v-new-1990 | Old v. New, 3 F.2d 3 (9th Cir. 1990) | 9th Cir. | 1990 | superseded | roe-v-doe-2020 | own reading | summary | 2026-11-22 |

                """,
            [Substances] = """
                | substance | also called | state schedule | federal schedule | from | until | authority | seen | note |
                |---|---|---|---|---|---|---|---|---|
                | heroin | diacetylmorphine | I | I | | | 21 USC 812(c) | statute text | |

                """,
            [Watersheds] = """
                | watershed | match | of | from | why |
                |---|---|---|---|---|
                | roe-v-doe-2020 | arson | | 2020-05-01 | it asks for malice |

                """,
            [Conviction] = """
                # Conviction

                ```rule
                conviction
                id    R-010
                cite  8 USC 1101(a)(48)(A)
                about count
                from 1996-09-30 by as-of date
                when outcome is plea
                ```

                | example | outcome | answer |
                |---|---|---|
                | pleaded | plea | yes |
                | dismissed | dismissal | no |
                | not known | ? | open |

                ```rule
                close victim
                id    R-020
                cite  8 USC 1227(a)(2)(E)(i)
                about count
                from 1996-09-30 by as-of date
                when victim on the record is spouse
                ```

                | example | victim on the record | answer |
                |---|---|---|
                | spouse | spouse | yes |
                | stranger | stranger | no |
                | left open | silent | silent |
                | not known | ? | open |

                """,
            [Ground] = """
                # Ground

                The ground.

                ```rule
                deportable: turpitude
                id    R-061
                cite  8 USC 1227(a)(2)(A)(i); smith-v-jones-2010
                about conviction
                gives DEP.CIMT1
                silent no
                from 1996-09-30 until 2000-01-01 by conviction date
                no such rule
                from 2000-01-01 by conviction date
                when all of
                  - crime of moral turpitude
                  - any of
                      - imposed term >= 180 days
                      - loss > 10000 dollars
                unless status is citizen
                ```

                | example | conviction date | crime of moral turpitude | imposed term | loss | status | answer |
                |---|---|---|---|---|---|---|
                | half a year | 2020-01-01 | yes | 180 | 0 | resident | yes |
                | a day less | 2020-01-01 | yes | 179 | 0 | resident | no |
                | silent | 2020-01-01 | silent | 180 | 0 | resident | no |
                | status not known | 2020-01-01 | yes | 180 | 0 | ? | open |

                ```rule
                deportable: two of turpitude
                id    R-063
                cite  8 USC 1227(a)(2)(A)(ii)
                gives DEP.CIMT2
                silent no
                from 1996-09-30 by as-of date
                when all of
                  - admitted
                  - at least 2 schemes with crime of moral turpitude
                  - total imposed term >= 10 days over convictions
                ```

                | example | admitted | conviction | scheme | crime of moral turpitude | imposed term | answer |
                |---|---|---|---|---|---|---|
                | two | yes | yes | A | yes | 5 | yes |
                | | | yes | B | yes | 5 | |
                | one scheme | yes | yes | A | yes | 5 | no |
                | | | yes | A | yes | 5 | |
                | record silent | yes | yes | A | yes | 5 | no |
                | | | yes | B | silent | 5 | |
                | not known | ? | yes | A | yes | 5 | open |
                | | | yes | B | yes | 5 | |

                """,
            [Relief] = """
                # Relief

                | also needed for | need |
                |---|---|
                | 212H | hardship to a relative |

                ```rule
                closed: waiver
                id    R-162
                cite  8 USC 1182(h)
                gives 212H closed
                silent yes
                from 1996-09-30 by as-of date
                when all of
                  - not time as resident >= 7 years
                  - six months is calendar months
                  - any count with none of
                      - offense is PC 484 or PC 487
                      - not theft offense
                ```

                | example | time as resident | six months | offense | theft offense | answer |
                |---|---|---|---|---|---|
                | seven years | 7y | calendar months | PC 459 | yes | no |
                | a day less | 6y11m30d | calendar months | PC 459 | yes | yes |
                | silent | 6y | calendar months | PC 459 | silent | yes |
                | open | 6y | 180 days or calendar months | PC 459 | yes | open |

                """,
            [Theft] = """
                # PC 484: theft

                What theft is.

                | offense | title | also |
                |---|---|---|
                | PC 484(a) | petty theft | PC 488 |
                | PC 487(a) | grand theft | |

                | penalty of | class | term | place | fine | authority |
                |---|---|---|---|---|---|
                | PC 484(a) | misdemeanor | 180 days | county jail | 1000 | PC 490 |
                | PC 487(a) | felony | 16 months, 2, 3 years | county jail 1170(h) | 10000 | PC 489 |

                | state effects of | strike | registration | PC 1000 | PC 1001.95 |
                |---|---|---|---|---|
                | PC 484 | none | none | excluded | eligible |
                | PC 487 | none | none | excluded | eligible |

                | match | of | verdict | authority | certainty | from | until | by | note |
                |---|---|---|---|---|---|---|---|---|
                | crime of moral turpitude | PC 484 | depends: close victim | smith-v-jones-2010 | controlling | 2010-05-01 | | conviction date | It depends on the victim. |
                | crime of moral turpitude | PC 487 | unsettled | practice | practice | | | | Two readings. |
                | theft offense | PC 484(a) | no | PC 484 | applied | | | | Consent by fraud is enough. |
                | theft offense | PC 487 | unsettled when: victim on the record is spouse | practice | practice | | | | Perhaps. |
                | arson | PC 487 | unsettled: six months is 180 days | practice | practice | | | | Perhaps. |

                not raised (PC 484): arson
                not raised: justice

                | safer option | instead of | why | left open | mark |
                |---|---|---|---|---|
                | PC 484(a) | PC 487(a) | It is less. | All else. | practice |

                | related | to | relation | factual basis | mark |
                |---|---|---|---|---|
                | PC 484(a) | PC 487(a) | lesser included | Less was taken. | practice |

                | example | offense | conviction date | victim on the record | crime of moral turpitude |
                |---|---|---|---|---|
                | Smith v. Jones (2010) | PC 484(a) | 2011-01-01 | spouse | yes |

                """,
        };

    /// <summary>Reads the small law after changing one of its pages.</summary>
    public static LawReading With(string page, string old, string changed) => Read(Changed(page, old, changed));

    public static LawReading Read(IEnumerable<KeyValuePair<string, string>> pages) =>
        LawbookReader.Read(pages.Select(p => new LawPage(p.Key, p.Value)));

    /// <summary>The pages with one piece of text, which must stand on its page exactly once, replaced by another.</summary>
    public static Dictionary<string, string> Changed(string page, string old, string changed)
    {
        var pages = Whole.ToDictionary(StringComparer.Ordinal);
        var text = pages.GetValueOrDefault(page) ?? "";
        if (old.Length == 0)
        {
            pages[page] = text + changed;
            return pages;
        }
        Assert.True(text.Split(old).Length == 2, $"\"{old}\" must stand once on {page}");
        pages[page] = text.Replace(old, changed, StringComparison.Ordinal);
        return pages;
    }

    /// <summary>
    /// The law with this change does not load, and the one problem is said in these words at the place of <paramref name="at"/>: the first place on
    /// the page at or after the change where that text stands.
    /// </summary>
    public static void Refuses(string page, string old, string changed, string at, params string[] words)
    {
        var reading = With(page, old, changed);
        Assert.Null(reading.Lawbook);
        var problem = Assert.Single(reading.Problems);
        Says(
            problem,
            page,
            Changed(page, old, changed)[page],
            old.Length == 0 ? Text(page).Length : Text(page).IndexOf(old, StringComparison.Ordinal),
            at,
            words
        );
        Assert.Equal(ProblemLevel.Error, problem.Level);
    }

    /// <summary>The same where the change has more than one consequence: one of the problems is this one.</summary>
    public static void Reports(string page, string old, string changed, string at, params string[] words)
    {
        var reading = With(page, old, changed);
        var text = Changed(page, old, changed)[page];
        var (line, column) = Place(text, text.IndexOf(at, StringComparison.Ordinal));
        Assert.Contains(
            reading.Problems,
            p => p.File == page && p.Line == line && p.Column == column && words.All(w => p.Message.Contains(w, StringComparison.Ordinal))
        );
    }

    private static string Text(string page) => Whole.GetValueOrDefault(page) ?? "";

    private static void Says(LawProblem problem, string page, string text, int from, string at, string[] words)
    {
        var index = text.IndexOf(at, from, StringComparison.Ordinal);
        if (index < 0)
            index = text.IndexOf(at, StringComparison.Ordinal);
        Assert.True(index >= 0, $"\"{at}\" does not stand on {page}");
        var (line, column) = Place(text, index);
        foreach (var word in words)
            Assert.Contains(word, problem.Message, StringComparison.Ordinal);
        Assert.Equal($"{page}:{line}:{column}", $"{problem.File}:{problem.Line}:{problem.Column}");
    }

    private static (int Line, int Column) Place(string text, int index)
    {
        var line = text.AsSpan(0, index).Count('\n') + 1;
        return (line, index - text.LastIndexOf('\n', Math.Max(index - 1, 0)));
    }
}
