using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Ccts.Cli.Commands.Serials;
using Ccts.Cli.Input;
using Ccts.Registry.Adapters.Exports;
using Ccts.Rules.Clearing;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;
using Ccts.Tokens.Custody;
using NodaTime;
using static Ccts.Cli.Commands.Credits.DeskLedger;

namespace Ccts.Cli.Commands.Credits;

/// <summary>The registry's statement of units in custody, for a mint: plain columns, or an export as <c>ccts reconcile</c> reads it.</summary>
internal sealed class CustodyOptions
{
    private readonly Option<string?> _file = new("--statement") { Description = "For a mint: the registry's statement. Plain columns (account, registry, start, end, status; optional scope, issued, expires), or an export of the custody account as \"ccts reconcile\" reads it: CSV, JSON, .xlsx, gz or zip." };
    private readonly Option<string?> _asOf = new("--statement-time") { Description = "The registry's time of the statement, e.g. 2026-12-01T05:55:00Z." };
    private readonly Option<string?> _format = new("--statement-format") { Description = "The registry of an export, or one of its formats, e.g. verra, or a format file of your own (.json); found out by headers otherwise." };
    private readonly Option<string[]> _ignored = StatementFiles.IgnoredColumns("refused");
    private readonly HostLayouts _layouts = new();

    internal void AddTo(Command command)
    {
        command.Options.Add(_file);
        command.Options.Add(_asOf);
        command.Options.Add(_format);
        command.Options.Add(_ignored);
        _layouts.AddTo(command);
    }

    /// <summary>The statement. An unreadable row is an error, since it may state that units have ended.</summary>
    internal CustodyStatement Read(ParseResult parsed, string account)
    {
        var path = Needed(parsed.GetValue(_file), "--statement", TokenOptions.Mint);
        var asOf = BookOptions.InstantOf("--statement-time", Needed(parsed.GetValue(_asOf), "--statement-time", TokenOptions.Mint))!.Value;
        var bytes = Inputs.Table(path, SessionFiles.MaxBytes);
        return PlainStatement.Is(FileContent.Of(bytes), bytes, parsed.GetValue(_format)) ? Plain(bytes, path, asOf, account) : Export(parsed, bytes, path, asOf, account);
    }

    // A number that is stated as held and as something else is contradictory: it does not count as held.
    private static CustodyStatement Plain(byte[] bytes, string path, Instant asOf, string account)
    {
        var problems = new ProblemList();
        var rows = new SessionFiles(problems).Statement(bytes, Inputs.NameOf(path));
        if (problems.HasErrors)
        {
            throw new CctsDataException(problems.ToList());
        }

        bool IsHeld(StatedHolding row) => row.Status == StatedStatus.Held && row.Account == account;
        return new CustodyStatement(asOf, CustodyStatement.Without(rows.Where(IsHeld).Select(r => new CustodyBlock(r.Block, r.Issued, r.Expires) { Kind = r.Kind, Vintage = r.Vintage }), rows.Where(r => !IsHeld(r)).Select(r => r.Block)));
    }

    private CustodyStatement Export(ParseResult parsed, byte[] bytes, string path, Instant asOf, string account)
    {
        var (reader, formats) = _layouts.Read(parsed, parsed.GetValue(_format));
        using var stream = new MemoryStream(bytes);
        var export = reader.OpenStatement(stream, Inputs.NameOf(path) ?? path, formats[0]);
        PlainStatement.Refuse([export.Recognition]);
        var statement = CustodyStatement.Of(export.Rows().ToList(), asOf, account);
        List<Problem> errors = [.. statement.Problems.Where(p => p.Severity == Severity.Error), .. StatementFiles.Unread(export, parsed.GetValue(_ignored)!)];
        return errors.Count == 0 ? statement : throw new CctsDataException(errors);
    }
}
