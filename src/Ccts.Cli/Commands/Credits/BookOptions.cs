using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using Ccts.Cli.Commands.Ledger;
using Ccts.Cli.Input;
using Ccts.Credits.Article6;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using Ccts.Tokens.Supply;
using NodaTime;
using NodaTime.Text;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Credits;

/// <summary>Options that moves of letters and of tokens share: the key, the ledger, and what other books claim of the units.</summary>
internal sealed class BookOptions
{
    private const string None = "none";
    private const int LongestKey = 80;

    private readonly Option<string> _key = new("--key") { Required = true, Description = "What makes the move safe to repeat: one key, one move. The registry's instruction has it too, so use it for nothing else in any book." };
    private readonly Option<string?> _ledger = new("--ledger") { Description = "The ledger that has the units: a database as \"ccts ledger import --journal ledger.db\" writes it. The registry's instruction is kept in it, and your outbox sends it." };
    private readonly Option<string[]> _claimed = new("--claimed-elsewhere") { AllowMultipleArgumentsPerToken = true, Description = "Blocks that an order, registry or table claims, or \"none\" when you have looked and there are none. If you leave it out, that is unknown, and the ruleset refers what is asked." };
    private readonly Option<string?> _letters = new("--letters") { Description = "The journal of a book of Article 6: its first transfers are claims on units, and a transfer of tokens abroad counts a letter in it down." };
    private readonly Option<string?> _tokens = new("--tokens") { Description = "The journal of a token supply: its tokens are claims on units." };

    private readonly bool _hasTokens;

    internal BookOptions(Command command, bool hasTokens)
    {
        foreach (var option in new Option[] { _key, _ledger, _claimed, hasTokens ? _tokens : _letters })
        {
            command.Options.Add(option);
        }

        _hasTokens = hasTokens;
    }

    internal string Key(ParseResult parsed) => parsed.GetValue(_key) is { Length: <= LongestKey } key && !string.IsNullOrWhiteSpace(key) ? key : throw Bad("--key is empty or too long.", string.Create(CultureInfo.InvariantCulture, $"1 to {LongestKey} characters"));

    internal string? Ledger(ParseResult parsed) => parsed.GetValue(_ledger);

    /// <summary>Blocks found claimed elsewhere; null when nobody has looked.</summary>
    internal IReadOnlyList<SerialBlock>? Claimed(ParseResult parsed) => parsed.GetValue(_claimed) is not { Length: > 0 } given ? null : given is [None] ? [] : Blocks(given);

    /// <summary>How to continue after a refusal that an option can resolve, because no book has the fact; null after any other.</summary>
    internal string? HowToGoOn(ParseResult parsed, BookRefusal? no) => no?.Message.Contains("unit.double-use", StringComparison.Ordinal) == true && Claimed(parsed) is null
        ? "Look whether an order, another registry or a table claims these units, and state it: --claimed-elsewhere with the blocks, or none." : null;

    /// <summary>The book of Article 6, where one was named.</summary>
    internal Article6Book? Letters(ParseResult parsed) => Journal(parsed, _letters) is { } lines ? new Article6Book(lines) : null;

    /// <summary>What other books claim; null when no other book was named or looked at.</summary>
    internal Func<IEnumerable<Claim>>? OtherClaims(ParseResult parsed)
    {
        var stated = Claimed(parsed);
        var supply = _hasTokens && Journal(parsed, _tokens) is { } lines ? new TokenSupply(lines) : null;
        var isAsked = supply is not null || (!_hasTokens && parsed.GetValue(_letters) is not null);
        return isAsked || stated is not null ? () => (supply?.Claims ?? []).Concat(Stated(stated)) : null;
    }

    private static FileLines? Journal(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is not { } path ? null
        : File.Exists(path) ? BookFile.Claiming(path)
        : throw new CctsDataException([new Problem("file-not-readable", Severity.Error, "There is no such file.", new SourcePlace(path, 0, 0, "")) { Expected = BookFile.Asked }]);

    internal static IReadOnlyList<SerialBlock> Blocks(string[]? texts) => SerialOfUnits.All(texts ?? []);

    internal static LocalDate DayOf(string option, string text) => DayText.Of(option, text);

    internal static Instant? InstantOf(string option, string? text) => text is null ? null
        : InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var at } && DayText.Has(at.InUtc().Date) && DayText.Has(at.InUtc().Date.PlusDays(1)) ? at : throw Bad($"{option} \"{text}\" is no instant.", "an instant such as 2026-10-15T09:30:00Z");

    internal static T Word<T>(string option, string text, IReadOnlyDictionary<string, T> words) =>
        words.TryGetValue(text, out var value) ? value : throw Bad($"{option} \"{text}\" is not known.", "one of " + string.Join(", ", words.Keys), Nearest.Hint(text, words.Keys));

    private static IEnumerable<Claim> Stated(IReadOnlyList<SerialBlock>? blocks) => (blocks ?? []).Select(b => new Claim("--claimed-elsewhere", ClaimKind.Offer, b));
}
