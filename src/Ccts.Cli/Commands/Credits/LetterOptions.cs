using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Commands.Ledger;
using Ccts.Cli.Input;
using Ccts.Credits.Article6;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;
using NodaTime;
using static Ccts.Cli.Commands.Credits.DeskLedger;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Credits;

/// <summary>The options of a move of a letter or of ITMOs.</summary>
internal sealed class LetterOptions
{
    internal const string Authorise = "authorise", Amend = "amend", Revoke = "revoke", FirstTransfer = "first-transfer", Instruct = "instruct", Transfer = "transfer", Use = "use", Cancel = "cancel";

    internal static readonly string[] Moves = [Authorise, Amend, Revoke, FirstTransfer, Instruct, Transfer, Use, Cancel];

    private static readonly Dictionary<string, Article6Purpose> Purposes = System.Enum.GetValues<Article6Purpose>().ToDictionary(p => p.Word(), System.StringComparer.Ordinal);

    private readonly Argument<string> _move = new("MOVE") { Description = "What is done: " + string.Join(", ", Moves) + "." };
    private readonly Option<string> _on = new("--on") { Description = "The day in India, e.g. 2026-01-15; the tool reads no clock.", Required = true };
    private readonly FirstTransferOptions _transfer = new();
    private readonly Option<string?> _letter = new("--letter") { Description = "The letter to enter (JSON, schemas/letter-of-authorization.schema.json)." };
    private readonly Option<string?> _from = new("--from") { Description = "The first day on which a letter is revoked." };
    private readonly Option<string?> _reason = new("--reason") { Description = "Why it is revoked." };
    private readonly Option<string?> _units = new("--units") { Description = "The units that leave: registry:scope:first-last." };
    private readonly Option<string?> _account = new("--account") { Description = "The ledger's account that has the units free." };
    private readonly Option<string?> _toAccount = new("--to-account") { Description = "The ledger's account that receives them." };
    private readonly Option<string?> _registryAccount = new("--registry-account") { Description = "The registry's account that they are in." };
    private readonly Option<string?> _toRegistryAccount = new("--to-registry-account") { Description = "The registry's account that they go to." };
    private readonly Option<string?> _holder = new("--holder") { Description = "The Party that transfers on, uses or cancels." };
    private readonly Option<string?> _first = new("--first") { Description = "The first identifier of a run of ITMOs." };
    private readonly Option<string?> _last = new("--last") { Description = "The last." };
    private readonly Option<string?> _purpose = new("--purpose") { Description = "For what they are used or cancelled: " + string.Join(", ", Purposes.Keys) + "." };

    private readonly Option<int?> _ndcYear = new("--ndc-year") { Description = "For a use towards an NDC: the calendar year of that NDC." };

    internal LetterOptions(Command command)
    {
        command.Arguments.Add(_move);
        foreach (var option in new Option[] { _on, _letter, _from, _reason, _units, _account, _toAccount, _registryAccount, _toRegistryAccount, _holder, _first, _last, _purpose, _ndcYear })
        {
            command.Options.Add(option);
        }

        _transfer.AddTo(command);
    }

    internal string Move(ParseResult parsed) => BookOptions.Word("MOVE", parsed.GetValue(_move)!, Moves.ToDictionary(m => m, System.StringComparer.Ordinal));

    internal LocalDate On(ParseResult parsed) => BookOptions.DayOf("--on", parsed.GetValue(_on)!);

    internal Instant At(ParseResult parsed) => On(parsed).AtMidnight().WithOffset(LedgerPolicy.Bare.CivilTime).ToInstant();

    internal string Id(ParseResult parsed) => _transfer.Id(parsed, Move(parsed));

    internal LocalDate From(ParseResult parsed) => BookOptions.DayOf("--from", Needed(parsed.GetValue(_from), "--from", Revoke));

    internal string Reason(ParseResult parsed) => Needed(parsed.GetValue(_reason), "--reason", Revoke);

    internal string Holder(ParseResult parsed) => Needed(parsed.GetValue(_holder), "--holder", Move(parsed));

    internal string Party(ParseResult parsed) => Needed(_transfer.Party(parsed), "--party", Move(parsed));

    internal (ItmoIdentifier First, ItmoIdentifier Last) Run(ParseResult parsed)
    {
        ItmoIdentifier Read(string option, string? text) => ItmoIdentifier.TryParse(Needed(text, option, Move(parsed)), out var id) ? id : throw Bad($"{option} \"{text}\" is no identifier of an ITMO.", ItmoIdentifier.Expected);
        return (Read("--first", parsed.GetValue(_first)), Read("--last", parsed.GetValue(_last)));
    }

    internal Article6Purpose? Purpose(ParseResult parsed) => parsed.GetValue(_purpose) is { } word ? BookOptions.Word("--purpose", word, Purposes) : null;

    internal int? NdcYear(ParseResult parsed) => parsed.GetValue(_ndcYear) is not { } year ? null : year is >= 1900 and <= 2998 ? year : throw Bad($"--ndc-year {year} is no calendar year.", "a year such as 2026");

    internal Letter Letter(ParseResult parsed)
    {
        var path = Needed(parsed.GetValue(_letter), "--letter", Move(parsed));
        return LetterFile.TryRead(Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path), out var letter, out var problems) ? letter : throw new CctsDataException(problems);
    }

    /// <summary>The whole export.</summary>
    internal ExportAsk Export(ParseResult parsed, BookOptions book)
    {
        string Text(Option<string?> option) => Needed(parsed.GetValue(option), option.Name, Move(parsed));
        var use = _transfer.Read(parsed, Move(parsed));
        return new ExportAsk
        {
            Transfer = new FirstTransfer
            {
                Key = book.Key(parsed), At = At(parsed), Date = On(parsed), Letter = use.Letter, Units = SerialOfUnits.One(Text(_units), null), Vintage = use.Vintage, Activity = use.Activity, Registry = use.Registry,
                Party = use.Party, Mitigation = use.Mitigation, Entity = use.Entity,
            },
            Account = Text(_account), ToAccount = Text(_toAccount), FromRegistryAccount = Text(_registryAccount), ToRegistryAccount = Text(_toRegistryAccount), AdjustmentStatus = use.AdjustmentStatus, ClaimedElsewhere = book.Claimed(parsed),
        };
    }
}
