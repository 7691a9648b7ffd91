using System;
using System.IO;
using System.Text;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Quantities;

namespace Ccts.Registry.Adapters.Tests.Serials;

/// <summary>Tonnes, MWh of I-RECs and RECs, and ESCerts are types of their own; asking one for another is refused with the reason.</summary>
public class UnitBoundaryTests
{
    private const string Tonnes = "GS1-1-IN-GS817-4-2012-1303-93-4644";
    private const string EnergySaving = "ESC-IN-DC001-2019-1-1-500";
    private const string Renewable = "WIND/1..40";

    // No layout of an I-REC or REC serial is published; a host brings its registry's own.
    private static readonly SerialGrammars Grammars = SerialGrammars.BuiltIn.With(SerialGrammars.FromFiles([("wind.json", new MemoryStream(Encoding.UTF8.GetBytes("""
        { "grammar": "wind", "registry": "wind", "title": "made up", "status": "provisional", "unit": "MWh", "source": "made up for this test",
          "form": ["WIND/", { "field": "start", "number": "1-39" }, "..", { "field": "end", "number": "1-39" }], "examples": ["WIND/1..10"] }
        """)))]));

    [Fact]
    public void Each_kind_becomes_its_own_type()
    {
        Assert.Equal(Co2e.FromTonnes(4552), Grammars.Read(Tonnes).ToCo2e());
        Assert.Equal(RenewableCertificates.Of(40), Grammars.Read(Renewable).ToRenewableCertificates());
        Assert.Equal(EnergySavingCertificates.Of(500), Grammars.Read(EnergySaving).ToEnergySavingCertificates());
        Assert.Equal(ElectricalEnergy.FromMegawattHours(40), RenewableCertificates.Of(40).Electricity);
    }

    [Theory]
    [InlineData(Renewable, "not-tonnes", "MWh")]
    [InlineData(EnergySaving, "not-tonnes", "neither a tonne of CO2e nor a MWh")]
    [InlineData("CDB_1_46_253_99_12_3_30_PT_IN_CO_1_1_2023", "not-tonnes", "biodiversity")]
    [InlineData("iss_1JF7EGFQ11S0J9VK", "not-tonnes", "kilograms")]
    public void What_is_no_tonne_never_becomes_one(string serial, string code, string reason)
    {
        var refusal = Assert.Throws<UnitBoundaryException>(() => Grammars.Read(serial).ToCo2e());
        Assert.Equal((code, Grammars.Read(serial).Grammar.Unit), (refusal.Code, refusal.Unit));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nor_does_anything_become_a_certificate()
    {
        Assert.Equal("not-renewable", Assert.Throws<UnitBoundaryException>(() => Grammars.Read(Tonnes).ToRenewableCertificates()).Code);
        Assert.Equal("not-renewable", Assert.Throws<UnitBoundaryException>(() => Grammars.Read(EnergySaving).ToRenewableCertificates()).Code);
        Assert.Equal("not-energy-saving", Assert.Throws<UnitBoundaryException>(() => Grammars.Read(Tonnes).ToEnergySavingCertificates()).Code);
        Assert.Equal("not-energy-saving", Assert.Throws<UnitBoundaryException>(() => Grammars.Read(Renewable).ToEnergySavingCertificates()).Code);
    }

    [Fact]
    public void Rows_of_a_statement_are_as_strict_and_mixing_them_is_refused_with_the_reason()
    {
        var reconciler = new Reconciler();
        var finder = new DoubleCountFinder();
        var export = $"serial,quantity,state\n{Tonnes},4552,held\n{Renewable},40,held\n{EnergySaving},500,held\n";
        foreach (var row in new ExportReader(Grammars, ExportFormats.BuiltIn).Read(new MemoryStream(Encoding.UTF8.GetBytes(export)), "mixed.csv"))
        {
            var isTonnes = row.Entry!.Serial == Tonnes;
            Assert.Equal(isTonnes, reconciler.Add(StatementSide.Local, row.Entry));
            Assert.Equal(isTonnes, finder.Add(row.Entry));
            if (!isTonnes)
            {
                Assert.Throws<UnitBoundaryException>(() => row.Entry.ToCo2e());
            }
        }

        Assert.Equal(4552, reconciler.Totals().Of(StatementSide.Local));
        foreach (var refused in new[] { reconciler.Refused, finder.Refused })
        {
            Assert.Collection(
                refused,
                r => Assert.Equal(("not-tonnes", 3, true), (r.Code, r.Place.Line, r.Message.Contains("MWh of electricity", StringComparison.Ordinal))),
                r => Assert.Equal(("not-tonnes", 4, true), (r.Code, r.Place.Line, r.Message.Contains("saved under PAT", StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void Certificates_are_counted_in_whole_numbers()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RenewableCertificates.Of(1.5m));
        Assert.Throws<ArgumentOutOfRangeException>(() => EnergySavingCertificates.Of(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EnergySavingCertificates.Of(1) - EnergySavingCertificates.Of(2));
        Assert.Equal("3 REC", (RenewableCertificates.Of(1) + RenewableCertificates.Of(2)).ToString());
        Assert.Equal("1 ESCert", (EnergySavingCertificates.Of(3) - EnergySavingCertificates.Of(2)).ToString());
        Assert.True(RenewableCertificates.Of(1) < RenewableCertificates.Of(2) && RenewableCertificates.Of(2) >= RenewableCertificates.Of(2));
        Assert.True(EnergySavingCertificates.Of(3) > EnergySavingCertificates.Of(2) && EnergySavingCertificates.Of(2) <= EnergySavingCertificates.Of(2));
        Assert.Equal(-1, EnergySavingCertificates.Of(1).CompareTo(EnergySavingCertificates.Of(2)));
    }
}
