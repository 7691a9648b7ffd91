using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Inventory;

/// <summary>Total equivalent output: each product times its equivalence to the main product (DPCM Annexures II and III).</summary>
internal static class EquivalentProduct
{
    internal const string TotalTitle = "total equivalent product";

    /// <summary>The sum, or null without products; products in different units are an error.</summary>
    internal static Output? Of(MonitoringReport report, Workings workings)
    {
        if (report.Products.Count == 0)
        {
            return null;
        }

        var basis = report.Products[0].EquivalentIn ?? report.Products[0].Amounts.Basis;
        var total = 0m;
        var operands = workings.Steps is null ? null : new Operand[report.Products.Count];
        var unit = ((IQuantity)Output.Of(0m, basis)).CanonicalUnit;
        for (var i = 0; i < report.Products.Count; i++)
        {
            var product = report.Products[i];
            if ((product.EquivalentIn ?? product.Amounts.Basis) != basis)
            {
                workings.Problems.Error("mixed-output-units", product.Place, $"\"{product.Id}\" is in another output unit than \"{report.Products[0].Id}\".", "all products in the sector's one output unit, or an equivalence that leads to it, such as \"0.35 t/MWh\"");
                return Output.Of(1m, basis);
            }

            var amount = product.Amounts.CanonicalTotal;
            var equivalent = amount * product.Equivalence;
            total += equivalent;
            if (operands is not null)
            {
                var own = ((IQuantity)Output.Of(0m, product.Amounts.Basis)).CanonicalUnit;
                var step = workings.Note(product.Id, "equivalent product", [new Operand(OperandRole.Times, product.Product, amount, own).By(product, "amounts/", workings), new Operand(OperandRole.Times, "equivalence", product.Equivalence, own == unit ? "" : unit + "/" + own).By(product, "equivalence", workings)], equivalent, unit);
                operands[i] = new Operand(OperandRole.Plus, product.Id, equivalent, unit, step);
            }
        }

        if (operands is not null)
        {
            workings.Note("report", TotalTitle, operands, total, unit);
        }

        return Output.Of(total, basis);
    }
}
