using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using Ccts.Cli.Commands.Ledger;
using Ccts.Cli.Input;
using Ccts.Credits.Attributes;
using Ccts.Credits.Journals;
using Ccts.Credits.Offsets;
using Ccts.Credits.Offsets.Moves;
using Ccts.Credits.Projects;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Projects;

/// <summary>The options of an event of a project.</summary>
internal sealed class ProjectOptions
{
    private static readonly Dictionary<string, CreditType> Types = System.Enum.GetValues<CreditType>().ToDictionary(t => t.ToString().ToLowerInvariant(), System.StringComparer.Ordinal);

    private readonly Argument<string> _move = new("MOVE") { Description = "What happened: " + string.Join(", ", OffsetMove.Known) + ", or a move of the ruleset's own. \"ccts project show\" lists what can follow." };
    private readonly Option<string> _project = new("--project") { Description = "The project's id.", Required = true };
    private readonly Option<string> _role = new("--role") { Description = "In which capacity, by the ruleset's table offset.roles: proponent, agency, bee, nsc-icm, registry, unless it has others.", Required = true };
    private readonly Option<string> _person = new("--person") { Description = "Who acts.", Required = true };
    private readonly Option<string> _organisation = new("--organisation") { Description = "For whom.", Required = true };
    private readonly Option<string> _on = new("--on") { Description = "The day in India, e.g. 2026-07-31; the tool reads no clock.", Required = true };
    private readonly Option<string?> _key = new("--key") { Description = "What makes the move safe to repeat: one key, one event. Without it the project's next number." };
    private readonly Option<string?> _description = new("--description") { Description = "The project as it is described (JSON, schemas/carbon-project.schema.json)." };
    private readonly Option<string?> _type = new("--credit-type") { Description = "What its credits stand for: " + string.Join(", ", Types.Keys) + "." };
    private readonly Option<string?> _from = new("--from") { Description = "The first day: of a crediting period, or of a report." };
    private readonly Option<string?> _until = new("--until") { Description = "The last day, likewise." };
    private readonly Option<string?> _report = new("--report") { Description = "The monitoring report's id." };
    private readonly Option<string?> _tonnes = new("--tonnes") { Description = "Tonnes claimed, verified or reversed." };
    private readonly Option<string[]> _units = new("--units") { AllowMultipleArgumentsPerToken = true, Description = "Units issued, retired or cancelled: registry:scope:first-last." };
    private readonly Option<string[]> _buffer = new("--buffer") { AllowMultipleArgumentsPerToken = true, Description = "Units into the buffer, or out of it for a reversal." };
    private readonly Option<string?> _document = new("--document") { Description = "The document that goes with it; its digest is kept." };
    private readonly Option<string?> _note = new("--note") { Description = "The reason, or for whom units were retired." };

    internal ProjectOptions(Command command)
    {
        command.Arguments.Add(_move);
        foreach (var option in new Option[] { _project, _role, _person, _organisation, _on, _key, _description, _type, _from, _until, _report, _tonnes, _units, _buffer, _document, _note })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The event, with an empty key where none is given.</summary>
    internal OffsetEvent Event(ParseResult parsed)
    {
        var on = Day("--on", parsed.GetValue(_on))!.Value;
        var move = new OffsetMove(parsed.GetValue(_move)!);
        if (parsed.GetValue(_key) is { } key && (string.IsNullOrWhiteSpace(key) || key.Length > 200))
        {
            throw Bad("--key is empty or too long.", "1 to 200 characters");
        }

        return new OffsetEvent
        {
            Key = parsed.GetValue(_key) ?? "", At = on.AtMidnight().WithOffset(LedgerPolicy.Bare.CivilTime).ToInstant(), Move = move, Project = parsed.GetValue(_project)!,
            Actor = new OffsetActor(new OffsetRole(parsed.GetValue(_role)!), parsed.GetValue(_person)!, parsed.GetValue(_organisation)!),
            Description = Described(parsed.GetValue(_description)), CreditType = parsed.GetValue(_type) is { } type ? TypeOf(type) : null,
            From = Day("--from", parsed.GetValue(_from)), Until = Day("--until", parsed.GetValue(_until)), Report = parsed.GetValue(_report), Tonnes = Tonnes(parsed.GetValue(_tonnes)),
            Units = SerialOfUnits.All(parsed.GetValue(_units) ?? []), Buffer = SerialOfUnits.All(parsed.GetValue(_buffer) ?? []), Note = parsed.GetValue(_note),
            Document = parsed.GetValue(_document) is { } path ? Digest.Of(Inputs.Stored(path)) : null,
        };
    }

    /// <summary>A move that the ruleset does not have, or a role without a step, is a mistake.</summary>
    internal static void RequireKnown(OffsetMove move, OffsetRole role, OffsetSteps steps)
    {
        var moves = OffsetMove.Known.Concat(steps.Projects.Select(t => t.Move)).Concat(steps.Reports.Select(t => t.Move)).Distinct().ToList();
        if (!moves.Contains(move))
        {
            throw Bad($"MOVE \"{move}\" is not known.", "one of " + string.Join(", ", moves), Nearest.Hint(move.Word, moves.Select(m => m.Word)));
        }

        var known = steps.Roles.Select(r => r.Role.Word).Distinct(System.StringComparer.Ordinal).ToList();
        if (known.Count > 0 && !known.Contains(role.Word))
        {
            throw Bad($"--role \"{role}\" is not known.", "one of " + string.Join(", ", known), Nearest.Hint(role.Word, known));
        }
    }

    internal static LocalDate? Day(string option, string? text) => text is null ? null : DayText.Of(option, text);

    private static CarbonProject? Described(string? path) => path is null ? null
        : CarbonProjectFile.TryRead(Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path), out var project, out var problems) ? project : throw new CctsDataException(problems);

    private static long? Tonnes(string? text) => text is null ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var tonnes) && tonnes <= LedgerState.MostTonnes ? tonnes : throw Bad($"--tonnes \"{text}\" cannot be read.", $"a whole number of tonnes, 0 to {LedgerState.MostTonnes}");

    private static CreditType TypeOf(string text) =>
        Types.TryGetValue(text, out var type) ? type : throw Bad($"--credit-type \"{text}\" is not known.", "one of " + string.Join(", ", Types.Keys), Nearest.Hint(text, Types.Keys));
}
