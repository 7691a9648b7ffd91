using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Engines.Columnar;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Engines;

/// <summary>Decides requests by a ruleset that is compiled once: single orders, batches and streams.</summary>
/// <remarks>
/// Immutable and thread-safe: one engine for a ruleset serves every thread, each with its own frame. Rules of a purpose are
/// compiled when the purpose is first asked about. Every kind of engine gives the answers of <see cref="RuleInterpreter"/>.
/// </remarks>
public sealed class DecisionEngine
{
    private readonly SeededFault _fault;
    private readonly EvaluatorSet<Evaluator> _evaluators;
    private readonly EvaluatorSet<ColumnarEvaluator> _columns;

    private DecisionEngine(CompiledRules rules, EngineKind kind, SeededFault fault)
    {
        Rules = rules;
        Kind = Supported(kind);
        _fault = fault;
        _evaluators = new EvaluatorSet<Evaluator>(rules, EvaluatorKinds.Maker(kind, fault));
        _columns = new EvaluatorSet<ColumnarEvaluator>(rules, r => new ColumnarEvaluator(r, fault));
    }

    /// <summary>The ruleset.</summary>
    public Ruleset Ruleset => Rules.Ruleset;

    /// <summary>The kind that was asked for.</summary>
    public EngineKind Kind { get; }

    /// <summary>The kind that decides single cases; for <see cref="EngineKind.Automatic"/> the chosen one.</summary>
    public EngineKind SingleKind => EvaluatorKinds.Resolve(Kind);

    /// <summary>Which amounts are held as 64-bit numbers, which as decimals, and why.</summary>
    public Exactness Exactness => new(Rules);

    internal CompiledRules Rules { get; }

    /// <summary>Whether a kind of engine runs here.</summary>
    public static bool IsSupported(EngineKind kind) => EvaluatorKinds.IsSupported(kind);

    /// <summary>Compiles a ruleset.</summary>
    /// <param name="ruleset">The ruleset, with its overlays if any.</param>
    /// <param name="kind">The kind of engine; by default the fastest that runs here.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    /// <exception cref="PlatformNotSupportedException">The kind does not run here: see <see cref="IsSupported"/>.</exception>
    public static DecisionEngine Of(Ruleset ruleset, EngineKind kind = EngineKind.Automatic) => new(new CompiledRules(Require.NotNull(ruleset)), kind, SeededFault.None);

    /// <summary>Another kind of engine over the same compiled ruleset: frames and slots fit both.</summary>
    /// <inheritdoc cref="Of" path="/exception"/>
    public DecisionEngine Using(EngineKind kind) => Using(kind, _fault);

    /// <summary>The slot of a fact, to be looked up once.</summary>
    /// <exception cref="ArgumentException">The vocabulary has no such fact.</exception>
    public FactSlot Slot(string name)
    {
        var slot = Rules.Layout.Find(Require.NotNull(name));
        return slot >= 0
            ? new FactSlot(Rules.Layout, slot)
            : throw new ArgumentException($"\"{ShownText.Short(name)}\" is not a fact of {Ruleset}. {Nearest.Hint(name, Rules.Layout.Vocabulary.Names)}".TrimEnd(), nameof(name));
    }

    /// <summary>A frame for the cases of one thread.</summary>
    public CaseFrame NewFrame() => new(Rules);

    /// <summary>Decides the case of a frame. Allocates nothing once warm, unless the kind is interpreted.</summary>
    /// <exception cref="ArgumentException">The frame is of another engine.</exception>
    /// <exception cref="InvalidOperationException">No case was begun in the frame; or another thread was seen deciding it.</exception>
    // For speed: nothing else is stored if only the outcome is used.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Decision Decide(CaseFrame frame)
    {
        if (frame is null || frame.Rules != Rules || frame.Index < 0)
        {
            Refuse(frame!);
        }

        var index = frame!.Index;
        var evaluator = _evaluators.Get(index);
        frame.Index = CaseFrame.Deciding;
        evaluator.Decide(frame);
        frame.Index = index;
        return new Decision(evaluator.Rules, frame.Bits, 0, frame.Source, frame.Fires[0], frame.Open[0]);
    }

    /// <summary>Decides a request with its own frame: for occasional requests, and for answers that are kept.</summary>
    /// <exception cref="ArgumentException">The year is not the ruleset's, or a fact is not of its vocabulary.</exception>
    public Decision Decide(DecisionRequest request)
    {
        var frame = NewFrame();
        frame.Fill(request);
        return Decide(frame);
    }

