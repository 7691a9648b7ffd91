using System.Linq;
using System.Text;
using Ccts.Ingestion.Cloud;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Tests;

/// <summary>Usage exports by their public columns; the energy of a unit of usage is always the host's.</summary>
public class CloudTests
{
    private const string Aws = """
        identity/LineItemId,lineItem/LineItemType,lineItem/UsageStartDate,lineItem/ProductCode,lineItem/UsageType,lineItem/UsageAmount,product/region
        a,Usage,2025-04-01T00:00:00Z,AmazonEC2,APS3-BoxUsage:m5.large,1.0000000000,ap-south-1
        b,SavingsPlanCoveredUsage,2025-04-01T00:00:00Z,AmazonEC2,APS3-BoxUsage:m5.large,0.5000000000,ap-south-1
        c,Usage,2025-04-01T01:00:00Z,AmazonEC2,APS3-BoxUsage:m5.large,2,ap-south-1
        d,Usage,2025-04-01T01:00:00Z,AmazonEC2,BoxUsage:m5.large,7,us-east-1
        e,Tax,2025-04-01T00:00:00Z,AmazonEC2,,1,
        """;

    private static CloudEnergy Energy(string export, string rules) =>
        CloudEnergy.Read(Encoding.UTF8.GetBytes($$"""{"format":"ccts-cloud-energy/1","export":"{{export}}","regions":["ap-south-1","IN Central"],"usage":[{{rules}}]}"""), "energy.json");

    private static CloudEnergy AwsEnergy => Energy("aws-cur", """{"service":"AmazonEC2","usage":"APS3-BoxUsage:m5.large","energyPerUnit":"0.04 kWh","source":"host's meter"}""");

    private const string Azure = "Date,ChargeType,MeterCategory,MeterName,UnitOfMeasure,Quantity,ResourceLocation\n04/02/2025,Usage,Virtual Machines,D2s v5,1 Hour,24,IN Central\n04/02/2025,Purchase,Virtual Machines,D2s v5,1 Hour,1,IN Central\n";

    private static CloudEnergy AzureEnergy => Energy("azure-cost-details", """{"service":"Virtual Machines","usage":"D2s v5","unit":"1 Hour","energyPerUnit":"0.05 kWh","source":"m"}""");

    private static IngestionFile File(string text, string name = "cur.csv") => IngestionFile.Of(name, Encoding.UTF8.GetBytes(text));

