using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>What a registry made of an instruction.</summary>
public enum OutcomeKind
{
    /// <summary>It took effect on every number.</summary>
    Confirmed,

    /// <summary>It certainly took no effect.</summary>
    Rejected,

    /// <summary>The registry has taken it and decides later.</summary>
    Pending,

    /// <summary>It took effect on some of the numbers.</summary>
    Partial,

    /// <summary>The outcome is unknown: ask about the numbers before anything is repeated.</summary>
    Unknown,
}

/// <summary>The outcome of an instruction, judged by the body of the registry's answer, never by its status alone.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ChannelOutcome
{
    private readonly string? _reference;
    private readonly Duration? _after;

    // Made here for every channel, ours or another's: it goes into journals and logs, and the dispatcher counts with it.
    private ChannelOutcome(OutcomeKind kind, string code, string reason)
    {
        Kind = kind;
        Code = ForeignText.Short(Require.NotNull(code))!;
        Reason = ForeignText.Sentence(Require.NotNull(reason));
    }

    /// <summary>Which of the five.</summary>
    public OutcomeKind Kind { get; }

    /// <summary>Stable kebab-case code; empty when confirmed.</summary>
    public string Code { get; }

    /// <summary>One sentence; empty when confirmed. Holds no secret.</summary>
    public string Reason { get; }

    /// <summary>The registry's own name for it, to ask by; null when it gave none, or one that is no name: longer than 200 characters, or with marks that a line of text has not. Cut, it would be another one.</summary>
    public string? Reference
    {
        get => _reference;
        init => _reference = ForeignText.IsShort(value) ? value : null;
    }

    /// <summary>For <see cref="OutcomeKind.Partial"/>: the numbers on which it took effect; otherwise empty.</summary>
    public BlockSet Done { get; private init; } = BlockSet.Empty;

    /// <summary>For <see cref="OutcomeKind.Rejected"/>: the registry refused it for a temporary reason (throttled, maintenance), so it may be sent again.</summary>
    public bool MayBeSentAgain { get; private init; }

    /// <summary>Whether the answer, or its absence, indicates a registry in trouble; a circuit breaker counts these.</summary>
    public bool IsTrouble { get; private init; }

    /// <summary>Whether certainly no byte of it left this process, so that not even a copy can be on its way.</summary>
    internal bool NeverLeft { get; private init; }

    /// <summary>How long the registry asks to be left alone, a day at most; or null.</summary>
    public Duration? After
    {
        get => _after;
        init => _after = LeftAlone.Within(value);
    }

    /// <summary>It took effect on every number.</summary>
    /// <param name="reference">The registry's own name for it, or null.</param>
    public static ChannelOutcome Confirmed(string? reference = null) => new(OutcomeKind.Confirmed, "", "") { Reference = reference };

    /// <summary>It took no effect and never will. Only for reasons that do not rest on the state of the units: that they are not in the account may be our own doing, see <see cref="UnitsElsewhere"/>.</summary>
    public static ChannelOutcome Rejected(string code, string reason) => new(OutcomeKind.Rejected, code, reason);

    /// <summary>It certainly took no effect, and may be sent again.</summary>
    /// <param name="code">Stable kebab-case code.</param>
    /// <param name="reason">One sentence.</param>
    /// <param name="after">How long the registry asks to be left alone, or null.</param>
    public static ChannelOutcome NotTaken(string code, string reason, Duration? after = null) =>
        new(OutcomeKind.Rejected, code, reason) { MayBeSentAgain = true, After = after, IsTrouble = true };

    /// <summary>It certainly took no effect, because nothing of it left this process.</summary>
    internal static ChannelOutcome NotSent(string code, string reason, Duration? after = null) => NotTaken(code, reason, after) with { NeverLeft = true };

    /// <summary>It took no effect because there were too many requests. The registry itself is healthy.</summary>
    /// <param name="after">How long it asks to be left alone, or null.</param>
    public static ChannelOutcome Throttled(Duration? after) =>
        new(OutcomeKind.Rejected, "throttled", "The registry takes no more requests for now.") { MayBeSentAgain = true, After = after };

    /// <summary>The registry has taken it and decides later.</summary>
    public static ChannelOutcome Pending(string code, string reason, string? reference = null) =>
        new(OutcomeKind.Pending, code, reason) { Reference = reference };

    /// <summary>It took effect on some of the numbers.</summary>
    public static ChannelOutcome Partial(BlockSet done, string code, string reason, string? reference = null) =>
        new(OutcomeKind.Partial, code, reason) { Done = Require.NotNull(done), Reference = reference };

    /// <summary>Nobody can say, and the registry seems to be in trouble.</summary>
    public static ChannelOutcome Unknown(string code, string reason) => new(OutcomeKind.Unknown, code, reason) { IsTrouble = true };

    /// <summary>Unknown because of an odd answer, which does not indicate a registry in trouble.</summary>
    internal static ChannelOutcome Odd(string code, string reason) => new(OutcomeKind.Unknown, code, reason);

    /// <summary>
    /// The registry refused because the units are not where the instruction takes them from. That may be its own effect: if a request
    /// arrives twice, the second is refused like this. Ask about the numbers.
    /// </summary>
    public static ChannelOutcome UnitsElsewhere(string reason) => new(OutcomeKind.Unknown, "units-elsewhere", reason);

    /// <summary>The kind with its code and reason.</summary>
    public override string ToString() => Kind == OutcomeKind.Confirmed ? "confirmed" : $"{Kind.ToString().ToLowerInvariant()} {Code}: {Reason}";
}
