using System.Text.Json;
using Ccts.Cli.Output;

namespace Ccts.Cli.Commands.Decide;

/// <summary>One JSON document a line.</summary>
internal static class JsonLines
{
    internal static readonly JsonSerializerOptions Options = new() { Encoder = PrintableJson.Encoder };
}
