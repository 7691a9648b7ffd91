using System.Collections.Generic;
using System.Linq;

namespace Ccts.Ledger.Testing.Contract;

/// <summary>The contract of a ledger store. A store that passes may be given to <c>LedgerEngine</c>.</summary>
public static class LedgerStoreContract
{
    /// <summary>The cases, independent of each other, in any order.</summary>
    public static IReadOnlyList<LedgerStoreCase> Cases { get; } = KeepingCases.All.Concat(ModelCases.All).Concat(DamageCases.All).ToList();
}
