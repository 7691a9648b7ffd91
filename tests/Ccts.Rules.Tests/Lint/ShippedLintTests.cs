using System;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Rules.Authoring.Lint;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Overlays;

namespace Ccts.Rules.Tests.Lint;

/// <summary>What lint says of the shipped rulesets is kept as a file and was read by a person; LINT_ACCEPT with the folder of these files writes them anew.</summary>
public sealed class ShippedLintTests
{
    [Theory]
    [InlineData("in-ccts/2025-26", null)]
    [InlineData("in-ccts/2026-27", null)]
    [InlineData("in-ccts/2023-24", null)]
    [InlineData("in-ccts/2026-27", "ct02-token")]
    [InlineData("in-ccts/2026-27", "iron-steel-draft-2026")]
    public void Shipped_rulesets_lint_as_reviewed(string id, string? overlay)
    {
        var files = EmbeddedRulesets.All().Single(f => f.Name == "rulesets/" + id);
        var ruleset = RulesetReader.Read(files);
        if (overlay is not null)
        {
            files = EmbeddedRulesets.Overlays().Single(f => f.Name == "rulesets/overlays/" + overlay);
            ruleset = OverlayReader.Apply(ruleset, files);
        }

        var report = RulesetLinter.Run(ruleset, files);
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            // Without lines and columns, which move with every edit.
            text.Append((finding with { Place = finding.Place with { Line = 0, Column = 0 } }).ToString()).Append('\n');
        }

        foreach (var count in report.Evidence)
        {
            text.Append(FormattableString.Invariant($"{count.What}: {count.Count} {count.Force} {count.Evidence}\n"));
        }

        var name = id.Replace('/', '-') + (overlay is null ? "" : "+" + overlay) + ".lint.txt";
        if (Environment.GetEnvironmentVariable("LINT_ACCEPT") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, name), text.ToString());
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Lint", "Golden", name)), text.ToString());
    }
}
