using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Ccts.Sdk.Ledger;

/// <summary>One command of a batch.</summary>
/// <param name="Command">What is asked.</param>
/// <param name="Intents">Instructions to registries, kept if and only if the command is accepted; null for none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LedgerRequest(LedgerCommand Command, IReadOnlyList<RegistryIntent>? Intents = null);
