using System.Collections.Generic;
using Ccts.Sdk.Entities;

namespace Ccts.Rules.Publishing.Gazette;

/// <summary>What a printed schedule says, read back from the page alone.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Year">The compliance year of the targets.</param>
/// <param name="Rows">The rows in the order in which they are printed.</param>
public sealed record GazetteTable(ComplianceYear Year, IReadOnlyList<EntityTarget> Rows);
