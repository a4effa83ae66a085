using System.CommandLine;
using Isonomia.Policies;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia policy …</c>: what the policies of prosecutors' offices say.</summary>
internal static class PolicyCommand
{
    public static Command Create(Option<string?> law, TextWriter output, TextWriter error)
    {
        var command = new Command(
            "policy",
            """
            What an office's policy says of a case, on a date; check a policy's page; compare two policies.
            A policy is named by its id (LADA-SD-20-07), by its office (lada: all its policies), or by the path of a page.

            Example: isonomia policy apply examples/policy-trespass.yaml --policy LADA-SD-20-07
            """
        );
        command.Subcommands.Add(PolicyCheckCommand.Create(law, output, error));
        command.Subcommands.Add(PolicyApplyCommand.Create(law, output, error));
        command.Subcommands.Add(PolicyDiffCommand.Create(law, output, error));
        return command;
    }

    /// <summary>The option that supposes a change of the law.</summary>
    public static Option<string[]> Amend() =>
        new("--amend") { Description = "Suppose a what-if page of amendments/, by id or path (HR-875). It is not law." };

    /// <summary>The law with these amendments and no policy; null if there are none.</summary>
    public static PolicyBook? Amended(string? law, IReadOnlyList<string> amendments)
    {
        if (amendments.Count == 0)
            return null;
        var folder = new PolicyFolder(law);
        return folder.Load(amendments.SelectMany(a => folder.Find(a, "--amend", policies: false)));
    }
}
