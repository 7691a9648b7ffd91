using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox.Simulation;

/// <summary>How bad this run is: each run has some of the faults, so that each is also seen without the others.</summary>
internal sealed class SimFaults
{
    internal static readonly Duration Settling = Duration.FromMinutes(10);
    internal static readonly Duration Timeout = Duration.FromSeconds(10);
    internal static readonly Duration WrongBy = Duration.FromHours(2);
    internal static readonly Duration ReadLag = Duration.FromMinutes(1);
    internal static readonly Duration StatementEvery = Duration.FromMinutes(4);

    /// <param name="world">The world.</param>
    /// <param name="isOfStatements">Whether the registry shows how its numbers stood at its last statement, and not how they stand.</param>
    internal SimFaults(SimWorld world, bool isOfStatements)
    {
        IsOfStatements = isOfStatements;
        RequestLost = Some(0.10);
        AnswerLost = Some(0.15);
        Doubled = Some(0.20);
        Throttled = Some(0.15);
        Garbled = Some(0.10);
        Late = Some(0.15);
        HalfDone = Some(0.10);
        Pending = Some(0.15);
        Forbidden = Some(0.08);
        QuestionFails = Some(0.20);
        Unseen = Some(0.10);
        Maintenance = Some(0.5) > 0;
        Lag = Some(0.5) > 0;
        Crashes = Some(1.0) > 0;
        Sleeps = Some(1.0) > 0;
        ClockJumps = Some(1.0) > 0;
        Operators = Some(1.0) > 0;
        Returns = Some(0.6);
        IsTimeless = Some(1.0) > 0;
        OldView = Some(0.15);
        Closing = Some(0.10);

        double Some(double most) => world.Chance(0.5) ? most * world.Random.NextDouble() : 0;
    }

    internal bool IsOfStatements { get; }

    internal double RequestLost { get; }

    internal double AnswerLost { get; }

    internal double Doubled { get; }

    internal double Throttled { get; }

    internal double Garbled { get; }

    internal double Late { get; }

    internal double HalfDone { get; }

    internal double Pending { get; }

    internal double Forbidden { get; }

    internal double QuestionFails { get; }

    internal double Unseen { get; }

    internal bool Maintenance { get; }

    internal bool Lag { get; }

    internal bool Crashes { get; }

    internal bool Sleeps { get; }

    internal bool ClockJumps { get; }

    internal bool Operators { get; }

    internal double Returns { get; }

    /// <summary>The registry says that an instruction is done, and shows its numbers for longer than it takes to settle as they were before: two words that contradict each other.</summary>
    internal double OldView { get; }

    /// <summary>An instruction takes effect, its answer says that there were too many requests, and later ones are refused for good, e.g. because the account is closed meanwhile.</summary>
    internal double Closing { get; }

    /// <summary>Whether the registry never states its own time, so that only the host's counts.</summary>
    internal bool IsTimeless { get; }

    /// <summary>When everything is well again, so that the run comes to an end.</summary>
    internal Instant Until { get; set; }
}
