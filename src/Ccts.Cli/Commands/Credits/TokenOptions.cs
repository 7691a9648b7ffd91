using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Commands.Rulesets;
using Ccts.Cli.Input;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Signatures;
using Ccts.Tokens;
using Ccts.Tokens.Supply;
using Ccts.Tokens.Verification;
using NodaTime;
using static Ccts.Cli.Commands.Credits.DeskLedger;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Credits;

/// <summary>The options of a request to a token desk.</summary>
internal sealed class TokenOptions
{
    internal const string Mint = "mint", Transfer = "transfer", Stake = "stake", Unstake = "unstake", Burn = "burn", ClawBack = "claw-back", Slash = "slash", Expire = "expire", Pause = "pause", Resume = "resume", Instruct = "instruct";

    internal static readonly string[] Moves = [Mint, Transfer, Stake, Unstake, Burn, ClawBack, Slash, Expire, Pause, Resume, Instruct];

    private const int MaxBytes = 1024 * 1024, MostMinutes = 1440;

    private readonly Argument<string> _move = new("MOVE") { Description = "What is asked: " + string.Join(", ", Moves) + "." };
    private readonly Option<string> _at = new("--at") { Description = "When, e.g. 2026-12-01T06:00:00Z; the tool reads no clock.", Required = true };
    private readonly Option<string?> _wallet = new("--wallet") { Description = "Whose tokens; for a mint, who receives them." };
    private readonly Option<string?> _to = new("--to") { Description = "Who receives them, or keeps what is clawed back." };
    private readonly Option<string[]> _units = new("--units") { AllowMultipleArgumentsPerToken = true, Description = "The units they stand for: registry:scope:first-last." };
    private readonly Option<string?> _reason = new("--reason") { Description = "Of a transfer: settlement, own-accounts, group, sale. Of a claw-back, slashing or pause: by whose order and why." };
    private readonly Option<string?> _destination = new("--destination") { Description = "Where the receiving wallet is: domestic or non-domestic; unknown when left out." };
    private readonly Option<string?> _holder = new("--holder") { Description = "For a burn: to whom the wallet belongs." };
    private readonly Option<string?> _asker = new("--asker") { Description = "For a burn: who asks." };
    private readonly Option<string?> _beneficiary = new("--beneficiary") { Description = "For a burn: for whom the units are retired." };
    private readonly Option<string?> _purpose = new("--purpose") { Description = "For a burn: why, in words." };
    private readonly Option<string?> _signal = new("--signal") { Description = "For a mint: the agency's signed word (\"ccts token signal\")." };
    private readonly Option<string?> _metadata = new("--metadata") { Description = "For a mint: what the tokens say (schemas/token-metadata.schema.json)." };
    private readonly CustodyOptions _statement = new();
    private readonly FirstTransferOptions _abroad = new();
    private readonly Option<int?> _maxAge = new("--custody-max-age") { Description = "How many minutes old the registry's word may be, 1 to 1440: your policy; no law read sets it." };
    private readonly Option<string?> _methodology = new("--methodology") { Description = "For a mint: the code of the offset methodology." };
    private readonly Option<string?> _trust = new("--trust") { Description = "For a mint: the trust file with the agencies' keys." };
    private readonly Option<string?> _backing = new("--backing") { Description = "The ledger's account behind the tokens." };
    private readonly Option<string?> _custody = new("--custody") { Description = "The custody account, as the registry names it." };

    internal TokenOptions(Command command)
    {
        command.Arguments.Add(_move);
        foreach (var option in new Option[] { _at, _wallet, _to, _units, _reason, _destination, _holder, _asker, _beneficiary, _purpose, _signal, _metadata, _maxAge, _methodology, _trust, _backing, _custody })
        {
            command.Options.Add(option);
        }

        _statement.AddTo(command);
        _abroad.AddTo(command);
    }

    internal string Move(ParseResult parsed) => BookOptions.Word("MOVE", parsed.GetValue(_move)!, Moves.ToDictionary(m => m, System.StringComparer.Ordinal));

    /// <summary>Whether a move reads the ledger, and whether it writes to it.</summary>
    internal bool NeedsLedger(ParseResult parsed) => Move(parsed) is Mint or Transfer or Burn or Slash or Expire or Instruct;

    internal Instant At(ParseResult parsed) => BookOptions.InstantOf("--at", parsed.GetValue(_at))!.Value;

    internal string Wallet(ParseResult parsed) => Text(parsed, _wallet);

    internal string To(ParseResult parsed) => Text(parsed, _to);

    internal string Reason(ParseResult parsed) => Text(parsed, _reason);

    internal string Backing(ParseResult parsed) => NeedsLedger(parsed) ? Text(parsed, _backing) : "";

    internal string Custody(ParseResult parsed) => NeedsLedger(parsed) ? Text(parsed, _custody) : "";

    internal TrustFile? Trust(ParseResult parsed) => Move(parsed) == Mint ? TrustOptions.Read(Text(parsed, _trust)) : null;

    internal Duration MaxAge(ParseResult parsed) => Move(parsed) != Mint ? Duration.Zero
        : parsed.GetValue(_maxAge) is >= 1 and <= MostMinutes and { } minutes ? Duration.FromMinutes(minutes) : throw Bad("mint needs --custody-max-age.", "1 to 1440 minutes");

    internal IReadOnlyList<SerialBlock> Units(ParseResult parsed) => parsed.GetValue(_units) is { Length: > 0 } given ? BookOptions.Blocks(given) : throw Bad($"{Move(parsed)} needs --units.", "registry:scope:first-last");

    internal TransferAsk TransferAsk(ParseResult parsed, string key) =>
        new() { Key = key, At = At(parsed), From = Wallet(parsed), To = To(parsed), Units = Units(parsed), Reason = Reason(parsed), Destination = parsed.GetValue(_destination) ?? "unknown", Letter = _abroad.Letter(parsed) };

    internal BurnAsk BurnAsk(ParseResult parsed, string key) => new()
    {
        Key = key, At = At(parsed), Wallet = Wallet(parsed), Holder = Text(parsed, _holder), Asker = Text(parsed, _asker), Units = Units(parsed), Beneficiary = Text(parsed, _beneficiary), Purpose = parsed.GetValue(_purpose),
    };

    internal MintAsk MintAsk(ParseResult parsed, string key, IReadOnlyList<SerialBlock>? claimed)
    {
        var (signalPath, metadataPath) = (Text(parsed, _signal), Text(parsed, _metadata));
        var found = new List<Problem>();
        found.AddRange(SignedSignalFile.TryRead(Inputs.Read(signalPath, MaxBytes), Inputs.NameOf(signalPath), out var signal, out var problems) ? [] : problems);
        found.AddRange(TokenMetadata.TryRead(Inputs.Read(metadataPath, MaxBytes), Inputs.NameOf(metadataPath), out var metadata, out var others) ? [] : others);
        return found.Count > 0 ? throw new CctsDataException(found) : new MintAsk
        {
            Key = key, At = At(parsed), Wallet = Wallet(parsed), Units = Units(parsed), Metadata = metadata!, Signal = signal!, Custody = _statement.Read(parsed, Custody(parsed)), ClaimedElsewhere = claimed, Methodology = parsed.GetValue(_methodology),
        };
    }

    private string Text(ParseResult parsed, Option<string?> option) => Needed(parsed.GetValue(option), option.Name, Move(parsed));
}
