using System.Collections.Generic;
using System.Linq;

namespace Ccts.Ledger.Testing.Contract;

/// <summary>Everything a store of the ledger must do. A store that passes may be given to <c>LedgerEngine</c>.</summary>
public static class LedgerStoreContract
{
    /// <summary>The cases, each to be run by itself, in any order.</summary>
    public static IReadOnlyList<LedgerStoreCase> Cases { get; } = KeepingCases.All.Concat(ModelCases.All).Concat(DamageCases.All).ToList();
}
