using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Isonomia.Cli.Tests;

public sealed partial class CommandTests
{
    [Fact]
    public void Every_command_has_help_with_an_example()
    {
        var wrong = new List<string>();
        var commands = new List<string[]>();
        Walk([]);
        Assert.Contains(commands, c => c is ["law", "lint"]);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        void Walk(string[] command)
        {
            commands.Add(command);
            var ran = Cli.Run([.. command, "--help"]);
            var name = string.Join(' ', command);
            if (ran.Code != 0 || ran.Error.Length > 0)
            {
                wrong.Add($"{name} --help: exit code {ran.Code} {ran.Error}");
            }

            var description = ran.Output.Split("Usage:")[0];
            if (!description.Contains($"Example: isonomia {name}".TrimEnd(), StringComparison.Ordinal))
            {
                wrong.Add($"{name} --help: no example of it");
            }

            var list = ran.Output.Split("\nCommands:");
            if (list.Length < 2)
            {
                return;
            }

            foreach (var line in list[1].Split('\n').Where(l => Subcommand().IsMatch(l)))
            {
                Walk([.. command, line.Trim().Split(' ')[0]]);
            }
        }
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("offense", "PC 242", "--no-such-option")]
    [InlineData("offense", "--jsn", "PC 242")]
    [InlineData("analyze")]
    [InlineData("law", "nonsense")]
    [InlineData("schema", "one", "two")]
    public void Wrong_usage_has_exit_code_two_and_prints_nothing_to_standard_output(params string[] args)
    {
        var ran = Cli.Run(args);
        Assert.Equal(2, ran.Code);
        Assert.Empty(ran.Output);
        Assert.NotEmpty(ran.Error);
    }

    [Fact]
    public void The_version_is_printed() => Assert.Matches("^[0-9]{4}\\.", Process("", "--version").Output);

    [Fact]
    public void The_schema_is_json_and_knows_every_status()
    {
        var schema = Cli.Run("schema");
        Assert.Equal(0, schema.Code);
        Assert.Equal(JsonValueKind.Object, schema.Json().ValueKind);
        Assert.All(ContractShape.Statuses, s => Assert.Contains($"\"{s}\"", schema.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void The_law_is_without_a_problem()
    {
        var ran = Cli.Run("law", "lint");
        Assert.True(ran.Code == 0, ran.Error);
        Assert.Contains(" 0 wrong", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_with_errors_does_not_load_and_names_each()
    {
        using var law = TemporaryFolder.OfLaw();
        var page = Path.Combine(law.Path, "offenses", "pc-242.md");
        File.WriteAllText(
            page,
            File.ReadAllText(page).Replace("| crime of moral turpitude |", "| crime of mortal turpitude |", StringComparison.Ordinal)
        );
        var ran = Cli.Run("offense", "PC 242", "--json", "--law", law.Path);
        Assert.Equal(2, ran.Code);
        Assert.Empty(ran.Output);
        Assert.Contains("pc-242.md", ran.Error, StringComparison.Ordinal);
        Assert.Contains("mortal", ran.Error, StringComparison.Ordinal);
        Assert.Contains("does not load", ran.Error, StringComparison.Ordinal);
        Assert.Equal(1, Cli.Run("law", "lint", "--law", law.Path).Code);
    }

    [Fact]
    public void A_wrong_example_fails_the_check_and_is_named()
    {
        using var law = TemporaryFolder.OfLaw();
        var page = Path.Combine(law.Path, "federal", "ina-236c.md");
        var lines = File.ReadAllLines(page);
        var row = Array.FindIndex(
            lines,
            l => l.StartsWith("| drug |", StringComparison.Ordinal) && l.EndsWith("| yes |", StringComparison.Ordinal)
        );
        lines[row] = lines[row][..^"| yes |".Length] + "| no |";
        File.WriteAllLines(page, lines);
        var ran = Cli.Run("law", "lint", "--law", law.Path);
        Assert.Equal(1, ran.Code);
        Assert.Contains($"ina-236c.md:{row + 1}: drug: the page says", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-folder", "no such law folder")]
    [InlineData(null, "no law pages")]
    public void A_folder_without_law_is_told(string? folder, string says)
    {
        using var empty = new TemporaryFolder();
        var ran = Cli.Run("offense", "PC 242", "--law", folder ?? empty.Path);
        Assert.Equal(2, ran.Code);
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void As_its_own_process_it_answers_and_keeps_the_streams_apart()
    {
        var good = Process("", "offense", "PC 273.5(a)", "PC 99999", "--json");
        Assert.True(good.Code == 3, $"{good.Code}: {good.Error}");
        Assert.Empty(ContractShape.OfOffenses(good.Json()));
        Assert.Empty(good.Error);
        var bad = Process("", "analyze", "no-such-file.yaml", "--json");
        Assert.Equal(2, bad.Code);
        Assert.Empty(bad.Output);
        Assert.NotEmpty(bad.Error);
    }

    [Fact]
    public void As_its_own_process_it_reads_a_case_from_standard_input()
    {
        var ran = Process(
            "charges: [ { id: a, offense: PC 242, class: misdemeanor } ]\ndisposition: [ { charge: a, sentence: { jailDays: 1 } } ]\n",
            "analyze",
            "-",
            "--json"
        );
        Assert.True(ran.Code == 0, ran.Error);
        Assert.Equal(1, ran.Json().GetProperty("counts")[0].GetProperty("imposedDays").GetInt32());
    }

    private static Ran Process(string input, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "isonomia.dll"), .. args])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Ran(process.ExitCode, output, error.Result);
    }

    [GeneratedRegex("^  [a-z]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Subcommand();
}
