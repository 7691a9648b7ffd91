using System.IO;
using System.Text;
using Ccts.Rules.Receipts;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.Trust.Receipts;
using Ccts.Workbooks.ProFormas;

namespace Ccts.Workbooks.Tests;

/// <summary>A year of a cement plant: figures into a workbook, the workbook into a filing, the filing into certificates, and a receipt that replays.</summary>
public sealed class CementYearTests
{
    public static TheoryData<string> Plants => [.. Cement.Files];

    [Theory]
    [MemberData(nameof(Plants))]
    public void A_workbook_comes_to_the_certificates_of_its_figures_and_its_receipt_replays(string name)
    {
        using var stream = new MemoryStream();
        ProFormaTemplate.Write(stream, Cement.Form, filing: Cement.Filing(name));
        Assert.True(ProFormaWorkbook.TryRead(Sheets.Read(stream.ToArray()), Cement.Form, out var filing, out var problems), string.Join("\n", problems));

        var rules = Cement.Ruleset.Assessment;
        var (direct, read) = (ProFormaAssessor.Assess(Cement.Filing(name), Cement.Form, rules), ProFormaAssessor.Assess(filing, Cement.Form, rules));
        Assert.Equal((direct.Current.Total, direct.Intensity, direct.Certificates.Kind, direct.Certificates.Quantity), (read.Current.Total, read.Intensity, read.Certificates.Kind, read.Certificates.Quantity));
        Assert.NotNull(read.Certificates.Quantity);

        var receipt = Receipt.Of(filing, Cement.Form, rules);
        var verdict = ReceiptReplay.Verify(Encoding.UTF8.GetBytes(receipt.Text), "receipt.json", identity => RulesetCatalog.Default.FindByDigest(identity.Digest));
        Assert.Equal(ReceiptOutcome.Identical, verdict.Outcome);
    }
}
