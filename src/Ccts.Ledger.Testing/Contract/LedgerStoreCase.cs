using System;

namespace Ccts.Ledger.Testing.Contract;

/// <summary>One thing a store must do.</summary>
/// <remarks>Thread-safe. A test framework runs each case as a test of its own: <c>case.Run(() => new MyStoreFixture())</c>.</remarks>
public sealed class LedgerStoreCase
{
    private readonly Func<LedgerStoreFixture, string?> _run;

    internal LedgerStoreCase(string name, Func<LedgerStoreFixture, string?> run) => (Name, _run) = (name, run);

    /// <summary>What it is, in words; stable.</summary>
    public string Name { get; }

    /// <summary>Makes a store, and tries it.</summary>
    /// <returns>Null when the store meets the contract; otherwise why the case cannot be tried, because the fixture lacks something.</returns>
    /// <exception cref="ContractBrokenException">The store does not meet the contract.</exception>
    public string? Run(Func<LedgerStoreFixture> make)
    {
        using var fixture = (make ?? throw new ArgumentNullException(nameof(make)))();
        return _run(fixture);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A store does not meet the contract.</summary>
public sealed class ContractBrokenException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ContractBrokenException(string message)
        : base(message)
    {
    }
}
