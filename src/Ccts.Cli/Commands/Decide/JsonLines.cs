using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ccts.Cli.Commands.Decide;

/// <summary>One JSON document a line.</summary>
internal static class JsonLines
{
    internal static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