    [Fact]
    public void An_aws_export_comes_to_electricity_by_region_and_hour()
    {
        var usage = CloudUsage.Read(AwsEnergy, [File(Aws)]);
        Assert.Equal(["ap-south-1 0.00006 MWh", "ap-south-1 0.00008 MWh"], usage.Hours.Select(h => $"{h.Region} {h.Energy}"));
        Assert.Equal(ElectricalEnergy.Parse("0.14 kWh"), usage.Total);
        Assert.Equal(["another-region", "no-usage"], usage.Problems.Select(p => p.Code).OrderBy(c => c, System.StringComparer.Ordinal));
        Assert.Equal(64, usage.Files.Single().Sha256.Length);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    public void An_export_saved_again_with_another_separator_comes_to_the_same(string separator) =>
        Assert.Equal(ElectricalEnergy.Parse("0.14 kWh"), CloudUsage.Read(AwsEnergy, [File(Aws.Replace(",", separator, System.StringComparison.Ordinal))]).Total);

    [Fact]
    public void The_newer_columns_of_aws_come_to_the_same()
    {
        var second = Aws.Replace("lineItem/LineItemType", "line_item_line_item_type", System.StringComparison.Ordinal).Replace("lineItem/UsageStartDate", "line_item_usage_start_date", System.StringComparison.Ordinal)
            .Replace("lineItem/ProductCode", "line_item_product_code", System.StringComparison.Ordinal).Replace("lineItem/UsageType", "line_item_usage_type", System.StringComparison.Ordinal)
            .Replace("lineItem/UsageAmount", "line_item_usage_amount", System.StringComparison.Ordinal).Replace("product/region", "product_region_code", System.StringComparison.Ordinal);
        var energy = Energy("aws-cur-2", """{"service":"AmazonEC2","usage":"APS3-BoxUsage:m5.large","energyPerUnit":"0.04 kWh","source":"m"}""");
        Assert.Equal(ElectricalEnergy.Parse("0.14 kWh"), CloudUsage.Read(energy, [File(second)]).Total);
    }

    [Fact]
    public void An_azure_export_needs_the_unit_of_its_meter()
    {
        Assert.Equal(ElectricalEnergy.Parse("1.2 kWh"), CloudUsage.Read(AzureEnergy, [File(Azure)]).Total);
        Assert.Null(CloudUsage.Read(AzureEnergy, [File(Azure.Replace("1 Hour", "10 Hours", System.StringComparison.Ordinal))]).Total);
    }

    // 2025-03-31T18:30Z is the first minute of 2025-26 in India.
    [Theory]
    [InlineData("2025-04-01T00:00:00Z", "2025-26", "0.14 kWh")]
    [InlineData("2025-03-31T19:00:00Z", "2025-26", "0.14 kWh")]
    [InlineData("2025-03-31T18:00:00Z", "2025-26", "0.08 kWh")]
    [InlineData("2025-03-31T18:00:00Z", "2024-25", "0.06 kWh")]
    [InlineData("2025-04-01T00:00:00Z", "2026-27", null)]
    public void Usage_of_another_year_is_told_and_not_counted(string first, string year, string? total)
    {
        var usage = CloudUsage.Read(AwsEnergy, [File(Aws.Replace("2025-04-01T00:00:00Z", first, System.StringComparison.Ordinal))], Sdk.Entities.ComplianceYear.Parse(year));
        Assert.Equal(total is null ? null : ElectricalEnergy.Parse(total), usage.Total);
        Assert.Equal(total == "0.14 kWh", usage.Problems.All(p => p.Code != "outside-year"));
        Assert.Equal(total is null, usage.Problems.Any(p => p.Code == "nothing-of-the-year"));
    }

    /// <summary>Usage that two exports have counts once where they agree; where they do not, nothing tells which is right.</summary>
    [Theory]
    [InlineData("a,Usage", "z,Usage", "0.14 kWh", "counted once")]
    [InlineData(",2,", ",3,", null, "no total")]
    public void An_export_that_was_issued_again(string was, string becomes, string? total, string told)
    {
        var usage = CloudUsage.Read(AwsEnergy, [File(Aws), File(Aws.Replace(was, becomes, System.StringComparison.Ordinal), "cur-2.csv")]);
        Assert.Equal(total is null ? null : ElectricalEnergy.Parse(total), usage.Total);
        Assert.Contains(usage.Problems, p => p.Code == "overlap" && p.Message.Contains("cur.csv and in cur-2.csv", System.StringComparison.Ordinal) && p.Message.Contains(told, System.StringComparison.Ordinal));
        Assert.DoesNotContain(CloudUsage.Read(AwsEnergy, [File(Aws)]).Problems, p => p.Code == "overlap");
    }

    /// <summary>A provider delivers an export in parts, and an hour may go on in the next: its line items have other numbers there.</summary>
    [Theory]
    [InlineData("2", true, "0.22 kWh")]
    [InlineData("2", false, null)]
    [InlineData("3", true, "0.26 kWh")]
    [InlineData("3", false, null)]
    public void Parts_of_one_delivery(string quantity, bool isOne, string? total)
    {
        var next = Aws[..(Aws.IndexOf('\n', System.StringComparison.Ordinal) + 1)] + $"x,Usage,2025-04-01T01:00:00Z,AmazonEC2,APS3-BoxUsage:m5.large,{quantity},ap-south-1\n";
        var usage = CloudUsage.Read(AwsEnergy, [File(Aws), File(next, "cur-2.csv")], null, isOne);
        Assert.Equal(total is null ? null : ElectricalEnergy.Parse(total), usage.Total);
        Assert.Equal(!isOne, usage.Problems.Any(p => p.Code == "overlap" && p.Hint!.Contains("--one-delivery", System.StringComparison.Ordinal)));
    }

    /// <summary>An export for each account has the same services in the same hours.</summary>
    [Fact]
    public void Exports_of_two_accounts_add_up()
    {
        string Of(string account) => string.Join("\n", Aws.Split('\n').Select((l, i) => l.Length == 0 ? l : l + "," + (i == 0 ? "lineItem/UsageAccountId" : account)));
        var usage = CloudUsage.Read(AwsEnergy, [File(Of("1")), File(Of("2"), "cur-2.csv")]);
        Assert.Equal(ElectricalEnergy.Parse("0.28 kWh"), usage.Total);
        Assert.DoesNotContain(usage.Problems, p => p.Code == "overlap");
    }

    [Fact]
    public void A_row_that_stands_twice_is_counted_once()
    {
        var twice = CloudUsage.Read(AwsEnergy, [File(Aws + "\n" + Aws[(Aws.IndexOf('\n', System.StringComparison.Ordinal) + 1)..])]);
        Assert.Equal(ElectricalEnergy.Parse("0.14 kWh"), twice.Total);
        Assert.Equal(7, Assert.Single(twice.Problems, p => p.Code == "double").Place.Line);

        // Another line item of the same amount is another one.
        var other = CloudUsage.Read(AwsEnergy, [File(Aws + "\nf,Usage,2025-04-01T01:00:00Z,AmazonEC2,APS3-BoxUsage:m5.large,2,ap-south-1\n")]);
        Assert.Equal(ElectricalEnergy.Parse("0.22 kWh"), other.Total);
        Assert.DoesNotContain(other.Problems, p => p.Code == "double");
    }

    /// <summary>Without a number of its own a row may be one of as many machines of a kind; with one it is itself, whatever else of it changed.</summary>
    [Fact]
    public void Equal_rows_are_told_apart_by_their_numbers_alone()
    {
        const string header = "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/ProductCode,lineItem/UsageType,lineItem/UsageAmount,product/region";
        const string row = "Usage,2025-04-01T00:00:00Z,AmazonEC2,APS3-BoxUsage:m5.large,1,ap-south-1";
        var without = CloudUsage.Read(AwsEnergy, [File($"{header}\n{row}\n{row}\n{row}\n")]);
        Assert.Equal(ElectricalEnergy.Parse("0.12 kWh"), without.Total);
        Assert.Contains("each time", Assert.Single(without.Problems).Message, System.StringComparison.Ordinal);
        Assert.DoesNotContain("nothing is counted twice", without.Problems[0].Hint, System.StringComparison.Ordinal);
        var with = CloudUsage.Read(AwsEnergy, [File($"{header},identity/LineItemId,tag\n{row},a,x\n{row},a,y\n{row},b,y\n")]);
        Assert.Equal(ElectricalEnergy.Parse("0.08 kWh"), with.Total);
    }

    /// <summary>A Microsoft Customer Agreement has the same columns in small letters; regions are written either way.</summary>
    [Fact]
    public void Large_and_small_letters_are_the_same_in_names() =>
        Assert.Equal(CloudUsage.Read(AzureEnergy, [File(Azure)]).Total, CloudUsage.Read(AzureEnergy, [File(Azure.Replace("ResourceLocation", "resourceLocation", System.StringComparison.Ordinal).Replace("Quantity", "quantity", System.StringComparison.Ordinal).Replace("IN Central", "in central", System.StringComparison.Ordinal))]).Total);

    [Fact]
    public void Days_that_may_be_months_are_told()
    {
        var turned = string.Join("\n", Azure.Split('\n')[..1].Concat(Enumerable.Range(1, 12).Select(day => $"{day:00}/04/2025" + Azure.Split('\n')[1][10..])));
        Assert.Contains(CloudUsage.Read(AzureEnergy, [File(turned)]).Problems, p => p.Code == "unsure-days");
        Assert.DoesNotContain(CloudUsage.Read(AzureEnergy, [File(Azure)]).Problems, p => p.Code == "unsure-days");
    }

    [Fact]
    public void Usage_whose_energy_is_not_stated_leaves_no_total()
    {
        var usage = CloudUsage.Read(AwsEnergy, [File(Aws.Replace("AmazonEC2,APS3-BoxUsage:m5.large,2", "AmazonS3,APS3-TimedStorage,2", System.StringComparison.Ordinal))]);
        Assert.Null(usage.Total);
        Assert.Contains(usage.Problems, p => p.Code == "no-energy" && p.Place.Line == 4);
    }

    [Fact]
    public void The_same_export_twice_and_cells_that_cannot_be_read_are_errors()
    {
        Assert.Contains(CloudUsage.Read(AwsEnergy, [File(Aws), File(Aws, "again.csv")]).Problems, p => p.Code == "file-twice");
        var bad = CloudUsage.Read(AwsEnergy, [File(Aws.Replace(",2,", ",2e3,", System.StringComparison.Ordinal))]);
        Assert.Equal((null, "bad-value"), (bad.Total, bad.Problems.Single(p => p.Severity == Severity.Error).Code));
    }

    [Theory]
    [InlineData("{\"service\":\"a\",\"usage\":\"b\",\"energyPerUnit\":\"1\",\"source\":\"s\"}")]
    [InlineData("{\"service\":\"a\",\"usage\":\"b\",\"energyPerUnit\":\"-1 kWh\",\"source\":\"s\"}")]
    [InlineData("{\"service\":\"a\",\"usage\":\"b\",\"energyPerUnit\":\"1 kWh\"}")]
    [InlineData("{\"service\":\"a\",\"usage\":\"b\",\"unit\":\"h\",\"energyPerUnit\":\"1 kWh\",\"source\":\"s\"}")]
    public void A_slip_in_the_hosts_data_is_told(string rule) => Assert.Throws<CctsDataException>(() => Energy("aws-cur", rule));

    /// <summary>A column that an older export, or a database of the bills, calls otherwise; where both stand there, the first name counts.</summary>
    [Theory]
    [InlineData("product/regionCode", "ap-south-1")]
    [InlineData("product/regionCode,product/region", "us-east-1,ap-south-1")]
    public void A_region_is_found_under_its_other_name(string columns, string regions)
    {
        var csv = $"identity/LineItemId,lineItem/LineItemType,lineItem/UsageStartDate,lineItem/ProductCode,lineItem/UsageType,lineItem/UsageAmount,{columns}\na,Usage,2025-04-01 00:00:00.000,AmazonEC2,APS3-BoxUsage:m5.large,10,{regions}\n";
        Assert.Equal(ElectricalEnergy.Parse("0.4 kWh"), CloudUsage.Read(AwsEnergy, [File(csv)]).Total);
    }

    /// <summary>FOCUS has the same columns for every provider, and one more that says what was used.</summary>
    [Theory]
    [InlineData("aws-focus", "x_UsageType", "2025-04-01T00:00:00.000Z")]
    [InlineData("azure-focus", "x_SkuMeterName", "2025-04-01T00:00Z")]
    public void A_focus_export_comes_to_electricity(string export, string usage, string time)
    {
        var energy = Energy(export, """{"service":"Compute","usage":"m5","unit":"Hrs","energyPerUnit":"0.04 kWh","source":"m"}""");
        var read = CloudUsage.Read(energy, [File($"BilledCost,ChargeCategory,ChargePeriodStart,ConsumedQuantity,ConsumedUnit,RegionId,ResourceId,ServiceName,{usage},CommitmentDiscountStatus,ChargeClass\n1,usage,{time},10,Hrs,ap-south-1,r1,Compute,m5,Used,\n1,Usage,{time},,Hrs,ap-south-1,r1,Compute,m5,Unused,\n1,Tax,{time},,,,,,,,\n")]);
        Assert.Equal(ElectricalEnergy.Parse("0.4 kWh"), read.Total);
        Assert.Equal(["no-usage", "no-usage"], read.Problems.Select(p => p.Code));
        Assert.All(read.Problems, p => Assert.True(p is { Expected.Length: > 0, Hint.Length: > 0 }));
    }

    /// <summary>FOCUS lets a quantity be missing where a commitment was not used or a price is corrected; anywhere else it is lost, and there is no total.</summary>
    [Theory]
    [InlineData("Usage,,Unused,", "0.4 kWh", Severity.Info)]
    [InlineData("Usage,5,unused,", "0.4 kWh", Severity.Info)]
    [InlineData("Usage,,,Correction", "0.4 kWh", Severity.Info)]
    [InlineData("Usage,,Used,", null, Severity.Warning)]
    [InlineData("Usage,,,", null, Severity.Warning)]
    [InlineData(",5,,", null, Severity.Warning)]
    [InlineData("Usage,-5,,Correction", null, Severity.Error)]
    public void A_row_of_usage_without_a_quantity(string row, string? total, Severity severity)
    {
        var energy = Energy("aws-focus", """{"service":"Compute","usage":"m5","unit":"Hrs","energyPerUnit":"0.04 kWh","source":"m"}""");
        var read = CloudUsage.Read(energy, [File($"ServiceName,x_UsageType,ConsumedUnit,RegionId,ChargePeriodStart,ChargeCategory,ConsumedQuantity,CommitmentDiscountStatus,ChargeClass\nCompute,m5,Hrs,ap-south-1,2025-04-01T00:00:00Z,Usage,10,,\nCompute,m5,Hrs,ap-south-1,2025-04-02T00:00:00Z,{row}\n")]);
        Assert.Equal(total is null ? null : ElectricalEnergy.Parse(total), read.Total);
        var problem = Assert.Single(read.Problems);
        Assert.Equal((severity, true), (problem.Severity, problem is { Expected.Length: > 0, Hint.Length: > 0 } && !problem.Hint.Contains("schema", System.StringComparison.Ordinal)));
    }
}