    /// <inheritdoc cref="Decide(DecisionRequest)"/>
    public Decision Decide(EligibilityRequest request)
    {
        var frame = NewFrame();
        frame.Fill(request);
        return Decide(frame);
    }

    /// <summary>Decides many frames, each its own case, in their order.</summary>
    /// <param name="frames">The frames; each is in it once.</param>
    /// <param name="decisions">Takes the decisions; at least as long.</param>
    /// <exception cref="ArgumentException">There is too little room; or a frame is of another engine. Earlier decisions stay.</exception>
    /// <exception cref="InvalidOperationException">No case was begun in a frame. Earlier decisions stay.</exception>
    public void Decide(ReadOnlySpan<CaseFrame> frames, Span<Decision> decisions)
    {
        if (decisions.Length < frames.Length)
        {
            throw new ArgumentException($"There are {frames.Length} frames and room for {decisions.Length} decisions.", nameof(decisions));
        }

        for (var i = 0; i < frames.Length; i++)
        {
            decisions[i] = Decide(frames[i]);
        }
    }

    /// <summary>A batch for the cases of one thread.</summary>
    /// <param name="purpose">What every case of it asks for.</param>
    /// <param name="capacity">How many cases it has room for, 1 to <see cref="CaseBatch.MaxCapacity"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such purpose, or no such capacity.</exception>
    public CaseBatch NewBatch(Purpose purpose, int capacity) => new(Rules, purpose, capacity);

    /// <summary>Decides every case of a batch: column by column, unless the kind of engine decides case by case.</summary>
    /// <exception cref="ArgumentException">The batch is of another engine.</exception>
    /// <exception cref="InvalidOperationException">Another thread is deciding the batch.</exception>
    public void Decide(CaseBatch batch)
    {
        if (Require.NotNull(batch).Rules != Rules)
        {
            throw new ArgumentException("The batch belongs to another engine; take it from NewBatch of this one, or of one made with Using.", nameof(batch));
        }

        if (Kind is EngineKind.Automatic or EngineKind.Columnar)
        {
            batch.Decide(_columns);
        }
        else
        {
            batch.Decide(_evaluators);
        }
    }

    /// <summary>Decides a stream of requests in its order, each when it is asked for.</summary>
    /// <inheritdoc cref="Decide(DecisionRequest)" path="/exception"/>
    public IAsyncEnumerable<Decision> DecideAsync(IAsyncEnumerable<DecisionRequest> requests, CancellationToken cancellation = default) =>
        Stream(Require.NotNull(requests), Decide, cancellation);

    /// <inheritdoc cref="DecideAsync(IAsyncEnumerable{DecisionRequest}, CancellationToken)"/>
    public IAsyncEnumerable<Decision> DecideAsync(IAsyncEnumerable<EligibilityRequest> requests, CancellationToken cancellation = default) =>
        Stream(Require.NotNull(requests), Decide, cancellation);

    internal static EngineKind Supported(EngineKind kind) => IsSupported(kind) ? kind
        : kind == EngineKind.NRules ? throw new PlatformNotSupportedException("NRules runs in Ccts.Rules.NRules: call services.AddCctsNRules() and ask for an IDecider, or make an NRulesRulesets.")
        : kind is < EngineKind.Automatic or > EngineKind.NRules ? throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of engine.")
        : throw new PlatformNotSupportedException($"{kind} needs a runtime that generates code; take {EngineKind.Automatic} or {EngineKind.Table}.");

    internal DecisionEngine Using(EngineKind kind, SeededFault fault) => new(Rules, kind, fault);

    private static async IAsyncEnumerable<Decision> Stream<T>(IAsyncEnumerable<T> requests, Func<T, Decision> decide, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var request in requests.WithCancellation(cancellation).ConfigureAwait(false))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return decide(request);
        }
    }

    // The reasons for refusing are found outside the fast path.
    private void Refuse(CaseFrame frame)
    {
        if (Require.NotNull(frame).Rules != Rules)
        {
            throw new ArgumentException("The frame belongs to another engine; take it from NewFrame of this one, or of one made with Using.", nameof(frame));
        }

        frame.CheckIdle();
        throw new InvalidOperationException("No case was begun in the frame; call Begin or Fill first.");
    }
}
