using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Credits.Offsets;
using Ccts.Credits.Offsets.Moves;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Cli.Commands.Projects;

/// <summary>A project for programs.</summary>
internal static class ProjectJson
{
    internal static JsonObject Of(OffsetStanding project) => new()
    {
        ["id"] = project.Project.Id, ["name"] = project.Project.Name, ["type"] = project.Project.Type, ["methodology"] = project.Project.Methodology, ["creditType"] = project.CreditType.ToString().ToLowerInvariant(),
        ["status"] = project.Status.Word, ["validated"] = Day(project.Project.ValidationDate), ["verifier"] = project.Project.Verifier?.Name,
        ["periods"] = List(project.Periods.Select(p => new JsonObject { ["from"] = Day(p.From), ["until"] = Day(p.Until) })),
        ["reports"] = List(project.Reports.Select(r => new JsonObject { ["id"] = r.Id, ["from"] = Day(r.From), ["until"] = Day(r.Until), ["stage"] = r.Stage.Word, ["since"] = Day(r.Since), ["claimed"] = r.Claimed, ["verified"] = r.Verified, ["issued"] = r.Issued })),
        ["verified"] = project.Verified, ["issued"] = project.Issued, ["free"] = project.Free, ["buffer"] = project.Buffer, ["reversed"] = project.Reversed, ["madeGood"] = project.MadeGood,
        ["retired"] = project.Retired, ["cancelled"] = project.Cancelled, ["open"] = project.Open, ["freeUnits"] = Blocks(project.FreeUnits), ["bufferUnits"] = Blocks(project.BufferUnits),
        ["next"] = List(project.Next.Select(n => new JsonObject { ["move"] = n.Move.Word, ["role"] = n.Role.Word, ["report"] = n.Report, ["source"] = n.Source })),
        ["events"] = List(project.Events.Select(e => new JsonObject
        {
            ["key"] = e.Key, ["on"] = Day(e.Day), ["move"] = e.Move.Word, ["role"] = e.Actor.Role.Word, ["person"] = e.Actor.Person, ["organisation"] = e.Actor.Organisation,
            ["report"] = e.Report, ["tonnes"] = e.Tonnes, ["units"] = Blocks(e.Units), ["buffer"] = Blocks(e.Buffer), ["document"] = e.Document?.Text, ["note"] = e.Note,
        })),
    };

    private static JsonArray Blocks(IEnumerable<SerialBlock> blocks) => List(blocks.Select(b => new JsonObject { ["registry"] = b.Registry, ["scope"] = b.Scope, ["start"] = b.Start.ToString(), ["end"] = b.End.ToString() }));

    private static JsonArray List(IEnumerable<JsonObject> items) => new([.. items]);

    private static string? Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;
}
