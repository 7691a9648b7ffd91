using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using NodaTime.Text;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>
/// Finds what a registry says beside a "done" that is not understood: it may be "Retired 900 of 1250". Known are what the host sent, times, identifiers, the quantity of the instruction, and sentences
/// of these words alone.
/// </summary>
/// <param name="instruction">What the host sent.</param>
/// <param name="own">The registry's own words for it and for "done".</param>
/// <param name="judgedOtherwise">Members of the answer itself that are compared elsewhere.</param>
/// <param name="unrelated">Members at any depth that say nothing of what was done.</param>
internal sealed class AnswerRemarks(UnitInstruction instruction, IEnumerable<string> own, IEnumerable<string> judgedOtherwise, IEnumerable<string> unrelated)
{
    private const int FirstSuccess = 200;
    private const int LastSuccess = 299;
    private const int ShortestPart = 4;

    private static readonly HashSet<string> s_yes = Words("ok yes y true success successful successfully done complete completed completely confirmed confirmation processed executed performed settled finalised finalized");
    private static readonly HashSet<string> s_units = Words("unit units tonne tonnes t co2e tco2e ccc cccs credit credits certificate certificates carbon");
    private static readonly HashSet<string> s_beside = Words("the a an your our this these all of by for from with as per and has have had been is are was were it thank thanks you request instruction order transaction operation registry account fully full quantity");

    // "Request cancelled" beside a cancellation may mean the request.
    private static readonly Dictionary<InstructionKind, HashSet<string>> s_deeds = new()
    {
        [InstructionKind.Retire] = Words("retire retired retirement retirements"),
        [InstructionKind.Transfer] = Words("transfer transferred transfers"),
        [InstructionKind.Cancel] = [],
    };

    private static readonly HashSet<string> s_times = Words("time timestamp date day at on");
    private static readonly HashSet<string> s_says = Words("message messages reason comment comments remark remarks note notes warning warnings info description");
    private static readonly HashSet<string> s_lengths = Words("ms millis milliseconds seconds duration elapsed latency took");
    private static readonly HashSet<string> s_identifiers = Words("id ids identifier uuid guid reference ref key trace correlation hash signature url uri link href version serial receipt certificate transaction");

    private readonly decimal _count = instruction.Units.Count.ToDecimal();
    private readonly HashSet<string> _sent = new(
        new[] { instruction.Key, instruction.Units.Registry, instruction.Units.Scope, instruction.Serial, instruction.FromAccount, instruction.ToAccount, instruction.Beneficiary, instruction.Purpose }.Concat(own).OfType<string>().Where(s => s.Trim().Length > 0).Select(s => s.Trim()), StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _judged = new(judgedOtherwise, StringComparer.Ordinal);
    private readonly HashSet<string> _unrelated = new(unrelated, StringComparer.Ordinal);

    /// <summary>The first member that is not understood, as a sentence; null if there is none.</summary>
    internal string? Find(JsonElement answer) => Find(answer, isOwn: true);

    /// <summary>Whether a text under a name is understood.</summary>
    internal bool Understands(string name, string? text) => Understands(HeaderText.Words(name), text?.Trim() ?? "");

    // A sentence that says nothing but that it was done.
    private bool Understands(string text)
    {
        var left = text;
        foreach (var part in _sent.Where(s => s.Length >= ShortestPart && s.Any(char.IsLetter)).OrderByDescending(s => s.Length))
        {
            left = left.Replace(part, " ");
        }

        var parts = left.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('.', ',', ';', ':', '!', '(', ')', '"', '\'')).ToList();
        var words = AnswerFaults.WithoutNone(parts.Where(w => !IsCount(w) && !_sent.Contains(w)).SelectMany(HeaderText.Words).ToList()).ToList();
        return words.TrueForAll(s_units.Contains) || SaysYes(words);
    }

    private bool SaysYes(IReadOnlyCollection<string> words) => words.Any(IsYes) && words.All(w => IsYes(w) || s_units.Contains(w) || s_beside.Contains(w));

    private bool IsYes(string word) => s_yes.Contains(word) || s_deeds[instruction.Kind].Contains(word);

    private string? Find(JsonElement at, bool isOwn)
    {
        foreach (var member in at.ValueKind == JsonValueKind.Object ? at.EnumerateObject().ToArray() : [])
        {
            var name = JsonExport.Name(member);
            if (!(isOwn && _judged.Contains(name)) && !_unrelated.Contains(name) && !AnswerFaults.IsPast(name) && Find(name, HeaderText.Words(name), member.Value) is { } found)
            {
                return found;
            }
        }

        return at.ValueKind == JsonValueKind.Array ? at.EnumerateArray().Select(e => Find(e, isOwn: false)).FirstOrDefault(f => f is not null) : null;
    }

    private string? Find(string name, IReadOnlyList<string> words, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Find(value, isOwn: false),
        JsonValueKind.Array => value.EnumerateArray().Select(e => Find(name, words, e)).FirstOrDefault(f => f is not null),
        _ => Understands(words, value) ? null : $"\"{name}\" is {CellText.Short(value.GetRawText())}, which is not understood.",
    };

    private bool Understands(IReadOnlyList<string> name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.True => SaysYes(name) || AnswerFaults.IsOfNoFault(name),
        JsonValueKind.False => AnswerFaults.IsOfFault(name),
        JsonValueKind.Number => value.TryGetDecimal(out var number) && Understands(name, number),
        _ => Understands(name, JsonExport.Text(value).Trim()),
    };

    private bool Understands(IReadOnlyList<string> name, string text) =>
        Understands(text) || IsTime(name, text) || (IsIdentifier(name) && text.Any(char.IsDigit) && !text.Any(char.IsWhiteSpace))
        || (JsonFailures.IsFine(text) && (AnswerFaults.IsOfFault(name) || name.Any(s_says.Contains))) || (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && Understands(name, number));

    private bool Understands(IReadOnlyList<string> name, decimal number) =>
        number == _count || _sent.Contains(number.ToString(CultureInfo.InvariantCulture)) || IsIdentifier(name) || (name.Count > 0 && (s_times.Contains(name[name.Count - 1]) || s_lengths.Contains(name[name.Count - 1])))
        || (number == 0 && AnswerFaults.IsOfFault(name)) || (name.Contains("code", StringComparer.Ordinal) && number is 0 or (>= FirstSuccess and <= LastSuccess));

    private static bool IsIdentifier(IReadOnlyList<string> name) => name.Count > 0 && s_identifiers.Contains(name[name.Count - 1]);

    private static bool IsTime(IReadOnlyList<string> name, string text) =>
        InstantPattern.ExtendedIso.Parse(text).Success || OffsetDateTimePattern.ExtendedIso.Parse(text).Success || LocalDatePattern.Iso.Parse(text).Success
        || (name.Count > 0 && s_times.Contains(name[name.Count - 1]) && text.All(c => c is (>= '0' and <= '9') or '-' or ':' or '/' or '.' or '+' or 'T' or 'Z' or ' '));

    private bool IsCount(string word) => decimal.TryParse(word, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number == _count;

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
