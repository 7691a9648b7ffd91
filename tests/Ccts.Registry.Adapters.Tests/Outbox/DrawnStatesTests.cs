using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Registry.Adapters.Outbox;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>The states drawn in docs/registry-channels.md are those of the machine: no move is missing, and none is made up.</summary>
public class DrawnStatesTests
{
    [Fact]
    public void The_drawing_has_every_move_and_no_other()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Docs", "registry-channels.md"));
        var drawn = Regex.Matches(text, @"^\s+(?<from>\S+) --> (?<to>\S+): (?<cause>\S+)\r?$", RegexOptions.Multiline)
            .Select(m => $"{m.Groups["from"].Value} --> {m.Groups["to"].Value}: {m.Groups["cause"].Value}").ToList();
        var known = OutboxMoves.All.Select(m => $"{(m.From is { } from ? from.Word() : "[*]")} --> {m.To.Word()}: {m.Cause.Word()}").ToList();
        Assert.Equal(known.Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_guide_explains_only_codes_that_there_are()
    {
        var sources = string.Concat(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Docs"), "registry-channels.md").Select(File.ReadAllText));
        Assert.All(InstructionStates.Words, word => Assert.Contains(word, sources, StringComparison.Ordinal));
    }
}
