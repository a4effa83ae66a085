using Isonomia.Analysis;
using NodaTime;

namespace Isonomia.Documents;

/// <summary>What all papers of a case are written from: one analysis, so that no two papers can disagree.</summary>
/// <param name="Analyzer">For the questions that a paper asks the law again (what a line of the record changes).</param>
/// <param name="Assessment">The offer, for the person as the case file gives it.</param>
/// <param name="Today">The date on which the paper is written.</param>
/// <param name="LawBook">Version and fingerprint of the law book.</param>
/// <param name="Language">The language of papers that are written for a person.</param>
public sealed record PaperSource(Analyzer Analyzer, Assessment Assessment, LocalDate Today, string LawBook, PaperLanguage Language);
