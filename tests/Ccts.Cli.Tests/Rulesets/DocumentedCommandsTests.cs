using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Rulesets;

/// <summary>Every command that docs/rulesets.md shows to an officer runs, in its order, and ends as the document says.</summary>
public sealed class DocumentedCommandsTests : IDisposable
{
    private static readonly string Text = File.ReadAllText(Path.Combine(CctsTool.RepositoryRoot, "docs", "rulesets.md"));
    private const string Schedule = """
        registration_no,entity,sector,baseline_year,baseline_output,baseline_gei,target_gei_2025_26,target_gei_2026_27
        CMTOE085RJ,Kotputli Cement Works,Cement,2023-24,3666138,0.8086,0.8032,0.7891
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-officer").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_year_from_last_years_folder()
    {
        Copy(Path.Combine(CctsTool.RepositoryRoot, "rulesets"), Path.Combine(_folder, "rulesets"));
        var commands = Commands().ToList();
        Assert.Equal(["cp", "(edit", "check", "diff", "test", "lint", "unknowns", "import"], commands.Select(c => c[0] == "ccts" ? c[2] : c[0]));
        foreach (var command in commands)
        {
            switch (command)
            {
                case ["cp", "-r", var from, var to]:
                    Copy(Path.Combine(_folder, from), Path.Combine(_folder, to));
                    break;
                case ["(edit", ..]:
                    await Edit("ruleset.json", ("in-ccts/2026-27", "in-ccts/2027-28"), ("\"year\": \"2026-27\"", "\"year\": \"2027-28\""), ("\"effective\": \"2026-04-01\"", "\"effective\": \"2027-04-01\""));
                    await Edit("parameters.json", ("\"value\": \"0.02\"", "\"value\": \"0.03\""));
                    break;
                case ["ccts", "targets", ..]:
                    await File.WriteAllTextAsync(Path.Combine(_folder, "schedule.csv"), Schedule, TestContext.Current.CancellationToken);
                    await Ends(command, 0);
                    Assert.True(File.Exists(Path.Combine(_folder, "targets.csv")));
                    break;
                default:
                    // Days and years of the cases are still last year's, and a value is another: somebody has to look.
                    await Ends(command, command[2] is "diff" or "test" or "lint" ? 1 : 0);
                    break;
            }
        }
    }

    [Fact]
    public async Task A_mistake_in_the_copy_ends_with_two()
    {
        Copy(Path.Combine(CctsTool.RepositoryRoot, "rulesets"), Path.Combine(_folder, "rulesets"));
        Copy(Path.Combine(_folder, "rulesets/in-ccts/2026-27"), Path.Combine(_folder, "rulesets/in-ccts/2027-28"));
        await Edit("parameters.json", ("\"value\": \"0.02\"", "\"value\": \"2 %\""));
        foreach (var command in Commands().Where(c => c is ["ccts", "ruleset", ..]))
        {
            await Ends(command, 2);
        }
    }

    private static IEnumerable<string[]> Commands() => Regex.Matches(Text, "^```(?<language>\\w*)\n(?<code>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)
        .Where(block => block.Groups["language"].Length == 0)
        .SelectMany(block => block.Groups["code"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        .Select(line => line.Split(' '));

    private async Task Ends(string[] command, int code)
    {
        // Paths of the document are under the folder of the test; ids of rulesets are not paths.
        var args = command.Skip(1).Select(a => a.StartsWith("rulesets", StringComparison.Ordinal) || a.EndsWith(".csv", StringComparison.Ordinal) ? Path.Combine(_folder, a) : a).ToArray();
        var run = await CctsTool.Run(null, args);
        Assert.True(run.ExitCode == code, $"{string.Join(' ', command)} ended with {run.ExitCode}: {run.Output}{run.Error}");
    }

    private async Task Edit(string file, params (string From, string To)[] edits)
    {
        var path = Path.Combine(_folder, "rulesets", "in-ccts", "2027-28", file);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        foreach (var (from, to) in edits)
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
