using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using Ccts.Credits.Article6;
using Ccts.Tokens;
using static Ccts.Cli.Commands.Credits.DeskLedger;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Credits;

/// <summary>The options for an export, and for a transfer of tokens abroad: the letter under which units leave, and the kind of transfer.</summary>
internal sealed class FirstTransferOptions
{
    private static readonly Dictionary<string, MitigationType> Mitigations = new(System.StringComparer.Ordinal) { ["reductions"] = MitigationType.EmissionReductions, ["removals"] = MitigationType.Removals };

    private readonly Option<string?> _id = new("--id") { Description = "The id of a letter that was entered." };
    private readonly Option<string?> _vintage = new("--vintage") { Description = "The calendar year of the outcomes." };
    private readonly Option<string?> _activity = new("--activity") { Description = "The activity behind them, by the name of the list." };
    private readonly Option<string?> _itmoRegistry = new("--itmo-registry") { Description = "The host's ITMO registry, e.g. IND01." };
    private readonly Option<string?> _party = new("--party") { Description = "The Party that acquires, e.g. JPN." };
    private readonly Option<string?> _entity = new("--entity") { Description = "The entity that acts, by its identification number; needed where the letter names entities." };
    private readonly Option<string?> _mitigation = new("--mitigation") { Description = "reductions or removals." };
    private readonly Option<string?> _adjustment = new("--adjustment") { Description = "The host's corresponding adjustment: not-started, committed, applied, not-required, unknown." };

    internal void AddTo(Command command)
    {
        foreach (var option in new Option[] { _id, _vintage, _activity, _itmoRegistry, _party, _entity, _mitigation, _adjustment })
        {
            command.Options.Add(option);
        }
    }

    internal string Id(ParseResult parsed, string move) => Needed(parsed.GetValue(_id), "--id", move);

    internal string? Party(ParseResult parsed) => parsed.GetValue(_party);

    /// <summary>The letter under which tokens go abroad; null where none is named.</summary>
    internal LetterUse? Letter(ParseResult parsed) => parsed.GetValue(_id) is null ? null : Read(parsed, TokenOptions.Transfer);

    internal LetterUse Read(ParseResult parsed, string move)
    {
        string Text(Option<string?> option) => Needed(parsed.GetValue(option), option.Name, move);
        if (!int.TryParse(Text(_vintage), NumberStyles.None, CultureInfo.InvariantCulture, out var vintage) || vintage is < 1900 or > 2998)
        {
            throw Bad($"--vintage \"{parsed.GetValue(_vintage)}\" is no calendar year.", "a year such as 2025");
        }

        if (!ItmoIdentifier.TryParse($"CA0000-{Text(_itmoRegistry)}-IND-1-{vintage}", out _))
        {
            throw Bad($"--itmo-registry \"{Text(_itmoRegistry)}\" is no registry of ITMOs.", "three letters and two digits, such as IND01");
        }

        return new LetterUse
        {
            Letter = Id(parsed, move), Vintage = vintage, Activity = Text(_activity), Registry = Text(_itmoRegistry), Party = Party(parsed), Entity = parsed.GetValue(_entity),
            Mitigation = BookOptions.Word("--mitigation", Text(_mitigation), Mitigations), AdjustmentStatus = Text(_adjustment),
        };
    }
}
