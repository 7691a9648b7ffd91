using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>
/// Reads a metered gas. The unit of its amounts shows the conditions of its cubic metres; calorific values have the same conditions, or others if the
/// stream states the temperature and pressure of both.
/// </summary>
internal sealed class GasReading
{
    private static readonly string[] StandardUnits = GasVolume.Units.SymbolTexts.ToArray();

    private readonly IStreamFields _fields;
    private readonly GasConditions _conditions;
    private readonly StatedConditions? _stated;
    private GasConditions? _calorific;

    internal GasReading(IStreamFields fields, string unit)
    {
        (_fields, _conditions) = (fields, GasUnits.Of(unit));
        _stated = Stated(fields);
    }

    /// <summary>The units that amounts of gas have.</summary>
    internal static string[] Units { get; } = [.. StandardUnits, GasUnits.Normal];

    internal MeteredGas Measured(IReadOnlyList<RawAmount> raw, string unit)
    {
        var amounts = At<GasVolume>(GasVolume.TryParse);
        return new(
            AmountReading.Of(raw, amounts, _fields.Problems),
            FuelReading.Calorific(_fields, "ncv", Calorific<GasNetCalorificValue>(GasNetCalorificValue.TryParse), unit),
            FuelReading.Calorific(_fields, "gcv", Calorific<GasGrossCalorificValue>(GasGrossCalorificValue.TryParse), unit),
            _fields.OptionalValue("previousYear", amounts))
        {
            Conditions = _conditions,
            Stated = _stated,
            Stock = StreamReading.Stock(_fields, amounts),
        };
    }

    /// <summary>The calorific value of an analysis, GJ per m3.</summary>
    internal decimal? OfAnalysis(IStreamFields part, string field, string unit) =>
        FuelReading.Calorific(part, field, Calorific<GasNetCalorificValue>(GasNetCalorificValue.TryParse), unit)?.GigajoulesPerStandardCubicMetre;

    /// <summary>The gas with the conditions found for its calorific values.</summary>
    internal MeteredGas Whole(MeteredGas gas) => _calorific is { } calorific && calorific != _conditions ? gas with { CalorificConditions = calorific } : gas;

    private static StatedConditions? Stated(IStreamFields fields)
    {
        if (fields.OptionalPart("conditions") is not { } part)
        {
            return null;
        }

        var amounts = part.Text("amounts") is { } text ? Conditions(part, "amounts", text) : null;
        var calorific = part.OptionalText("calorificValue") is { } other ? Conditions(part, "calorificValue", other) : null;
        var source = StreamReading.Name(part, "source");
        part.Done();
        return amounts is null ? null : new StatedConditions(amounts, calorific, source);
    }

    private static ReferenceConditions? Conditions(IStreamFields part, string field, string text)
    {
        if (!ReferenceConditions.TryParse(text, out var conditions, out var reason))
        {
            part.Problems.Unreadable(part.PlaceOf(field), text, reason);
        }

        return conditions;
    }

    /// <summary>A parser at the conditions of the amounts.</summary>
    private TextParser<T> At<T>(TextParser<T> parser)
        where T : struct, IQuantity => (string text, out T value, out string? reason) => Read(parser, _conditions, text, out value, out reason);

    /// <summary>A parser of calorific values: the first one sets the conditions of all, once the conditions of both are stated.</summary>
    private TextParser<T> Calorific<T>(TextParser<T> parser)
        where T : struct, IQuantity => (string text, out T value, out string? reason) =>
        {
            var conditions = _stated?.CalorificValue is null ? _conditions : _calorific ?? GasUnits.Of(text);
            var read = Read(parser, conditions, text, out value, out reason);
            _calorific = read ? conditions : _calorific;
            return read;
        };

    private static bool Read<T>(TextParser<T> parser, GasConditions conditions, string text, out T value, out string? reason)
        where T : struct, IQuantity
    {
        if (GasUnits.Read(text, conditions) is { } readable)
        {
            return parser(readable, out value, out reason);
        }

        value = default;
        reason = $"a number, one blank and {(typeof(T) == typeof(GasVolume) ? "" : "GJ, MJ, kJ or kcal per ")}{GasUnits.Normal}, as the other values of this stream: {Convert}";
        return false;
    }

    /// <summary>Says how values at other conditions may be stated.</summary>
    internal const string Convert = "between normal and standard conditions only the temperatures and pressures of \"conditions\" convert";
}
