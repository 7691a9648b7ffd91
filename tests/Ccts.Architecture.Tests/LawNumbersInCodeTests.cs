using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ccts.Architecture.Tests;

/// <summary>No number that a shipped ruleset states is written in the code, unless it is said here what else it means there.</summary>
public sealed class LawNumbersInCodeTests
{
    /// <summary>Where a value of the law would be applied; elsewhere small whole numbers are only indexes, bits, widths and the like.</summary>
    private static readonly string[] LawRooms =
    [
        "Ccts.Sdk/Assessments", "Ccts.Sdk/Law", "Ccts.Sdk/Ledger/", "Ccts.Sdk/Monitoring",
        "Ccts.Rules/Clearing", "Ccts.Rules/Decisions", "Ccts.Rules/Receipts", "Ccts.Rules/Rules/", "Ccts.Rules/Rulesets/Assessments", "Ccts.Rules/Rulesets/Retention", "Ccts.Rules.Authoring/Impact", "Ccts.Rules.Authoring/Unknowns",
    ];

    /// <summary>Zero, one and a pair mean so many things that nothing can be told from them.</summary>
    private static readonly decimal[] Everywhere = [0m, 1m, 2m];

    private static readonly (string Number, string Where, string Meaning)[] OtherMeanings =
    [
        ("0.25", "Ccts.Compliance/Verification/Planning/SamplingPlan.cs", "a share of records, ours"),
        ("40", "Ccts.Compliance/Verification/Planning/Uncertainty.cs", "a fortieth of what is drawn, at either end"),
        ("27", "Ccts.Compliance/Verification/Planning/Uncertainty.cs", "a bit"),
        ("40", "Ccts.Compliance/Pages/Codes/QrPenalty.cs", "the standard's penalty of a pattern"),
        ("28", "Ccts.Compliance/Pages/Codes/QrCode.cs", "codewords of a QR code"),
        ("44", "Ccts.Compliance/Pages/Codes/QrCode.cs", "codewords of a QR code"),
        ("43", "Ccts.Compliance/Pages/Codes/QrCode.cs", "codewords of a QR code"),
        ("27", "Ccts.Compliance/Pages/Codes/QrCode.cs", "codewords of a QR code"),
        ("43", "Ccts.Compliance/Extracts/CbamCells.cs", "a row of the Commission's template"),
        ("0.001", "Ccts.Ingestion/Headers/WrittenUnit.cs", "a unit is a thousandth of another"),
        ("27", "Ccts.Ingestion/Series/SumSoFar.cs", "days of the shortest month, less one"),
        ("28", "Ccts.Sdk/Assessments/Validation/PeriodAmounts.cs", "days of the shortest month"),
        ("4", "Ccts.Sdk/Assessments/Validation/Spans.cs", "months of which none is out of line with the others; kinds of periods of a report"),
        ("0.3", "Ccts.Sdk/Assessments/Validation/Spans.cs", "how much less a longer span may have, ours"),
        ("4", "Ccts.Sdk/Assessments/Validation/LeastAnalysis.cs", "analyses of which none is out of line with the others"),
        ("10", "Ccts.Sdk/Assessments/Validation/BurntShare.cs", "a digit"),
        ("4", "Ccts.Sdk/Assessments/Validation/DoubledMonths.cs", "quarters of a year"),
        ("3", "Ccts.Sdk/Assessments/Validation/DoubledMonths.cs", "spans of which one is out of line with the others"),
        ("0.1", "Ccts.Sdk/Assessments/Validation/Expectation.cs", "a tenth of the largest month, ours"),
        ("0.1", "Ccts.Sdk/Assessments/Validation/PlantActivities.cs", "a tenth of the fuel, ours"),
        ("0.2", "Ccts.Sdk/Assessments/Validation/ProductMonths.cs", "a fifth of the usual product, ours"),
        ("0.15", "Ccts.Sdk/Assessments/Validation/OtherMonths.cs", "how much the power for a unit of product differs, ours"),
        ("0.25", "Ccts.Sdk/Assessments/Validation/OtherMonths.cs", "the same where the bought power is uneven, ours"),
        ("0.25", "Ccts.Sdk/Assessments/Validation/KindMonths.cs", "a part of what is missing, ours"),
        ("4", "Ccts.Sdk/Assessments/Validation/KindMonths.cs", "months that say what is usual"),
        ("12", "Ccts.Sdk/Assessments/Validation/TwoSizes.cs", "a digit too many at most, ours"),
        ("3", "Ccts.Sdk/Assessments/Validation/CarbonNames.cs", "letters of an abbreviation at most"),
        ("3", "Ccts.Sdk/Assessments/Validation/CopiedMonths.cs", "streams that are the same by no chance"),
        ("36", "Ccts.Sdk/Quantities/SteamTable.cs", "a power in the formulation of steam"),
        ("0.1", "Ccts.Sdk/Quantities/SteamState.cs", "a bar in MPa"),
        ("10", "Ccts.Sdk/Assessments/Validation/ProcessPlausibility.cs", "a tenth of the main material, ours"),
        ("0.001", "Ccts.Sdk/Quantities/", "a unit is a thousandth of another"),
        ("0.001", "Ccts.Sdk/Assessments/Validation/AmountCheck.cs", "the least production that can be divided by"),
        ("0.001", "Ccts.Sdk/Monitoring/MonitoredUnits.cs", "a unit is a thousandth of another"),
        ("3", "Ccts.Sdk/Assessments/BaselineYears.cs", "the most years that a baseline has in BEE's workbook"),
        ("300", "Ccts.Sdk/Monitoring/Reading/EvidenceReading.cs", "the longest name of a method"),
        ("3", "Ccts.Sdk/Monitoring/GasComposition.cs", "atoms of carbon in a molecule"),
        ("4", "Ccts.Sdk/Monitoring/GasComposition.cs", "atoms of carbon in a molecule"),
        ("5", "Ccts.Sdk/Monitoring/GasComposition.cs", "atoms of carbon in a molecule"),
        ("6", "Ccts.Sdk/Monitoring/GasComposition.cs", "atoms of carbon in a molecule"),
        ("10", "Ccts.Sdk/Ledger/Outbox/OutboxCopy.cs", "minutes of a lease"),
        ("0.1", "Ccts.Rules.Authoring/Schedules/PrintedNumber.cs", "the next decimal place"),
        ("0.1", "Ccts.Rules.Authoring/Publishing/Charts/", "places in a drawing"),
        ("0.1", "Ccts.Workbooks/SavedNumber.cs", "the next decimal place"),
        ("28", "Ccts.Workbooks/SavedNumber.cs", "digits of a decimal"),
        ("40", "Ccts.Sdk/Formats/Texts/UnfilledPlace.cs", "a bound of ours on the length of a blank to fill in"),
        ("40", "Ccts.Workbooks/", "letters of a number, widths of columns"),
        ("44", "Ccts.Workbooks/ProFormas/Template", "widths of columns"),
        ("60", "Ccts.Workbooks/ProFormas/Template", "widths of columns"),
        ("70", "Ccts.Workbooks/ProFormas/Template", "widths of columns"),
        ("20000", "Ccts.Workbooks/WorkbookCell.cs", "more columns than a sheet has"),
        ("0.38", "Ccts.Rules.Authoring/Publishing/Charts/", "widths in a drawing"),
        ("3", "Ccts.Sdk/Ledger/Decider.Reserving.cs", "months of a quarter"),
        ("3", "Ccts.Sdk/Ledger/KeyBook.", "three quarters full, and places of bytes"),
        ("3", "Ccts.Sdk/Ledger/UnitSelection.cs", "the length of a list of words"),
        ("3", "Ccts.Sdk/Assessments/Position/OversellAlert.cs", "months of a quarter"),
        ("3", "Ccts.Rules/Rules/Conditions/Quarters.cs", "months of a quarter"),
        ("4", "Ccts.Sdk/Ledger/KeyBook.", "three quarters full, bytes read at once, parts of a record"),
        ("4", "Ccts.Sdk/Ledger/RangeLeaf.cs", "room in a list"),
        ("4", "Ccts.Sdk/Monitoring/Amounts.cs", "room in a list"),
        ("4", "Ccts.Sdk/Monitoring/ReportingPeriod.cs", "places of a written date"),
        ("5", "Ccts.Rules/Decisions/Requests/DateCode.cs", "bits of a day of the month"),
        ("4", "Ccts.Rules/Rules/Conditions/ConditionLimits.cs", "a bound of ours on depth"),
        ("5", "Ccts.Sdk/Ledger/LedgerPolicy.cs", "hours of India's civil time"),
        ("7", "Ccts.Sdk/Ledger/PackedBytes.cs", "bits of a byte"),
        ("7", "Ccts.Sdk/Monitoring/ReportingPeriod.cs", "places of a written date"),
        ("9", "Ccts.Sdk/Ledger/ByteChunks.cs", "bits of a size"),
        ("9", "Ccts.Sdk/Ledger/Journal/JournalChain.cs", "places of a written digest"),
        ("9", "Ccts.Sdk/Ledger/Blocks/BlockNumber", "digits taken at a time"),
        ("9", "Ccts.Rules/Decisions/Requests/AmountCode.cs", "decimals that a 64-bit number has room for"),
        ("9", "Ccts.Rules/Decisions/Requests/DateCode.cs", "bits of a month and a day"),
        ("10", "Ccts.Sdk/Ledger/PackedBytes.cs", "bytes of the longest number"),
        ("10", "Ccts.Sdk/Monitoring/ReportingPeriod.cs", "places of a written date"),
        ("10", "Ccts.Rules/Decisions/Requests/AmountCode.cs", "a power of ten"),
        ("10", "Ccts.Sdk/Ledger/Blocks/BlockNumber", "the base of written numbers"),
        ("12", "Ccts.Sdk/Assessments/Certificates/CertificateCalculator.cs", "months of a year"),
        ("12", "Ccts.Rules/Rules/Vocabulary/FactText.cs", "a bound of ours on decimals"),
        ("12", "Ccts.Sdk/Monitoring/", "months of a year"),
        ("12", "Ccts.Rules/Rulesets/Assessments/AssessmentRulesBuilder.cs", "months of a year"),
        ("60", "Ccts.Ingestion/", "seconds of a minute"),
        ("100", "Ccts.Sdk/Assessments/Emissions/PfcEmissions.cs", "a fraction in per cent"),
        ("28", "Ccts.Sdk/Quantities/Exact.Rounding.cs", "digits of a decimal"),
        ("28", "Ccts.Sdk/Quantities/ExactDecimal.cs", "digits of a decimal"),
        ("4", "Ccts.Sdk/Assessments/Validation/Slip.cs", "places of a shown number"),
        ("6", "Ccts.Sdk/Assessments/Validation/Outlier.cs", "so many periods say what is usual"),
        ("6", "Ccts.Sdk/Assessments/Validation/SumOfOthers.cs", "so many spans in which a sum comes out are no chance"),
        ("12", "Ccts.Sdk/Assessments/Validation/SumOfOthers.cs", "entries of which every sum is tried"),
        ("10", "Ccts.Sdk/Assessments/Validation/Outlier.cs", "how far apart units are at least that two even sizes are taken for"),
        ("28", "Ccts.Ingestion/Series/MeterHabits.cs", "days of the shortest month"),
        ("101", "Ccts.Ingestion/Series/Reversals.cs", "a movement type of an ERP, what was received"),
        ("10", "Ccts.Sdk/Assessments/Validation/AmountSlips.cs", "a digit too many or too few"),
        ("10", "Ccts.Sdk/Assessments/Validation/KnownSlips.cs", "a digit too few, gigacalories of a toe"),
        ("12", "Ccts.Sdk/Assessments/Validation/KnownSlips.cs", "carbon taken for CO2, whatever the law reckons with"),
        ("44", "Ccts.Sdk/Assessments/Validation/KnownSlips.cs", "carbon taken for CO2, whatever the law reckons with"),
        ("28", "Ccts.Sdk/Assessments/CertificateExtremes.cs", "digits of a decimal"),
        ("28", "Ccts.Sdk.UnitsNet/BinaryNumber.cs", "digits of a decimal"),
        ("28", "Ccts.Registry.Adapters/Serials/DateForm.cs", "days of the shortest month"),
        ("28", "Ccts.Rules/Trust/Archives/", "places of a ZIP header"),
        ("40", "Ccts.Sdk/ProFormas/Formulas/FormulaParser.cs", "a bound of ours on depth"),
        ("48", "Ccts.Sdk/Quantities/BinaryRounding.cs", "binary digits"),
        ("0.001", "Ccts.Sdk/Monitoring/ReferenceConditions.cs", "kilopascals in a pascal"),
        ("0.1", "Ccts.Sdk/Monitoring/ReferenceConditions.cs", "kilopascals in a millibar"),
        ("90", "Ccts.Sdk/Assessments/Validation/GasConditionsCheck.cs", "kilopascals that no reference condition lies below"),
        ("0.02", "Ccts.Sdk/Assessments/Validation/GasConditionsCheck.cs", "how far a real gas is from an ideal one"),
        ("3", "Ccts.Sdk/Assessments/Validation/GasConditionsCheck.cs", "digits of a message"),
        ("60", "Ccts.Sdk/Quantities/ExactText.cs", "characters of a number"),
        ("40", "Ccts.Sdk/Quantities/QuantityText.cs", "characters shown of a text"),
        ("40", "Ccts.Registry.Adapters/Exports/CellText.cs", "characters shown of a text"),
        ("28", "Ccts.Workbooks/WorkbookArchive.cs", "where an archive's directory has the length of a name"),
        ("48", "Ccts.Workbooks/WorkbookArchive.cs", "where an archive's end has the place of its directory"),
        ("12", "Ccts.Sdk/Assessments/Validation/Spans.cs", "months of a year"),
        ("3", "Ccts.Sdk/Assessments/Validation/PlantIdentity.cs", "letters of a word that tells one name from another"),
        ("3", "Ccts.Sdk/Assessments/Validation/CountedTwice.cs", "letters of words too short to be a plural"),
        ("3", "Ccts.Rules/Rules/Vocabulary/LikeNames.cs", "letters in a row that name nobody"),
        ("28", "Ccts.Sdk/Formats/Files/Signatures.cs", "a byte with which archives begin"),
        ("40", "Ccts.Sdk/Formats/Files/Signatures.cs", "a byte with which archives and pictures begin"),
        ("143", "Ccts.Sdk/Formats/Files/Utf8Check.cs", "a byte of UTF-8"),
        ("48", "Ccts.Sdk/Ledger/KeyBook.cs", "bits of a number"),
        ("48", "Ccts.Sdk/Trust/Signatures/PublicKeyPem.cs", "a byte of the DER prefix of a key"),
        ("52", "Ccts.Sdk.UnitsNet/BinaryNumber.cs", "bits of a binary number"),
        ("60", "Ccts.Registry.Adapters/Serials/DateForm.cs", "minutes and seconds"),
        ("60", "Ccts.Registry.Adapters/Channels/Http/ClientCredentials.cs", "seconds for which a token counts that does not say how long it lasts"),
        ("300", "Ccts.Registry.Adapters/Channels/Http/JsonTransport.cs", "statuses of HTTP that point elsewhere"),
        ("300", "Ccts.Registry.Adapters/Channels/Http/HttpReply.cs", "statuses of HTTP that point elsewhere"),
        ("60", "Ccts.Rules/Engines/Compilation/CompiledTest.cs", "a bit"),
        ("77", "Shared/ShownText.cs", "characters shown of a text"),
        ("100", "Ccts.Sdk/Ledger/DayDigits.cs", "digits of a written date"),
        ("100", "Ccts.Sdk/Assessments/Validation/", "a share in percent"),
        ("100", "Ccts.Sdk/Ledger/Settlement/DeliveryForm.cs", "a bound of ours on names"),
        ("100", "Ccts.Rules/Decisions/Requests/AmountCode.cs", "a power of ten"),
        ("100", "Ccts.Sdk/Monitoring/", "digits of a written date; a bound of ours on names"),
        ("100", "Ccts.Rules/Clearing/SessionCheck.cs", "a bound of ours on names"),
        ("100", "Ccts.Rules/Rulesets/Retention/RetentionReader.cs", "a bound of ours on claims"),
        ("100", "Ccts.Rules/Rules/RuleLimits.cs", "a bound of ours on overrides"),
        ("20000", "Ccts.Rules.Authoring/Lint/Reasoning/CaseSearch.cs", "a bound of ours on steps"),
        ("20000", "Ccts.Rules/Rules/RuleLimits.cs", "a bound of ours on conditions"),
        ("50000", "Ccts.Rules/Files/RulesetLimits.cs", "a bound of ours on rows"),
    ];

