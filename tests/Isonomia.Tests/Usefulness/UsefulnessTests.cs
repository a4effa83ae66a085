using System.Globalization;
using Isonomia.Analysis;
using Isonomia.Tests.Drafts;
using Xunit;
using Xunit.Abstractions;

namespace Isonomia.Tests.Usefulness;

/// <summary>
/// How much of a case is answered, and how much is asked back. Status, offense with its prong, the facts of the record that its page asks for, class,
/// dates and sentence are given, as a plea form gives them; of the person's history half is.
/// </summary>
public sealed class UsefulnessTests(ITestOutputHelper output)
{
    private const double MostOpen = 0.10;
    private const int MostQuestions = 3;

    [Fact]
    public void With_status_record_and_sentence_given_nearly_every_ground_is_answered_and_few_questions_are_left()
    {
        var all = Figures.Of(2000, (maker, _) => maker.Case(1) with { Person = maker.Person(maker.Pick(DraftMaker.Statuses), 0.5) });
        output.WriteLine($"all statuses: {all}");
        foreach (var status in DraftMaker.Statuses.Where(s => s != "citizen"))
        {
            output.WriteLine($"{status}: {all.For(status)}");
        }

        output.WriteLine("most often open:");
        foreach (var (code, times) in all.Open.CountBy(o => o, StringComparer.Ordinal).OrderByDescending(o => o.Value).Take(12))
        {
            output.WriteLine($"  {times} {code}");
        }

        output.WriteLine("most often asked:");
        foreach (var (fact, times) in all.Asked.CountBy(o => o, StringComparer.Ordinal).OrderByDescending(o => o.Value).Take(12))
        {
            output.WriteLine($"  {times} {fact}");
        }

        Assert.True(all.ShareOpen <= MostOpen, all.ToString());
        Assert.True(all.MedianQuestions <= MostQuestions, all.ToString());
        // No status is left behind.
        foreach (var status in DraftMaker.Statuses.Where(s => s != "citizen"))
        {
            Assert.True(all.For(status).ShareOpen <= MostOpen, $"{status}: {all.For(status)}");
            Assert.True(all.For(status).MedianQuestions <= MostQuestions, $"{status}: {all.For(status)}");
        }
    }

    [Fact]
    public void With_a_third_of_everything_missing_most_grounds_are_answered_still()
    {
        var all = Figures.Of(300, (maker, _) => maker.Case(0.67));
        output.WriteLine($"a third missing: {all}");
        Assert.True(all.ShareOpen <= 2 * MostOpen, all.ToString());
    }

    /// <summary>Figures over cases.</summary>
    private sealed class Figures
    {
        private readonly List<(string Status, int Grounds, string[] Open, string[] Asked)> cases = [];

        /// <summary>The share of listed grounds whose answer is neither yes nor no.</summary>
        public double ShareOpen => cases.Sum(c => c.Open.Length) / (double)Math.Max(1, cases.Sum(c => c.Grounds));

        public int MedianQuestions => cases.Count == 0 ? 0 : cases.Select(c => c.Asked.Length).Order().ElementAt(cases.Count / 2);

        public IEnumerable<string> Open => cases.SelectMany(c => c.Open);

        public IEnumerable<string> Asked => cases.SelectMany(c => c.Asked);

        public static Figures Of(int count, Func<DraftMaker, int, CaseDraft> make)
        {
            var figures = new Figures();
            for (var seed = 0; seed < count; seed++)
            {
                var draft = make(new DraftMaker(new Random(seed)), seed);
                var a = draft.Assess();
                figures.cases.Add(
                    (
                        draft.Status!,
                        a.Grounds.Count,
                        [
                            .. a
                                .Grounds.Where(g => g.Answer.Kind is not (AnswerKind.Yes or AnswerKind.No))
                                .Select(g => $"{g.Code} {g.Answer.Word}"),
                        ],
                        [.. a.Questions.Select(q => string.Concat(q.Fact.Where(c => !char.IsAsciiDigit(c))))]
                    )
                );
            }

            return figures;
        }

        public Figures For(string status)
        {
            var figures = new Figures();
            figures.cases.AddRange(cases.Where(c => c.Status == status));
            return figures;
        }

        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{cases.Count} cases, {cases.Sum(c => c.Grounds)} grounds, {100 * ShareOpen:F1} % neither yes nor no; questions: median {MedianQuestions}, most {cases.Max(c => c.Asked.Length)}"
            );
    }
}
