using System;
using System.Text.Json.Nodes;
using Ccts.Credits.Journals;

namespace Ccts.Tests.Shared;

/// <summary>A journal as an earlier version wrote it: the same records without what has been added since, chained anew.</summary>
internal static class OldJournal
{
    internal static InMemoryLines Of(ILineJournal lines, Action<JsonObject> without)
    {
        var old = new InMemoryLines();
        var head = "beginning";
        foreach (var line in lines.Read(0))
        {
            var record = (JsonObject)JsonNode.Parse(line)!;
            without(record);
            record["after"] = head;
            var written = record.ToJsonString();
            Assert.True(old.TryAppend(old.Count, written));
            head = Digest.Of(written).Text;
        }

        return old;
    }
}