    [Fact]
    public void No_number_of_a_shipped_ruleset_is_written_in_the_code()
    {
        var found = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(f => (File: Path.GetRelativePath(Path.Combine(RepositoryRoot.Path, "src"), f).Replace('\\', '/'), Path: f))
            .Where(f => !f.File.Contains("/obj/", StringComparison.Ordinal) && !f.File.StartsWith("Ccts.Ledger.Testing/", StringComparison.Ordinal)) // Tests: every figure in them is made up.
            .SelectMany(f => Scan(f.File, File.ReadAllText(f.Path)))
            .ToList();

        var unexplained = string.Join('\n', found.Where(f => !OtherMeanings.Any(m => Explains(m, f))).Select(f => $"{f.File}({f.Line}): {f.Number}, which is a value of {LawNumbers.All[f.Number]}"));
        var idle = string.Join('\n', OtherMeanings.Where(m => !found.Exists(f => Explains(m, f))).Select(m => $"{m.Number} is no longer in {m.Where}"));
        Assert.True(unexplained.Length + idle.Length == 0, unexplained + "\n" + idle);
    }

    [Fact]
    public void The_numbers_are_those_of_the_rulesets()
    {
        // Materiality, days to pay, a laboratory's deviation, a mass a sample stands for, a validity of an overlay, a GWP, a fuel, a target, a fraction.
        Assert.All([0.02m, 90m, 300m, 20000m, 36m, 6630m, 0.8032m, 12.8259m, 44m, 1.19m], number => Assert.Contains(number, LawNumbers.All.Keys));
        Assert.DoesNotContain(2025m, LawNumbers.All.Keys);
        Assert.True(LawNumbers.All.Count > 150, $"{LawNumbers.All.Count}");
    }

