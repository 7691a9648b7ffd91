using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using RegulatorDesk;

namespace Ccts.Rules.Tests.Samples;

/// <summary>The sample from end to end: drafted, examined, signed, published, taken in by a running host; forged ones refused.</summary>
public sealed class RegulatorDeskTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("regulator-desk").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_year_at_the_desk()
    {
        var year = Path.Combine(AppContext.BaseDirectory, "rulesets", "in-ccts", "2026-27");
        var output = Path.Combine(_folder, "out");
        using var said = new StringWriter();

        Assert.True(await new Desk(year, output, said).Run(TestContext.Current.CancellationToken), said.ToString());

        var text = said.ToString();
        Assert.Contains("cases, all pass", text, StringComparison.Ordinal);
        Assert.Contains("4 targets", text, StringComparison.Ordinal);
        Assert.Contains("3 had no known target, then 0", text, StringComparison.Ordinal);
        Assert.Contains("took in in-ccts-2026-27-r3.cctsrules while running", text, StringComparison.Ordinal);
        Assert.Contains("refused in-ccts-2026-27-forged.cctsrules", text, StringComparison.Ordinal);
        Assert.Contains("error signed-file-altered", text, StringComparison.Ordinal);
        Assert.Contains("error signature-wrong", text, StringComparison.Ordinal);
        Assert.Equal(["gazette.hi.html", "gazette.html", "index.hi.html", "index.html"], Directory.GetFiles(Path.Combine(output, "consultation")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_runs_again_over_its_own_folder_and_leaves_that_of_another_alone()
    {
        var year = Path.Combine(AppContext.BaseDirectory, "rulesets", "in-ccts", "2026-27");
        var output = Path.Combine(_folder, "out");
        Assert.True(await new Desk(year, output, TextWriter.Null).Run(TestContext.Current.CancellationToken));
        Assert.True(await new Desk(year, output, TextWriter.Null).Run(TestContext.Current.CancellationToken));

        File.WriteAllText(Path.Combine(output, "thesis.txt"), "years of work");
        var before = Directory.GetFiles(output, "*", SearchOption.AllDirectories);
        using var said = new StringWriter();
        Assert.False(await new Desk(year, output, said).Run(TestContext.Current.CancellationToken));
        Assert.Contains("thesis.txt", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(output, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void What_the_sample_makes_up_says_so()
    {
        var draft = Path.Combine(_folder, "draft");
        MadeUpDraft.Write(Path.Combine(AppContext.BaseDirectory, "rulesets", "in-ccts", "2026-27"), draft);
        var rows = RulesetReader.Read(RulesetFiles.FromDirectory(draft)).Schedule.Where(r => r.Entity.Standing.Source.Instrument == MadeUpDraft.Instrument).ToList();

        Assert.Equal(4, rows.Count);
        Assert.All(rows, r => Assert.Contains("made up", r.Entity.Standing.Note, StringComparison.Ordinal));
        Assert.All(rows.Where(r => r.Entity.Key != MadeUpDraft.StricterFor), r => Assert.StartsWith("Made-up", r.Entity.Entity, StringComparison.Ordinal));
    }
}
