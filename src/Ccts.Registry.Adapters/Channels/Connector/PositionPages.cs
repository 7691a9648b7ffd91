using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels.Http;

namespace Ccts.Registry.Adapters.Channels.Connector;

/// <summary>One tax lot of a position.</summary>
internal sealed record LotRow(string Ein, long Id, long Available, long Bound);

/// <summary>One position of an account, or why there is none.</summary>
internal sealed record PositionRow(string? Serial, IReadOnlyList<LotRow> Lots, string Fault)
{
    internal static PositionRow Wrong(string fault) => new(null, [], fault);

    /// <summary>Everything in it, for use or bound.</summary>
    internal decimal Units => Lots.Sum(l => (decimal)l.Available + l.Bound);
}

/// <summary>Reads the positions of an account page by page. A total that does not add up, an ignored filter and a repeated position each give a row with a problem.</summary>
internal sealed class PositionPages(string account, string program, ConnectorRules rules, int mostPages, Func<string, byte[], CancellationToken, Task<HttpReply>> post)
{
    internal async IAsyncEnumerable<PositionRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var count = 0L;
        for (var page = 0; page < mostPages; page++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var number = rules.FirstPage + page;
            var path = $"portfolio/account/{Uri.EscapeDataString(account)}/position/action/search?page={number.ToString(CultureInfo.InvariantCulture)}&size={rules.PageSize.ToString(CultureInfo.InvariantCulture)}";
            var reply = await post(path, ConnectorJson.Object(j => ConnectorJson.List(j, "programs", program)), cancellationToken).ConfigureAwait(false);
            if (reply is not { IsSuccess: true, Body: { } body } || RetirementAnswer.Items(body, "content") is not { } rows || RetirementAnswer.Count(body, "totalElements") is not { } total
                || RetirementAnswer.Count(body, "page") != number || AnswerFaults.Find(body, "content") is not null)
            {
                yield return PositionRow.Wrong($"Page {number} cannot be read (status {reply.Status}).");
                yield break;
            }

            foreach (var row in rows)
            {
                yield return Position(row, seen);
            }

            count += rows.Count;
            if (rows.Count == 0 || count >= total)
            {
                if (count != total)
                {
                    yield return PositionRow.Wrong($"The connector states {total} positions, and gave {count}.");
                }

                yield break;
            }
        }

        yield return PositionRow.Wrong("The connector does not end its pages.");
    }

    private PositionRow Position(JsonElement row, HashSet<string> seen)
    {
        if (row.ValueKind != JsonValueKind.Object || !row.TryGetProperty("instrument", out var instrument) || RetirementAnswer.Text(row, "id") is not { } id
            || RetirementAnswer.Text(instrument, "ein") is not { } ein || RetirementAnswer.Items(row, "taxLots") is not { } lots)
        {
            return PositionRow.Wrong("A position cannot be read.");
        }

        if (RetirementAnswer.Text(instrument, "program") != program)
        {
            return PositionRow.Wrong($"A position is not of {program}: the filter was passed over.");
        }

        if (!seen.Add(id))
        {
            return PositionRow.Wrong("A position came twice: pages overlap, or their order changes.");
        }

        var read = lots.Select(l => (Id: RetirementAnswer.Count(l, "id"), Available: RetirementAnswer.Count(l, "availableQuantity"), Encumbered: RetirementAnswer.Count(l, "encumberedQuantity") ?? 0, Unsettled: RetirementAnswer.Count(l, "unsettledQuantity") ?? 0)).ToList();
        return read.Exists(l => l.Id is null || l.Available is null) ? PositionRow.Wrong("A tax lot cannot be read.")
            : new PositionRow(RetirementAnswer.Text(instrument, "serialNumber"), read.ConvertAll(l => new LotRow(ein, l.Id!.Value, l.Available!.Value, l.Encumbered + l.Unsettled)), "");
    }
}
