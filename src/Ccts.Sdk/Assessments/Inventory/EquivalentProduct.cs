using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Inventory;

/// <summary>Total equivalent output: each product times its equivalence to the main product (DPCM Annexures II and III).</summary>
internal static class EquivalentProduct
{
    /// <summary>The sum, or null without products; products in different units are an error.</summary>
    internal static Output? Of(MonitoringReport report, AssessmentRules rules, Workings workings)
    {
        if (report.Products.Count == 0)
        {
            return null;
        }

        var (basis, _) = rules.CountedIn(report.Products[0].CountedIn);
        var total = 0m;
        var operands = workings.Steps is null ? null : new Operand[report.Products.Count];
        var unit = basis.Symbol;
        for (var i = 0; i < report.Products.Count; i++)
        {
            var product = report.Products[i];
            var (counted, each) = rules.CountedIn(product.CountedIn);
            if (counted != basis)
            {
                workings.Problems.Error("mixed-output-units", product.Place, $"\"{product.Id}\" is in another output unit than \"{report.Products[0].Id}\".", "all products in the sector's one output unit, or an equivalence that leads to it, such as \"0.35 t/MWh\"");
                return Output.Of(1m, basis);
            }

            var amount = product.Amounts.CanonicalTotal;
            var equivalent = amount * product.Equivalence * each;
            total += equivalent;
            if (operands is not null)
            {
                var step = workings.Note(product.Id, "equivalent product", Operands(product, amount, rules, workings), equivalent, unit);
                operands[i] = new Operand(OperandRole.Plus, product.Id, equivalent, unit, step);
            }
        }

        if (operands is not null)
        {
            workings.Note("report", StepTitles.TotalProduct, operands, total, unit);
        }

        return Output.Of(total, basis);
    }

    private static Operand[] Operands(ProductStream product, decimal amount, AssessmentRules rules, Workings workings)
    {
        var (own, into) = (product.Amounts.Basis, product.CountedIn);
        var (basis, each) = rules.CountedIn(into);
        Operand[] operands =
        [
            new Operand(OperandRole.Times, product.Product, amount, own.Symbol).By(product, "amounts/", workings),
            new Operand(OperandRole.Times, "equivalence", product.Equivalence, own == into ? "" : into + "/" + own).By(product, "equivalence", workings),
        ];
        return basis == into ? operands : [.. operands, new(OperandRole.Times, "unit", each, basis + "/" + into, 0, rules.Units[into].Standing.Source)];
    }
}
