using Ccts.Rules.Rules.Vocabulary;
using System;
using System.Collections.Generic;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Clearing;

/// <summary>One row of a session's files, whether a CSV record or an object of a receipt: fields by name, all of them text.</summary>
internal abstract class SessionRow
{
    internal abstract SourcePlace Place { get; }

    internal abstract SourcePlace PlaceOf(string name);

    internal abstract string? Text(string name);

    internal abstract string? OptionalText(string name);

    internal abstract T? Value<T>(string name, TextParser<T> parser)
        where T : struct;

    internal abstract T? OptionalValue<T>(string name, TextParser<T> parser)
        where T : struct;

    internal abstract T? Choice<T>(string name, IReadOnlyDictionary<string, T> words, bool required)
        where T : struct;

    internal static SessionRow Of(CsvRecord record) => new FromCsv(record);

    internal static SessionRow Of(ObjectReader reader) => new FromJson(reader);

    private sealed class FromCsv(CsvRecord record) : SessionRow
    {
        internal override SourcePlace Place => record.Row.Place;

        internal override SourcePlace PlaceOf(string name) => record.PlaceOf(name);

        // An apostrophe that our exports put before formulas is removed again.
        internal override string? Text(string name) => CsvFormula.Read(record.Text(name));

        // "N/A" and the like leave an optional cell empty.
        internal override string? OptionalText(string name) => record.OptionalText(name) is { } text && !NotStated.Shipped.IsSilent(text) ? CsvFormula.Read(text) : null;

        internal override T? Value<T>(string name, TextParser<T> parser) => record.Value(name, parser);

        internal override T? OptionalValue<T>(string name, TextParser<T> parser) => OptionalText(name) is null ? null : record.OptionalValue(name, parser);

        internal override T? Choice<T>(string name, IReadOnlyDictionary<string, T> words, bool required) => required || OptionalText(name) is not null ? record.Choice(name, words, required) : null;
    }

    private sealed class FromJson(ObjectReader reader) : SessionRow
    {
        internal override SourcePlace Place => reader.Node.Place;

        internal override SourcePlace PlaceOf(string name) => reader.Node.Member(name)?.Place ?? reader.Node.Place;

        internal override string? Text(string name) => reader.Text(name);

        internal override string? OptionalText(string name) => reader.OptionalText(name);

        internal override T? Value<T>(string name, TextParser<T> parser) => reader.Value(name, parser);

        internal override T? OptionalValue<T>(string name, TextParser<T> parser) => reader.OptionalValue(name, parser);

        internal override T? Choice<T>(string name, IReadOnlyDictionary<string, T> words, bool required) => reader.Choice(name, words, required);
    }
}
