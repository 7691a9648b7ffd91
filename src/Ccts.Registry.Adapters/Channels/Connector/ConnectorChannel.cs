using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Channels.Connector;

/// <summary>
/// The connector that reaches Verra, ACR and CAR: retirements of whole tax lots under the host's own reference, their status, and positions. Transfers and
/// cancellations are refused: a transfer there needs a price, a day of settlement and a second party, and there are no cancellations.
/// </summary>
/// <remarks>
/// Thread-safe. Its interface takes quantities of tax lots and no idempotency key. So only a whole lot is sent, whose numbers the host states: a second sending
/// finds nothing left. A retirement is pending until its status says otherwise; in doubt, it searches for the host's reference or, if that is not known, checks whether the
/// lot is still whole. Provisional where the document leaves things open: <see cref="ConnectorRules"/>, <see cref="ConnectorOptions"/>.
/// </remarks>
public sealed class ConnectorChannel : IRegistryChannel, IHoldsAccounts, IDisposable
{
    private const int Unauthorized = 401;

    private readonly HttpAccess _access;
    private readonly ConnectorProgram _program;
    private readonly ConnectorOptions _options;
    private readonly ConnectorRules _rules;
    private readonly RetirementAnswer _answers;
    private readonly TokenTransport _transport;

    /// <summary>A channel to one registry behind the connector.</summary>
    /// <param name="access">Where the connector is, such as <c>https://connect.xpansiv.com/app/api/v1</c>, the host's credentials, and its account identifiers there.</param>
    /// <param name="program">The registry.</param>
    /// <param name="options">What the host states.</param>
    /// <param name="handler">What sends requests; it must follow no redirects; the caller disposes it. Null to create one.</param>
    /// <param name="time">The clock for the life of tokens; null for the system's.</param>
    /// <exception cref="ArgumentException">The handler follows redirects, or a figure is out of its range.</exception>
    public ConnectorChannel(HttpAccess access, ConnectorProgram program, ConnectorOptions options, HttpMessageHandler? handler = null, TimeProvider? time = null)
    {
        _access = Require.NotNull(access);
        _program = Require.NotNull(program);
        _options = Require.NotNull(options);
        _rules = options.Rules ?? ConnectorRules.Shipped;
        _answers = new RetirementAnswer(_rules);
        _transport = new TokenTransport(access, handler, time, reply => reply.Status == Unauthorized);
    }

    /// <inheritdoc/>
    public string Registry => _program.Registry;

    /// <inheritdoc/>
    public RegistryTraits Traits => _program.Traits;

    /// <inheritdoc/>
    public IReadOnlyList<string> Accounts => _access.Accounts;

