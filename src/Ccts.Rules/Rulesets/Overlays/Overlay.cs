using Ccts.Rules.Files;
using Ccts.Sdk;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Rulesets.Overlays;

/// <summary>An overlay in a catalog: its identity. Its content is read when it is applied to a ruleset.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Overlay
{
    private Overlay(OverlayHeader header, RulesetFiles files)
    {
        Id = header.Id!;
        Revision = header.Revision!.Value;
        Force = header.Force!.Value;
        Title = header.Title!.English;
        Published = header.Published!.Value;
        Files = files;
    }

    /// <summary>Its id, e.g. <c>ct02-token</c>.</summary>
    public string Id { get; }

    /// <summary>Its revision, 1 or more.</summary>
    public int Revision { get; }

    /// <summary>Whether it binds.</summary>
    public Force Force { get; }

    /// <summary>What it is called.</summary>
    public string Title { get; }

    /// <summary>The day it became known.</summary>
    public LocalDate Published { get; }

    internal RulesetFiles Files { get; }

    /// <summary>Reads who an overlay is.</summary>
    /// <exception cref="CctsDataException"><c>overlay.json</c> is missing or has errors, all of them listed.</exception>
    public static Overlay Read(RulesetFiles files)
    {
        var problems = new ProblemList();
        var header = OverlayReader.ReadHeader(Require.NotNull(files), problems);
        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : new Overlay(header!, files);
    }

    /// <summary><c>ct02-token revision 1</c>.</summary>
    public override string ToString() => $"{Id} revision {Revision}";
}
