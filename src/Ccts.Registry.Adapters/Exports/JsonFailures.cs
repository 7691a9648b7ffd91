using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Recognises that a service failed although it answered: members around its list of rows say so, at any depth.</summary>
internal static class JsonFailures
{
    // Codes with which a service says over HTTP that it did not do what was asked.
    private const int FirstFailure = 400;
    private const int LastFailure = 599;

    private static readonly HashSet<string> s_codes = Words("status statuscode code httpstatus httpcode errorcode");
    private static readonly HashSet<string> s_errors = Words("error errors exception fault");
    private static readonly HashSet<string> s_success = Words("success ok succeeded successful issuccess isok");
    private static readonly HashSet<string> s_texts = Words("status message result state outcome statustext");
    private static readonly HashSet<string> s_fails = Words("error errors fail failed failure forbidden unauthorized unauthorised denied invalid exception timeout unavailable");
    private static readonly HashSet<string> s_none = Words("no 0 zero without not");
    private static readonly HashSet<string> s_fine = Words("no none nil null na n a not applicable false ok success successful without error errors");

    /// <summary>The reason as a sentence, or null.</summary>
    /// <param name="around">What is around the rows.</param>
    /// <param name="except">Members of it that are judged otherwise.</param>
    internal static string? Find(JsonElement around, params string[] except)
    {
        foreach (var member in around.ValueKind == JsonValueKind.Object ? around.EnumerateObject().Where(m => !except.Contains(JsonExport.Name(m), StringComparer.Ordinal)).ToArray() : [])
        {
            if (Says(JsonPages.Plain(JsonExport.Name(member)), member.Value))
            {
                return $"\"{JsonExport.Name(member)}\" is {CellText.Short(member.Value.GetRawText())}: the service answered with an error.";
            }

            if (Find(member.Value) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }

    private static bool Says(string name, JsonElement value) =>
        (s_codes.Contains(name) && JsonPages.NumberOf(value) is >= FirstFailure and <= LastFailure)
        || (s_errors.Contains(name) && IsFilled(value))
        || (s_success.Contains(name) && (value.ValueKind == JsonValueKind.False || (value.ValueKind == JsonValueKind.String && RowState.No.Contains(JsonExport.Text(value).Trim(), StringComparer.OrdinalIgnoreCase))))
        || (s_texts.Contains(name) && value.ValueKind == JsonValueKind.String && HeaderText.Words(JsonExport.Text(value)) is var words && words.Any(s_fails.Contains) && !words.Any(s_none.Contains));

    /// <summary>Whether a member for errors holds one; "none", "OK" and "000" are none.</summary>
    internal static bool IsFilled(JsonElement value) =>
        JsonPages.IsFilled(value) && !(value.ValueKind == JsonValueKind.String && IsFine(JsonExport.Text(value)));

    /// <summary>Whether a text in the place of an error says that there is none.</summary>
    internal static bool IsFine(string text) => HeaderText.Words(text).All(w => s_fine.Contains(w) || w.Trim('0').Length == 0);

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