    /// <inheritdoc/>
    public async Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default)
    {
        if (Fault(Require.NotNull(instruction)) is { } fault)
        {
            return ChannelOutcome.Rejected("not-sendable", fault);
        }

        if (_options.LotOf(instruction.Units) is not { } lot)
        {
            return ChannelOutcome.Rejected("no-lot", "The host knows no tax lot that holds exactly these units.");
        }

        var path = $"retirements/account/{Uri.EscapeDataString(instruction.FromAccount)}/program/{_program.Code}/action/create";
        return _answers.Created(await PostAsync(path, ConnectorJson.Retirement(instruction, lot, _options), cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default)
    {
        if (Fault(Require.NotNull(instruction)) is { } fault)
        {
            return RegistryOutcome.Rejected<UnitsAnswer>("not-sendable", fault);
        }

        var account = Uri.EscapeDataString(instruction.FromAccount);
        var (path, member, body) = reference is null
            ? ($"retirements/account/{account}/action/search", "retirements", ConnectorJson.Search(_program.Code, instruction.Key))
            : ($"retirements/account/{account}/action/check-status", "retirementStatuses", ConnectorJson.Object(j => ConnectorJson.List(j, "retirementIdentifiers", reference)));
        var reply = await PostAsync(path, body, cancellationToken).ConfigureAwait(false);
        // Any gateway may answer 404. The document names no code of the connector for it, so it proves nothing.
        var rows = reply is { IsSuccess: true, Body: { } found } && AnswerFaults.Find(found, member) is null ? RetirementAnswer.Items(found, member) : null;
        if (reference is not null && rows is { Count: > 0 } && rows.All(r => RetirementAnswer.Text(r, "externalIdentifier") is { } other && other != instruction.Key))
        {
            // The identifier that it was given is another retirement's. Its own is found by the host's reference.
            return await AskAsync(instruction, null, cancellationToken).ConfigureAwait(false);
        }

        return rows is null ? RegistryOutcome.Unknown<UnitsAnswer>(reply.Code.Length == 0 ? "no-answer" : reply.Code, reply.Reason.Length == 0 ? $"The connector does not answer the question (status {reply.Status})." : reply.Reason, reply.After)
            : rows.Any(r => RetirementAnswer.Text(r, "externalIdentifier") != instruction.Key || (reference is not null && RetirementAnswer.Text(r, "identifier") != reference))
            ? RegistryOutcome.Unknown<UnitsAnswer>("filter-ignored", "The answer has retirements that were not asked for.", reply.After)
            : rows.Any(r => r.TryGetProperty("quantity", out _) && RetirementAnswer.Text(r, "quantity") != instruction.Units.Count.ToString())
            ? RegistryOutcome.Unknown<UnitsAnswer>("other-quantity", "The connector has a retirement of another quantity under this reference.", reply.After)
            : await AnswerAsync(instruction, _answers.Status(rows), reply, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default)
    {
        var reply = await RequestAsync(HttpMethod.Get, "reference-data", null, cancellationToken).ConfigureAwait(false);
        return reply is { IsSuccess: true, Body: { } body } && body.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? ChannelOutcome.Confirmed() with { After = reply.After } : ChannelOutcome.Unknown(reply.Code.Length == 0 ? "not-well" : reply.Code, $"The connector does not answer as it should (status {reply.Status}).") with { After = reply.After };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ExportRow> ReadHoldingsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (_access.Accounts.Count == 0)
        {
            yield return UnitsAccounts.None(Registry);
        }

        foreach (var account in _access.Accounts)
        {
            var line = 0;
            await foreach (var position in Positions(account).ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return Row(account, position, ++line);
            }
        }
    }

    /// <summary>Closes its own connections.</summary>
    public void Dispose() => _transport.Dispose();

    /// <summary>The registry and the connector's address; no secret.</summary>
    public override string ToString() => $"{Registry}: {_access}";

    // A known retirement shows where the units are. Otherwise a whole lot shows that nothing was done to them yet.
    private async Task<RegistryOutcome<UnitsAnswer>> AnswerAsync(UnitInstruction instruction, ChannelOutcome? status, HttpReply reply, CancellationToken cancellationToken)
    {
        var part = status?.Kind == OutcomeKind.Confirmed ? new UnitsPart(instruction.Units.Range, UnitState.Retired, instruction.FromAccount, instruction.Key)
            : status is null && await IsWholeAsync(instruction, cancellationToken).ConfigureAwait(false) ? new UnitsPart(instruction.Units.Range, UnitState.Held, instruction.FromAccount)
            : (UnitsPart?)null;
        return RegistryOutcome.Confirmed(new UnitsAnswer(part is { } known ? [known] : []) { RegistryTime = reply.Time, Status = status }, reply.After);
    }

    private async Task<bool> IsWholeAsync(UnitInstruction instruction, CancellationToken cancellationToken)
    {
        var (lot, isThere) = (_options.LotOf(instruction.Units), false);
        await foreach (var position in Positions(instruction.FromAccount).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (position.Fault.Length > 0)
            {
                return false;
            }

            isThere |= position.Lots.Any(l => l.Ein == lot?.Ein && l.Id == lot.TaxLotId && l.Bound == 0 && (ulong)l.Available == instruction.Units.Count.ToUInt64());
        }

        return isThere;
    }

    private ExportRow Row(string account, PositionRow position, int line)
    {
        var reading = position.Serial is { } serial && (_options.Grammars ?? SerialGrammars.BuiltIn).TryRead(serial, out var read, out _, Registry) ? read : null;
        var fault = position.Fault.Length > 0 ? position.Fault
            : reading?.Block is not { } block ? "A position has no serial number that can be read, so its numbers are not known."
            : block.Count.ToDecimal() != position.Units ? $"The serial number of a position has {block.Count} units, and its tax lots {position.Units}: which numbers it holds is not known."
            : "";
        return fault.Length > 0
            ? new ExportRow(null, new Problem("position-unreadable", Severity.Error, fault, new SourcePlace($"{Registry}/{account}", line, 0, "")) { Expected = "positions whose serial numbers and tax lots agree, each once" })
            : new ExportRow(new StatementEntry { File = $"{Registry}/{account}", Line = line, Registry = Registry, Account = account, Block = reading!.Block, Serial = position.Serial, State = UnitState.Held }, null);
    }

    private PositionPages Positions(string account) => new(
        account, _program.Code, _rules, _access.MostPages, (path, body, cancellationToken) => PageTurns.TakenAsync(() => PostAsync(path, body, cancellationToken), r => r.After, cancellationToken));

    private Task<HttpReply> PostAsync(string path, byte[] body, CancellationToken cancellationToken) => RequestAsync(HttpMethod.Post, path, body, cancellationToken);

    private Task<HttpReply> RequestAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancellationToken) =>
        _transport.SendAsync(method, new Uri(_access.BaseAddress, path), body, cancellationToken);

    private string? Fault(UnitInstruction instruction) => instruction.Fault()
        ?? (!Spelled.Same(instruction.Units.Registry, Registry) ? $"The units are of {instruction.Units.Registry}, and this is {Registry}."
            : instruction.Kind != InstructionKind.Retire ? "The connector carries retirements alone: a transfer there wants a price, a day of settlement and a second party; cancellations it has none."
            : !instruction.Units.Count.FitsUInt64 || instruction.Units.Count.ToUInt64() > long.MaxValue ? "There are more units than the connector can count."
            : instruction.Beneficiary is not null && _options.BeneficiaryAttribute is null ? "The instruction names a beneficiary, and the host has not stated the registry's attribute for one."
            : instruction.Purpose is not null && _options.PurposeAttribute is null ? "The instruction names a purpose, and the host has not stated the registry's attribute for one."
            : null);
}
