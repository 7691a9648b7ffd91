using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Channels.Http;

/// <summary>A registry that speaks JSON over HTTP with client credentials, by a profile.</summary>
/// <remarks>
/// Thread-safe. One request for each call, besides the one for a token. Only the body of an answer counts: a yes, a refusal whose code the
/// profile explains, numbers that answer what was asked. Everything else is unknown. <c>Idempotency-Key</c> is sent but never relied on.
/// </remarks>
public sealed class HttpChannel : IRegistryChannel, IHoldsAccounts, IDisposable
{
    private readonly HttpAccess _access;
    private readonly HttpProfile _profile;
    private readonly TokenTransport _transport;
    private readonly AnswerReader _answers;

    /// <summary>A channel to a registry.</summary>
    /// <param name="access">Its address, and the host's credentials.</param>
    /// <param name="profile">How it is spoken to.</param>
    /// <param name="traits">What is known of it.</param>
    /// <param name="handler">What sends requests; it must follow no redirects; the caller disposes it. Null to create one.</param>
    /// <param name="time">The clock for the life of tokens; null for the system's.</param>
    /// <exception cref="ArgumentException">Profile and traits are of two registries, the handler follows redirects, or a figure is out of its range.</exception>
    public HttpChannel(HttpAccess access, HttpProfile profile, RegistryTraits traits, HttpMessageHandler? handler = null, TimeProvider? time = null)
    {
        _access = Require.NotNull(access);
        _profile = Require.NotNull(profile);
        Traits = Require.NotNull(traits);
        if (profile.Registry != traits.Registry)
        {
            throw new ArgumentException($"The profile is for {profile.Registry}, the traits are of {traits.Registry}.", nameof(traits));
        }

        _answers = new AnswerReader(profile);
        _transport = new TokenTransport(access, handler, time, _answers.RefusesToken);
    }

    /// <inheritdoc/>
    public string Registry => _profile.Registry;

    /// <inheritdoc/>
    public RegistryTraits Traits { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Accounts => _access.Accounts;

    /// <inheritdoc/>
    public async Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default)
    {
        if (Fault(Require.NotNull(instruction)) is { } fault)
        {
            return ChannelOutcome.Rejected("not-sendable", fault);
        }

        var reply = await RequestAsync(HttpMethod.Post, _profile.SendPath, instruction, cancellationToken).ConfigureAwait(false);
        return _answers.Outcome(reply, instruction);
    }

