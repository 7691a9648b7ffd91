using System.Globalization;
using System.IO;
using System.Text;
using System.Xml;

namespace Ccts.Workbooks;

/// <summary>A cell as the file of its sheet has it (ECMA-376, 18.3.1.4).</summary>
/// <param name="Type">Its type: a number where the file says none.</param>
/// <param name="Style">The index of its style.</param>
internal readonly record struct SavedCell(string Type, uint? Style)
{
    internal const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The same vocabulary by ISO/IEC 29500, as some programs save it.</summary>
    internal const string StrictNamespace = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    /// <summary>The saved value.</summary>
    internal string Text { get; private init; } = "";

    /// <summary>The text of a cell that holds it itself, without the phonetic readings of Japanese workbooks.</summary>
    internal string Inline { get; private init; } = "";

    /// <summary>Whether any of that text is struck through.</summary>
    internal bool IsInlineStruck { get; private init; }

    /// <summary>The formula; empty where it refers to a shared one, null where there is none.</summary>
    internal string? Formula { get; private init; }

    internal uint? SharedFormula { get; private init; }

    /// <summary>Reads the cell that the reader stands on, up to its end.</summary>
    internal static SavedCell Read(XmlReader reader)
    {
        var cell = new SavedCell(reader.GetAttribute("t") ?? "n", Index(reader.GetAttribute("s")));
        if (reader.IsEmptyElement)
        {
            return cell;
        }

        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != depth + 1)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "v" when cell.Text.Length == 0:
                    cell = cell with { Text = TextOf(reader) };
                    break;
                case "f":
                    var shared = Index(reader.GetAttribute("si"));
                    cell = cell with { Formula = TextOf(reader), SharedFormula = shared };
                    break;
                case "is" when cell.Inline.Length == 0:
                    cell = cell with { Inline = InlineOf(reader, out var isStruck), IsInlineStruck = isStruck };
                    break;
                case "v" or "is":
                    // A cell with two values would show either.
                    throw new InvalidDataException();
            }
        }

        return cell;
    }

    private static uint? Index(string? text) => text is null ? null : uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : throw new InvalidDataException();

    /// <summary>The text of the element that the reader stands on; it then stands on its end.</summary>
    private static string TextOf(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var (text, depth) = ("", reader.Depth);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                throw new InvalidDataException();
            }

            text = reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace ? text.Length == 0 ? reader.Value : text + reader.Value : text;
        }

        return text;
    }

    /// <summary>The one text, or that of the runs.</summary>
    private static string InlineOf(XmlReader reader, out bool isStruck)
    {
        isStruck = false;
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var (own, runs, depth, isReading, isRunStruck) = ((string?)null, new StringBuilder(), reader.Depth, false, false);
        while (reader.Read() && reader.Depth > depth)
        {
            isReading = reader.Depth == depth + 1 && reader.NodeType == XmlNodeType.Element ? reader.LocalName == "rPh" : isReading;
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "r" or "strike")
            {
                isRunStruck = reader.LocalName == "strike" && reader.GetAttribute("val") is not ("0" or "false");
            }

            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "t" && !isReading)
            {
                if (reader.Depth == depth + 1)
                {
                    own = own is null ? TextOf(reader) : throw new InvalidDataException();
                }
                else
                {
                    var run = TextOf(reader);
                    isStruck |= isRunStruck && run.Trim().Length > 0;
                    runs.Append(run);
                }
            }
        }

        return own ?? runs.ToString();
    }
}
