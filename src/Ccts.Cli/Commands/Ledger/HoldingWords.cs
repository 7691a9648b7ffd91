using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>The words of an export for the status of units and the purpose of a reservation, as in the journal.</summary>
internal static class HoldingWords
{
    internal static readonly Dictionary<string, ShadowAccount> Places = Enum.GetValues<ShadowAccount>().ToDictionary(p => p.Word(), StringComparer.Ordinal);

    internal static readonly Dictionary<string, ReservationPurpose> Purposes = new(StringComparer.Ordinal) { ["sale"] = ReservationPurpose.Sale, ["other"] = ReservationPurpose.Other };

    internal static string Of(ReservationPurpose purpose) => Purposes.Single(p => p.Value == purpose).Key;
}