    /// <inheritdoc/>
    public async Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default)
    {
        if (Fault(Require.NotNull(instruction)) is { } fault)
        {
            return RegistryOutcome.Rejected<UnitsAnswer>("not-sendable", fault);
        }

        var path = Filled(
            _profile.AskPath, ("scope", instruction.Units.Scope), ("start", instruction.Units.Start.ToString()), ("end", instruction.Units.End.ToString()),
            ("account", instruction.FromAccount), ("key", instruction.Key), ("reference", reference ?? ""));
        var reply = await RequestAsync(HttpMethod.Get, path, null, cancellationToken).ConfigureAwait(false);
        return reply is { IsSuccess: true, Body: { } body } ? Answer(body, reply, instruction) : Unanswered(reply);
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default)
    {
        var reply = await RequestAsync(HttpMethod.Get, _profile.ProbePath, null, cancellationToken).ConfigureAwait(false);
        return reply is { IsSuccess: true, Body: { } body } && _answers.Text(body, "status") is { } word && _profile.Outcomes.TryGetValue(word, out var kind) && kind == OutcomeKind.Confirmed
            ? ChannelOutcome.Confirmed() with { After = reply.After }
            : ChannelOutcome.Unknown(reply.Code.Length == 0 ? "not-well" : reply.Code, $"The registry does not answer as it should (status {reply.Status}).") with { After = reply.After };
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ExportRow> ReadHoldingsAsync(CancellationToken cancellationToken = default) =>
        new HoldingsPages(_profile, _answers, _access, GetAsync).ReadAsync(cancellationToken);

    /// <summary>Closes its own connections.</summary>
    public void Dispose() => _transport.Dispose();

    /// <summary>The registry and its address; no secret.</summary>
    public override string ToString() => $"{Registry}: {_access}";

    private Task<HttpReply> GetAsync(string account, int page, CancellationToken cancellationToken) => PageTurns.TakenAsync(
        () => RequestAsync(HttpMethod.Get, Filled(_profile.HoldingsPath, ("account", account), ("page", Digits(page)), ("size", Digits(_profile.PageSize))), null, cancellationToken), r => r.After, cancellationToken);

    // The answer must echo the question and contain nothing else; otherwise a filter was ignored.
    private RegistryOutcome<UnitsAnswer> Answer(JsonElement body, HttpReply reply, UnitInstruction instruction)
    {
        var units = instruction.Units;
        if (_answers.Failure(body) is { } failure)
        {
            return RegistryOutcome.Unknown<UnitsAnswer>("error-in-answer", failure, reply.After);
        }

        if (_answers.Text(body, "scope") != units.Scope || _answers.Range(body) != units.Range || _answers.Ranges(body, "units", units.Scope) is not { } rows)
        {
            return RegistryOutcome.Unknown<UnitsAnswer>("other-answer", "The answer is not about the numbers asked for.", reply.After);
        }

        if (_answers.Text(body, "total") != Digits(rows.Count) || new JsonPages(rows.Count, [units.Count.ToDecimal()]).Lacks(body) is not null)
        {
            return RegistryOutcome.Unknown<UnitsAnswer>("incomplete", "The answer does not have the rows it states, or says that more follow.", reply.After);
        }

        if (rows.Any(r => !units.Range.Contains(r.Range)))
        {
            return RegistryOutcome.Unknown<UnitsAnswer>("filter-ignored", "The answer has numbers that were not asked for.", reply.After);
        }

        var parts = new List<UnitsPart>();
        foreach (var (range, row) in rows)
        {
            // A number in a state that the profile does not have counts as not seen.
            var state = _answers.Text(row, "state") is { } word && _profile.States.TryGetValue(word, out var known) ? known : (UnitState?)null;
            parts.Add(new UnitsPart(range, state, Stated(row, "account"), Stated(row, "reference")));
        }

        return RegistryOutcome.Confirmed(new UnitsAnswer(parts) { RegistryTime = _answers.Time(body) ?? reply.Time, Status = _answers.StatusOf(body, instruction) }, reply.After);
    }

    // Many systems write an empty text for none.
    private string? Stated(JsonElement row, string member) => _answers.Text(row, member) is { Length: > 0 } told ? told : null;

    private static RegistryOutcome<UnitsAnswer> Unanswered(HttpReply reply) => RegistryOutcome.Unknown<UnitsAnswer>(
        reply.Code.Length == 0 ? "no-answer" : reply.Code, reply.Reason.Length == 0 ? $"The registry does not answer the question (status {reply.Status})." : reply.Reason, reply.After);

    private Task<HttpReply> RequestAsync(HttpMethod method, string path, UnitInstruction? instruction, CancellationToken cancellationToken)
    {
        var address = new Uri(_access.BaseAddress, path);
        return !_access.BaseAddress.IsBaseOf(address) ? throw new InvalidOperationException("A path of the profile leaves the base address.")
            : _transport.SendAsync(method, address, instruction is null ? null : Body(instruction), cancellationToken, instruction?.Key);
    }

    private byte[] Body(UnitInstruction instruction)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var (name, value) in new (string, string?)[]
            {
                ("reference", instruction.Key), ("instruction", _profile.Kinds[instruction.Kind]), ("scope", instruction.Units.Scope), ("start", instruction.Units.Start.ToString()),
                ("end", instruction.Units.End.ToString()), ("serial", instruction.Serial), ("from", instruction.FromAccount), ("to", instruction.ToAccount),
                ("beneficiary", instruction.Beneficiary), ("purpose", instruction.Purpose),
            })
            {
                if (value is not null)
                {
                    json.WriteString(_profile.Name(name), value);
                }
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private string? Fault(UnitInstruction instruction) => instruction.Fault() ?? (Spelled.Same(instruction.Units.Registry, Registry) ? null : $"The units are of {instruction.Units.Registry}, and this is {Registry}.");

    private static string Filled(string path, params (string Name, string Value)[] values)
    {
        var parts = path.Split('{', '}');
        for (var i = 1; i < parts.Length; i += 2)
        {
            var name = parts[i];
            parts[i] = Uri.EscapeDataString(values.FirstOrDefault(v => v.Name == name).Value ?? "");
        }

        return string.Concat(parts);
    }

    private static string Digits(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
