using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>A stream written as a JSON object.</summary>
internal sealed class JsonStreamFields(LocatedNode node, ProblemList problems) : IStreamFields
{
    private readonly ObjectReader _object = new(node, problems);

    public ProblemList Problems => problems;

    public SourcePlace Place => node.Place;

    public SourcePlace PlaceOf(string field) => (node.Member(field) ?? node).Place;

    public string? Text(string field) => _object.Text(field);

    public string? OptionalText(string field) => _object.OptionalText(field);

    public T? Value<T>(string field, TextParser<T> parser)
        where T : struct => _object.Value(field, parser);

    public T? OptionalValue<T>(string field, TextParser<T> parser)
        where T : struct => _object.OptionalValue(field, parser);

    public T? Choice<T>(string field, IReadOnlyDictionary<string, T> words)
        where T : struct => _object.Choice(field, words);

    public bool? OptionalFlag(string field) => _object.OptionalFlag(field);

    public int? OptionalInteger(string field) => _object.OptionalInteger(field);

    public IStreamFields? OptionalPart(string field) =>
        _object.Optional(field) is { } part ? new JsonStreamFields(part, problems) : null;

    public IReadOnlyList<IStreamFields> Parts(string field) =>
        _object.OptionalList(field).Select(part => new JsonStreamFields(part, problems)).ToList();

    public IReadOnlyList<IStreamFields> EachPart(string field) => Parts(field);

    public ReportingPeriod Period(ReportingPeriod year)
    {
        var period = year;
        return _object.OptionalText("period") is not { } text || AmountReading.TryPeriod(text, PlaceOf("period"), problems, out period) ? period : year;
    }

    public IReadOnlyList<RawAmount> Amounts(ReportingPeriod year)
    {
        var raw = new List<RawAmount>();
        var many = _object.Optional("amounts");
        var one = _object.Optional("amount");
        if (many is null == one is null)
        {
            problems.Error(many is null ? "missing-key" : "conflicting-keys", node.Place, many is null ? "There is no amount." : "There are both \"amount\" and \"amounts\".", "\"amounts\": { \"2025-04\": \"120 t\", … }, or \"amount\" with an optional \"period\"");
        }

        if (many is not null)
        {
            AddMany(many, raw);
        }

        // A period belongs to a single amount; next to "amounts" it is an unknown field, which Done reports.
        if (one is not null && (_object.Optional("period") is null || _object.OptionalText("period") is { } text && AmountReading.TryPeriod(text, PlaceOf("period"), problems, out year)) && _object.OptionalText("amount") is { } amount)
        {
            raw.Add(new RawAmount(year, amount, one.Place));
        }

        return raw;
    }

    public void Done() => _object.Done();

    private void AddMany(LocatedNode many, List<RawAmount> raw)
    {
        if (many.Kind != LocatedKind.Object || many.Children.Count == 0)
        {
            problems.Error("wrong-type", many.Place, $"\"amounts\" holds {(many.Kind == LocatedKind.Object ? "nothing" : many.Describe())}.", "an object { \"2025-04\": \"120 t\", … }");
            return;
        }

        foreach (var amount in many.Children)
        {
            if (amount.Kind != LocatedKind.String)
            {
                problems.Error("wrong-type", amount.Place, $"The amount for \"{ShownText.Short(amount.Key!)}\" is {amount.Describe()}.", "number and unit as text in double quotes, such as \"120 t\"");
            }
            else if (AmountReading.TryPeriod(amount.Key!, amount.Place, problems, out var period))
            {
                AmountReading.Add(raw, period, amount.Value!, amount.Place, problems);
            }
        }
    }
}
