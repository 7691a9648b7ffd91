using System.IO;
using System.Text;
using Ccts.Rules.Receipts;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.Trust.Receipts;
using Ccts.Workbooks.ProFormas;

namespace Ccts.Workbooks.Tests;

/// <summary>A year of a cement plant: figures into a workbook, the workbook into a filing, the filing into certificates, and a receipt that replays.</summary>
public sealed class CementYearTests
{
    public static TheoryData<string> Plants => [.. Cement.Files];

    /// <summary>The mapping of the form makes a monitoring report of the workbook, and its certificates are those of the form; the receipt is an assessment's.</summary>
    [Theory]
    [MemberData(nameof(Plants))]
    public void A_workbook_becomes_a_report_with_the_same_certificates_and_a_receipt_that_replays(string name)
    {
        using var stream = new MemoryStream();
        ProFormaTemplate.Write(stream, Cement.Form, filing: Cement.Filing(name, isExplained: true));
        Assert.True(ProFormaWorkbook.TryRead(Sheets.Read(stream.ToArray()), Cement.Form, out var filing, out _));
        var rules = Cement.Ruleset.Assessment;
        var form = ProFormaAssessor.Assess(filing, Cement.Form, rules, new ProFormaOptions { Account = false, Printed = false });
        var report = ProFormaReport.Make(form);

        var assessment = Assessor.Assess(report, rules, new AssessmentOptions { Validate = false });
        Assert.Equal((form.Intensity!.Achieved, form.Certificates.Kind, form.Certificates.Quantity), (assessment.Intensity.Achieved, assessment.Certificates.Kind, assessment.Certificates.Quantity));

        var verdict = ReceiptReplay.Verify(Encoding.UTF8.GetBytes(Receipt.Of(report, rules).Text), "receipt.json", identity => RulesetCatalog.Default.FindByDigest(identity.Digest));
        Assert.Equal(ReceiptOutcome.Identical, verdict.Outcome);
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void A_workbook_comes_to_the_certificates_of_its_figures_and_its_receipt_replays(string name)
    {
        using var stream = new MemoryStream();
        ProFormaTemplate.Write(stream, Cement.Form, filing: Cement.Filing(name, isExplained: true));
        Assert.True(ProFormaWorkbook.TryRead(Sheets.Read(stream.ToArray()), Cement.Form, out var filing, out var problems), string.Join("\n", problems));

        var rules = Cement.Ruleset.Assessment;
        var (direct, read) = (ProFormaAssessor.Assess(Cement.Filing(name, isExplained: true), Cement.Form, rules), ProFormaAssessor.Assess(filing, Cement.Form, rules));
        Assert.Equal((direct.Current.Total, direct.Intensity, direct.Certificates.Kind, direct.Certificates.Quantity), (read.Current.Total, read.Intensity, read.Certificates.Kind, read.Certificates.Quantity));
        Assert.NotNull(read.Certificates.Quantity);

        var receipt = Receipt.Of(filing, Cement.Form, rules);
        var verdict = ReceiptReplay.Verify(Encoding.UTF8.GetBytes(receipt.Text), "receipt.json", identity => RulesetCatalog.Default.FindByDigest(identity.Digest));
        Assert.Equal(ReceiptOutcome.Identical, verdict.Outcome);
    }
}