    [Theory]
    [InlineData("decimal Materiality => 0.02m;", "0.02")]
    [InlineData("decimal Materiality => 0.020m;", "0.02")]
    [InlineData("double Materiality => 2e-2;", "0.02")]
    [InlineData("int Days => 9_0;", "90")]
    [InlineData("int Days => 0x5A;", "90")]
    [InlineData("string Floor => \"0.7891\";", "0.7891")]
    [InlineData("object Floor => Parse(\"0.7891 tCO2e/t\");", "0.7891")]
    [InlineData("string Floor => \"\"\"0.7891\"\"\";", "0.7891")]
    [InlineData("object Ratio => Parse(\"44/12\");", "44")]
    [InlineData("bool Late(int breaches) => breaches >= 3;", "3")]
    [InlineData("string Hint => \"a number such as 0.8086\"; // 0.02 by s.6(12)", null)]
    [InlineData("int Half(int all) => all / 2;", null)]
    [InlineData("int Unrelated => 4711;", null)]
    public void The_scan_sees_a_value_of_the_law_however_it_is_written(string member, string? number)
    {
        var found = Scan("Ccts.Rules/Decisions/Made.cs", "class Made { " + member + "\n }").Select(f => f.Number.ToString(CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(number is null, found.Count == 0);
        Assert.True(number is null || found.Contains(number), string.Join(" ", found));
    }

    [Fact]
    public void A_count_is_looked_at_only_where_law_is_applied() =>
        Assert.Empty(Scan("Ccts.Rules/Trust/Archives/Made.cs", "class Made { int Third => 3; }"));

    private static IEnumerable<(string File, int Line, decimal Number)> Scan(string file, string source)
    {
        var inLawRoom = LawRooms.Any(r => file.StartsWith(r, StringComparison.Ordinal));
        foreach (var token in CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens())
        {
            foreach (var number in NumbersOf(token).Where(n => !Everywhere.Contains(n) && LawNumbers.All.ContainsKey(n) && (inLawRoom || !IsSmall(n))))
            {
                yield return (file, token.GetLocation().GetLineSpan().StartLinePosition.Line + 1, number / 1.000000000000000000000000000m);
            }
        }
    }

    // A hundred and what is up to a dozen.
    private static bool IsSmall(decimal number) => number == 100m || (number <= 12m && decimal.Truncate(number) == number);

    private static IEnumerable<decimal> NumbersOf(SyntaxToken token) => token.Value switch
    {
        string text => LawNumbers.Numbers(text),
        char => [],
        double binary when Math.Abs(binary) < 1e15 => [(decimal)binary],
        float binary when Math.Abs(binary) < 1e15f => [(decimal)binary],
        IConvertible number when token.IsKind(SyntaxKind.NumericLiteralToken) && number is not (double or float) => [number.ToDecimal(CultureInfo.InvariantCulture)],
        _ => [],
    };

    private static bool Explains((string Number, string Where, string Meaning) meaning, (string File, int Line, decimal Number) found) =>
        decimal.Parse(meaning.Number, CultureInfo.InvariantCulture) == found.Number && found.File.StartsWith(meaning.Where, StringComparison.Ordinal);
}
