using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Certificates that are not tonnes stay apart: no conversion between them exists.</summary>
internal static class UnitBoundary
{
    internal static Problem Refusal(StatementEntry entry) =>
        new("not-tonnes", Severity.Error, Reason(entry.Unit), new SourcePlace(entry.File, entry.Line, 0, "serial"));

    private static string Reason(UnitOfAccount unit) => unit switch
    {
        UnitOfAccount.MegawattHour => "An I-REC or REC is a MWh of electricity. It never becomes tonnes of CO2e: no conversion exists.",
        UnitOfAccount.EnergySavingCertificate => "An ESCert is energy saved under PAT, in tonnes of oil equivalent. It is neither a tonne of CO2e nor a MWh.",
        UnitOfAccount.Biodiversity => "A biodiversity credit is not a tonne of CO2e.",
        _ => "These units are not tonnes of CO2e.",
    };
}
